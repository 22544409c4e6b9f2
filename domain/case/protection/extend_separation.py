"""Extend a separation after assessing again: 15 days in all, never more."""

from dataclasses import dataclass, replace
from datetime import datetime

from domain.case.clocks import chair_of_actor, now
from domain.case.state.case import LIVE, Case
from domain.case.who import CHAIR
from domain.law import basis, duty
from domain.record.action import Action, Ends, Starts
from domain.record.file import DecisionContext
from domain.record.line import Line
from domain.record.refusal import insist, present
from domain.record.vocabulary import Kind, Label


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtendSeparation:
    """Until when the child now stays away."""

    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SeparationExtended:
    """The separation goes on. `assessment`: the number of the assessment that shows the need."""

    ref: str
    extension: int
    until: datetime
    assessment: int


def decide(case: Case, command: ExtendSeparation, context: DecisionContext) -> SeparationExtended:
    held = case.protection.separation
    insist((held is not None and context.at < held.until, "separation_not_active"))
    separation = present(held)
    assessed = case.assessed_at is not None and case.assessed_at > separation.decided_at
    insist(
        (command.until > separation.until, "extension_adds_nothing", "until"),
        (command.until <= separation.latest, "separation_too_long", "until"),
        (assessed, "reassessment_required"),
    )
    return SeparationExtended(
        ref=separation.ref,
        extension=separation.extensions + 1,
        until=command.until,
        assessment=case.assessments,
    )


def evolve(case: Case, event: SeparationExtended, line: Line) -> Case:
    separations = tuple(
        replace(s, until=event.until, extensions=event.extension, decided_at=line.occurred_at)
        if s.ref == event.ref
        else s
        for s in case.protection.separations
    )
    return replace(case, protection=replace(case.protection, separations=separations))


EXTEND_SEPARATION = Action(
    kind=Kind.CASE,
    command=ExtendSeparation,
    event=SeparationExtended,
    stored_as="case.separation_extended.1",
    asks=Label(vi="Gia hạn tạm thời cách ly", en="Extend the separation"),
    tells=Label(vi="Đã gia hạn tạm thời cách ly", en="Separation extended"),
    may=CHAIR,
    phases=LIVE,
    needs_reason=True,
    basis=basis.SEPARATION,
    decide=decide,
    evolve=evolve,
    starts=(
        Starts(
            duty=duty.SEPARATION_END,
            since=now,
            answers=chair_of_actor,
            refs=lambda case, event, context: (f"{event.ref}.{event.extension}",),
            by_act=lambda case, event, context, ref: event.until,
        ),
    ),
    ends=(Ends(duty=duty.SEPARATION_END),),
)
