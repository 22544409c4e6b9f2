"""Whether another child of a report may be named: of which report, by whom, and under which number."""

from typing import Protocol

from domain.case.clocks import acts_for
from domain.record.act import Check, DecisionContext, Refusal
from domain.record.fields import UnitRef
from domain.record.refusals import BEFORE_FILE_BEGAN, OUTSIDE_YOUR_UNIT
from domain.report.receipt import PLACE_NO_COMMUNE
from domain.report.state import Report, ReportPhase
from domain.report.telling import CHILDREN_MAX, FIRST

TOLD_IN_NO_REPORT = Refusal(
    "told_in_no_report",
    vi="Không tìm thấy tin báo này. Đề nghị tiếp nhận tin báo trước, ghi trẻ em thứ nhất.",
    en="There is no such report. Receive it first, naming the first child.",
)
NOT_THE_FIRST_FILE = Refusal(
    "not_the_first_file",
    vi="Tin báo này đã được ghi từ một tin báo khác. Đề nghị dẫn chiếu tin báo gốc của trẻ em thứ nhất.",
    en="That file was itself named from another one. Name the file of the first child.",
)
TELLING_REJECTED = Refusal(
    "telling_rejected",
    vi="Tin báo này đã được quyết định không xử lý tiếp. Đề nghị tiếp nhận thành tin báo mới hoặc xem xét lại.",
    en="That report was rejected. Receive a new one, or have it taken up again.",
)
NUMBER_OF_NO_CHILD = Refusal(
    "number_of_no_child",
    vi="Thứ tự của trẻ em phải từ 2 đến 20; trẻ em trong tin báo gốc là thứ nhất.",
    en="The number of the child lies between 2 and 20: the first is the one in the report itself.",
)
NAMING_REFUSALS = (TOLD_IN_NO_REPORT, NOT_THE_FIRST_FILE, TELLING_REJECTED, NUMBER_OF_NO_CHILD, PLACE_NO_COMMUNE)


class Named(Protocol):
    """Which child it is, and where it happened to this one."""

    @property
    def which(self) -> int: ...
    @property
    def place(self) -> UnitRef: ...


def may_be_named(first: Report, named: Named, context: DecisionContext) -> list[Check]:
    """The checks for `insist` of the first child's file, of who names another one, and of its number and place.

    Who took the report, who has it, and the place where it happened may still come to know of another child, also once
    a case was opened from it: no child is left out because the first one was looked at sooner.
    """
    had_it = [unit for unit in (first.receiver, first.holder, first.place) if unit is not None]
    return [
        (any(acts_for(unit, context) for unit in had_it), OUTSIDE_YOUR_UNIT, "report"),
        (first.told_with is None, NOT_THE_FIRST_FILE, "report"),
        (first.phase is not ReportPhase.REJECTED, TELLING_REJECTED, "report"),
        (FIRST < named.which <= CHILDREN_MAX, NUMBER_OF_NO_CHILD, "which"),
        (first.received_at is None or context.occurred_at >= first.received_at, BEFORE_FILE_BEGAN, "occurred_at"),
        (context.register.is_commune(named.place, context.at), PLACE_NO_COMMUNE, "place"),
    ]
