"""Continue a separation beyond 15 days because a court or another competent body requires it in writing."""

from dataclasses import dataclass, replace
from datetime import datetime

from domain.case.clocks import chair_of_actor, now
from domain.case.state.case import LIVE, Case
from domain.case.who import CHAIR
from domain.law import basis, duty
from domain.record.action import Action, Ends, Starts
from domain.record.file import DecisionContext
from domain.record.line import DutyOutcome, Line
from domain.record.refusal import insist, present, said
from domain.record.vocabulary import Kind, Label, UnitRef
from domain.unit.state import Level

COMPETENT = frozenset({Level.COURT, Level.POLICE, Level.PROCURACY})


@dataclass(frozen=True, slots=True, kw_only=True)
class ContinueByAuthority:
    """Which body (None: unknown) requires it, by which document, until when. The document is attached."""

    authority: UnitRef | None
    document_no: str
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SeparationContinued:
    """The separation goes on at the demand of a competent body."""

    ref: str
    extension: int
    authority: UnitRef
    document_no: str
    until: datetime


def decide(case: Case, command: ContinueByAuthority, context: DecisionContext) -> SeparationContinued:
    held = case.protection.separation
    authority = context.register.units.get(command.authority.id) if command.authority else None
    insist(
        (held is not None and context.at < held.until, "separation_not_active"),
        (command.authority is not None, "unit_unknown", "authority"),
        (authority is None or authority.level in COMPETENT, "authority_not_competent", "authority"),
        (said(command.document_no) and bool(context.request.attachments), "document_required", "attachments"),
        (held is None or command.until > held.until, "extension_adds_nothing", "until"),
    )
    separation = present(held)
    return SeparationContinued(
        ref=separation.ref,
        extension=separation.extensions + 1,
        authority=present(command.authority),
        document_no=command.document_no.strip(),
        until=command.until,
    )


def evolve(case: Case, event: SeparationContinued, line: Line) -> Case:
    separations = tuple(
        replace(s, until=event.until, latest=event.until, extensions=event.extension, decided_at=line.occurred_at)
        if s.ref == event.ref
        else s
        for s in case.protection.separations
    )
    return replace(case, protection=replace(case.protection, separations=separations))


CONTINUE_BY_AUTHORITY = Action(
    kind=Kind.CASE,
    command=ContinueByAuthority,
    event=SeparationContinued,
    stored_as="case.separation_continued.1",
    asks=Label(vi="Tiếp tục cách ly theo yêu cầu cơ quan có thẩm quyền", en="Continue by authority"),
    tells=Label(vi="Tiếp tục cách ly theo yêu cầu cơ quan có thẩm quyền", en="Separation continued by authority"),
    may=CHAIR,
    phases=LIVE,
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
    ends=(
        Ends(duty=duty.SEPARATION_END),
        Ends(duty=duty.SEPARATION_LIMIT, how=DutyOutcome.NOT_REQUIRED),
        Ends(duty=duty.COURT_PETITION, how=DutyOutcome.NOT_REQUIRED),
    ),
)
