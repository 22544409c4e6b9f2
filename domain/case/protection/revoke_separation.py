"""Revoke a separation, once the carers were assessed as safe."""

from dataclasses import dataclass, replace
from datetime import datetime

from domain.case.state.case import LIVE, Case
from domain.case.state.protection import SeparationEnd
from domain.case.who import CHAIR
from domain.law import basis, duty
from domain.record.action import Action, Ends
from domain.record.file import DecisionContext
from domain.record.line import DutyOutcome, Line
from domain.record.refusal import insist, present
from domain.record.vocabulary import Kind, Label


@dataclass(frozen=True, slots=True, kw_only=True)
class RevokeSeparation:
    """By which decision."""

    decision_no: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SeparationRevoked:
    """The child goes home. `assessed_safe_at`: when the carers were assessed as safe."""

    ref: str
    decision_no: str
    assessed_safe_at: datetime


def decide(case: Case, command: RevokeSeparation, context: DecisionContext) -> SeparationRevoked:
    held = case.protection.separation
    safe = held is not None and case.carers_safe_at is not None and case.carers_safe_at > held.since
    insist(
        (held is not None, "separation_not_active"),
        (safe or held is None, "carers_not_assessed_safe"),
        (bool(command.decision_no.strip()), "decision_no_required", "decisionNo"),
    )
    return SeparationRevoked(
        ref=present(held).ref,
        decision_no=command.decision_no.strip(),
        assessed_safe_at=present(case.carers_safe_at),
    )


def evolve(case: Case, event: SeparationRevoked, line: Line) -> Case:
    separations = tuple(
        replace(s, ended=SeparationEnd.REVOKED, ended_at=line.occurred_at) if s.ref == event.ref else s
        for s in case.protection.separations
    )
    return replace(case, protection=replace(case.protection, separations=separations))


REVOKE_SEPARATION = Action(
    kind=Kind.CASE,
    command=RevokeSeparation,
    event=SeparationRevoked,
    stored_as="case.separation_revoked.1",
    asks=Label(vi="Hủy bỏ quyết định cách ly", en="Revoke the separation"),
    tells=Label(vi="Đã hủy bỏ quyết định cách ly", en="Separation revoked"),
    may=CHAIR,
    phases=LIVE,
    basis=basis.SEPARATION,
    decide=decide,
    evolve=evolve,
    four_eyes=lambda case: case.assessor,
    ends=(
        Ends(duty=duty.SEPARATION_LIMIT),
        Ends(duty=duty.SEPARATION_END),
        Ends(duty=duty.COURT_PETITION, how=DutyOutcome.NOT_REQUIRED),
    ),
)
