"""What is asked of an order of urgent measures: grounds, a longest term, and what a separation asks of what is one."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Protocol

from domain.case.protection.against import AT_MOST, TAKES_FROM_HOME
from domain.case.protection.measures import MeasureWanted
from domain.case.protection.separations import CHILD_TO_BE_HEARD, KeptFromHome, checks_away, latest_end
from domain.case.refusals import END_ALREADY_PAST
from domain.case.state.case import Case
from domain.case.state.protection import MeasureKind
from domain.record.file import DecisionContext
from domain.record.refusal import Check, Refusal, each, once, said
from domain.record.refusals import REASON_REQUIRED
from domain.record.vocabulary import Role

MEASURE_TWICE = Refusal(
    "measure_twice",
    vi="Mỗi loại biện pháp chỉ ghi một lần trong một quyết định.",
    en="Name each kind of measure once in an order.",
)
ONLY_IN_FLAGRANTE = Refusal(
    "only_in_flagrante",
    vi="Công an chỉ tự áp dụng khi hành vi đang diễn ra; trường hợp khác do Chủ tịch quyết định.",
    en="The police order measures themselves only while the harm goes on; else the Chair decides.",
)
MEASURE_TOO_LONG = Refusal(
    "measure_too_long",
    vi="Mỗi lần áp dụng, gia hạn biện pháp khẩn cấp không quá 15 ngày. Hết thời hạn, đề nghị đánh giá lại và gia hạn.",
    en="An urgent measure lasts 15 days at most each time. After that assess again and renew it.",
)
SHORTEST = timedelta(hours=2)
"""Project default: nobody is late for what could not be done."""
MEASURE_TOO_SHORT = Refusal(
    "measure_too_short",
    vi="Biện pháp khẩn cấp có thời hạn ít nhất 2 giờ để cơ quan được giao thực hiện được.",
    en="An urgent measure has two hours at least, so that who carries it out can do so.",
)
ORDER_REFUSALS = (
    MEASURE_TWICE,
    END_ALREADY_PAST,
    MEASURE_TOO_LONG,
    MEASURE_TOO_SHORT,
    ONLY_IN_FLAGRANTE,
    *CHILD_TO_BE_HEARD,
)


class Order(KeptFromHome, Protocol):
    """What an order of urgent measures says."""

    @property
    def measures(self) -> tuple[MeasureWanted, ...]: ...
    @property
    def in_flagrante(self) -> bool: ...
    @property
    def child_birth_year(self) -> int | None: ...


def takes_away(order: Order) -> bool:
    """Whether one of the measures takes the child from home."""
    return any(m.kind in TAKES_FROM_HOME for m in order.measures)


def latest_for(case: Case, kind: MeasureKind, at: datetime) -> datetime:
    """The longest term of a measure decided on now; one that takes the child from home ends as a separation does."""
    return latest_end(case, at) if kind in TAKES_FROM_HOME else at + AT_MOST


def checks_of_order(case: Case, order: Order, context: DecisionContext) -> Sequence[Check]:
    """The checks for `insist` of an order of urgent measures."""
    at, rows = context.occurred_at, order.measures
    by_police = context.by.role is Role.COMMUNE_POLICE_HEAD
    grounded = by_police or case.grave or order.in_flagrante
    born = case.child_birth_year or order.child_birth_year
    return [
        *once(rows, lambda m: m.kind, MEASURE_TWICE, "measures", "kind"),
        *each(rows, lambda m: m.until > at, END_ALREADY_PAST, "measures", "until"),
        *each(rows, lambda m: not at < m.until < at + SHORTEST, MEASURE_TOO_SHORT, "measures", "until"),
        *each(rows, lambda m: m.until <= latest_for(case, m.kind, at), MEASURE_TOO_LONG, "measures", "until"),
        (order.in_flagrante or not by_police, ONLY_IN_FLAGRANTE, "in_flagrante"),
        (grounded or said(context.request.reason), REASON_REQUIRED, "reason"),
        *(checks_away(case, order, born, context) if takes_away(order) else ()),
    ]
