"""The clocks of a report: since when they count, who answers, and when they run."""

from datetime import datetime
from typing import Any

from domain.law import duty
from domain.record.file import DecisionContext
from domain.record.refusal import present
from domain.record.vocabulary import OfficeRef, Role
from domain.report.state import Report


def from_receipt(report: Report, event: Any, context: DecisionContext) -> datetime:
    """The first receipt."""
    return event.received_at


def from_knowledge(report: Report, event: Any, context: DecisionContext) -> datetime:
    """When the receiver's own people came to know."""
    return event.known_at


def head_of_receiver(report: Report, event: Any, context: DecisionContext) -> OfficeRef:
    """The head of the unit that took the report; who took it, where there is no head above."""
    return context.register.head_of(event.receiver, context.at, context.by.office)


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


def head_of_target(report: Report, event: Any, context: DecisionContext) -> OfficeRef:
    return context.register.head_of(present(report.sent_to), context.at)


def this_passing(report: Report, event: Any, context: DecisionContext) -> tuple[str, ...]:
    """Each time a report is sent on is a clock of its own."""
    return (str(report.passed),)


def reaches_the_place(report: Report, event: Any, context: DecisionContext) -> bool:
    """Whether the report has come to the commune where it happened."""
    return event.to_unit.id == event.place.id


def since_it_came(report: Report, event: Any, context: DecisionContext) -> datetime:
    return event.sent_at


def head_who_returns(report: Report, event: Any, context: DecisionContext) -> OfficeRef:
    return context.register.head_of(event.by_unit, context.at, context.by.office)


def that_passing(report: Report, event: Any, context: DecisionContext) -> tuple[str, ...]:
    """The passing by which it had come to the unit that returns it."""
    return (str(report.passed - 1),)


def since_known(report: Report, event: Any, context: DecisionContext) -> datetime:
    """Since when the child waits again: never since what those above knew and did not tell."""
    return event.counts_from


def this_time(report: Report, event: Any, context: DecisionContext) -> tuple[str, ...]:
    """Each time a report is taken up again is a clock of its own."""
    return (f"again-{event.taken_up}",)


def told_otherwise(report: Report, event: Any, context: DecisionContext) -> bool:
    """Whether the reporter can be reached, and what it was told before is not what became of it."""
    return report.reachable and report.reporter_answered_at is not None


def this_rejection(report: Report, event: Any, context: DecisionContext) -> tuple[str, ...]:
    """The rejection, by how often the report had been taken up before."""
    return (f"rejected-{report.taken_up}",)
