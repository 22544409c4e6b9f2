"""The receipt of a report: its official number, and the clocks that count from it."""

from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from domain.law import duty
from domain.record.act import Check, DecisionContext, DutyEnded, DutyOutcome, Refusal, Starts, present, said
from domain.record.fields import OfficeRef, UnitRef
from domain.record.refusals import HAPPENED_IN_FUTURE
from domain.record.who import Role
from domain.report.state import Report

PLACE_NO_COMMUNE = Refusal(
    "place_no_commune",
    vi="Nơi xảy ra phải là một xã, phường, đặc khu đang tồn tại, vì Chủ tịch nơi đó chịu trách nhiệm.",
    en="The place must be a commune that exists now: its Chair answers for the child.",
)
ANONYMOUS_WITH_NAME = Refusal(
    "anonymous_with_name",
    vi="Tin ẩn danh không được ghi tên người báo tin. Hãy bỏ tên hoặc bỏ đánh dấu ẩn danh.",
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


def number(place: UnitRef, received_at: datetime, file_id: UUID) -> str:
    """The official number of a report: place, year and six letters of the file's own id."""
    return f"TT-{place.code}-{received_at:%y}-{file_id.hex[:6].upper()}"


def from_receipt(report: Report, event: Any, context: DecisionContext) -> datetime:
    """The first receipt."""
    return event.received_at


def from_knowledge(report: Report, event: Any, context: DecisionContext) -> datetime:
    """When the receiver's own people came to know."""
    return event.known_at


def told_at_last(report: Report, event: Any, context: DecisionContext) -> tuple[DutyEnded, ...]:
    """Telling meets the duty to tell that knowledge started: in time or late, the line shows it."""
    return (DutyEnded(code=duty.TELLING.code, ref="", how=DutyOutcome.MET),) if event.known_at else ()


def head_of_receiver(report: Report, event: Any, context: DecisionContext) -> OfficeRef:
    """The head of the unit that took the report."""
    return context.register.head_of(event.receiver, context.at)


def elsewhere(report: Report, event: Any, context: DecisionContext) -> bool:
    """Whether another commune must act on it."""
    return event.place.id != event.receiver.id


def chair_of_place(report: Report, event: Any, context: DecisionContext) -> OfficeRef:
    """The Chair of the commune where it happened."""
    return context.register.answerable(event.place, Role.COMMUNE_CHAIR, context.at)


def knew_before(report: Report, event: Any, context: DecisionContext) -> bool:
    """Whether the receiver's own people found it and had to tell."""
    return event.known_at is not None


def can_be_reached(report: Report, event: Any, context: DecisionContext) -> bool:
    """Whether the reporter left a way to be answered."""
    return event.reporter_contact is not None


RECEIVED: tuple[Starts[Report, Any], ...] = (
    Starts(duty=duty.TELLING, since=from_knowledge, answers=head_of_receiver, when=knew_before),
    Starts(duty=duty.FORWARDING, since=from_receipt, answers=head_of_receiver, when=elsewhere),
    Starts(duty=duty.INITIAL_RISK, since=from_receipt, answers=chair_of_place),
    Starts(duty=duty.URGENT_MEASURES, since=from_receipt, answers=chair_of_place),
    Starts(duty=duty.REPORTER_ANSWER, since=from_receipt, answers=head_of_receiver, when=can_be_reached),
)


def received_earlier(report: Report, event: Any, context: DecisionContext) -> bool:
    """Whether a correction says that the report came earlier."""
    return event.received_at is not None


def not_yet_told(report: Report, event: Any, context: DecisionContext) -> bool:
    """Whether it came earlier and still has to be sent on."""
    return event.received_at is not None and (duty.FORWARDING.code, "") in context.file.running


def who_sends_it_on(report: Report, event: Any, context: DecisionContext) -> OfficeRef:
    """Who answers for sending it on stays who it was."""
    return context.file.running[duty.FORWARDING.code, ""].answers


def chair_of_its_place(report: Report, event: Any, context: DecisionContext) -> OfficeRef:
    """The Chair of the commune where it happened, as the file has it."""
    return context.register.answerable(present(report.place), Role.COMMUNE_CHAIR, context.at)


RECEIVED_EARLIER: tuple[Starts[Report, Any], ...] = (
    Starts(duty=duty.FORWARDING, since=from_receipt, answers=who_sends_it_on, when=not_yet_told),
    Starts(duty=duty.INITIAL_RISK, since=from_receipt, answers=chair_of_its_place, when=received_earlier),
    Starts(duty=duty.URGENT_MEASURES, since=from_receipt, answers=chair_of_its_place, when=received_earlier),
)
