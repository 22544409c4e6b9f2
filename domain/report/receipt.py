"""The receipt of a report: whether it may be taken, and what it then tells."""

from dataclasses import replace
from datetime import datetime
from typing import Any, Protocol

from domain.record.act import Check, DecisionContext, Refusal, said
from domain.record.fields import UnitRef
from domain.record.refusals import HAPPENED_IN_FUTURE
from domain.report.state import Report, ReportPhase

PLACE_NO_COMMUNE = Refusal(
    "place_no_commune",
    vi="Nơi xảy ra phải là một xã, phường, đặc khu đang tồn tại, vì Chủ tịch nơi đó chịu trách nhiệm.",
    en="The place must be a commune that exists now: its Chair answers for the child.",
)
ANONYMOUS_WITH_NAME = Refusal(
    "anonymous_with_name",
    vi="Tin báo ẩn danh không được ghi tên người báo tin. Đề nghị bỏ tên hoặc bỏ đánh dấu ẩn danh.",
    en="An anonymous report may not bear the reporter's name. Remove the name or the mark.",
)
KNOWN_AFTER_RECEIPT = Refusal(
    "known_after_receipt",
    vi="Thời điểm biết việc không được sau thời điểm tiếp nhận.",
    en="The time of knowledge may not lie after the receipt.",
)
RECEIPT_REFUSALS = (PLACE_NO_COMMUNE, ANONYMOUS_WITH_NAME, KNOWN_AFTER_RECEIPT)


class Told(Protocol):
    """What was told, as far as a receipt may be refused for it."""

    @property
    def place(self) -> UnitRef: ...
    @property
    def received_at(self) -> datetime: ...
    @property
    def known_at(self) -> datetime | None: ...
    @property
    def anonymous(self) -> bool: ...
    @property
    def reporter_name(self) -> str | None: ...


def may_be_taken(told: Told, context: DecisionContext) -> list[Check]:
    """The checks for `insist` of where it happened, when it was known and told, and of the reporter's name."""
    return [
        (context.register.is_commune(told.place, context.at), PLACE_NO_COMMUNE, "place"),
        (told.received_at <= context.at, HAPPENED_IN_FUTURE, "received_at"),
        (told.known_at is None or told.known_at <= told.received_at, KNOWN_AFTER_RECEIPT, "known_at"),
        (not (told.anonymous and said(told.reporter_name)), ANONYMOUS_WITH_NAME, "reporter_name"),
    ]


def as_told(report: Report, event: Any) -> Report:
    """The report as its first line tells it, whichever act that is: of the child, by whom, when and where."""
    told = replace(report, narrative=event.narrative, harm_kinds=event.harm_kinds, danger_now=event.danger_now)
    by = replace(told, anonymous=event.anonymous, reporter=event.reporter)
    about = replace(by, child=event.child, child_name=event.child_name, child_birth_year=event.child_birth_year)
    came = replace(about, number=event.number, channel=event.channel, received_at=event.received_at)
    return replace(came, phase=ReportPhase.RECEIVED, receiver=event.receiver, holder=event.receiver, place=event.place)
