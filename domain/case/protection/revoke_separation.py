"""Revoke a separation, once the carers were assessed as safe."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated

from domain.case.act import CHAIR, LIVE, Case
from domain.case.fields import SeparationNumber
from domain.case.protection.clocks import at_home, laid_bare, sent_home
from domain.case.protection.refusals import SEPARATION_NOT_ACTIVE
from domain.case.references import Matter
from domain.case.state.protection import SeparationEnd
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Label, Line, Refusal, insist, met, not_required, required
from domain.record.fields import DecisionNo, says


@dataclass(frozen=True, slots=True, kw_only=True)
class RevokeSeparation:
    """The decision that ends the separation."""

    decision_no: DecisionNo


@dataclass(frozen=True, slots=True, kw_only=True)
class SeparationRevoked:
    """The child goes home. `assessed_safe_at`: when the carers were assessed as safe."""

    ref: SeparationNumber
    decision_no: str
    assessed_safe_at: Annotated[
        datetime,
        says("Thời điểm cha mẹ, người chăm sóc được đánh giá là an toàn", "When the carers were assessed as safe"),
    ]


CARERS_NOT_ASSESSED_SAFE = Refusal(
    "carers_not_assessed_safe",
    vi="Phải có đánh giá sau khi cách ly rằng cha mẹ, người chăm sóc an toàn.",
    en="An assessment since the separation must find the carers safe.",
)


def decide(case: Case, command: RevokeSeparation, context: DecisionContext) -> SeparationRevoked:
    held = required(case.protection.separation, SEPARATION_NOT_ACTIVE)
    safe_at = required(case.carers_safe_at, CARERS_NOT_ASSESSED_SAFE)
    insist((safe_at > held.since, CARERS_NOT_ASSESSED_SAFE))
    return SeparationRevoked(ref=held.ref, decision_no=command.decision_no.strip(), assessed_safe_at=safe_at)


def evolve(case: Case, event: SeparationRevoked, line: Line) -> Case:
    revoked = case.protection.with_separation(event.ref, ended=SeparationEnd.REVOKED, ended_at=line.occurred_at)
    return replace(case, protection=revoked)


REVOKE_SEPARATION = Action(
    command=RevokeSeparation,
    event=SeparationRevoked,
    stored_as="case.separation_revoked.1",
    asks=Label(vi="Hủy bỏ quyết định cách ly", en="Revoke the separation"),
    tells=Label(vi="Đã hủy bỏ quyết định cách ly", en="Separation revoked"),
    may=CHAIR,
    phases=LIVE,
    basis=basis.SEPARATION,
    refuses=(SEPARATION_NOT_ACTIVE, CARERS_NOT_ASSESSED_SAFE),
    decide=decide,
    evolve=evolve,
    answers_to=("order_separation",),
    four_eyes=lambda case: case.assessor,
    proposed_by="assess_initial_risk",
    starts=(
        *laid_bare(duty.URGENT_MEASURES, Matter.ENDED_SEPARATION),
        *sent_home(duty.HOME_CHECK, Matter.ENDED_SEPARATION),
    ),
    ends=(
        *met(duty.SEPARATION_LIMIT),
        *met(duty.SEPARATION_END, when=at_home),
        *not_required(duty.COURT_PETITION),
    ),
)
