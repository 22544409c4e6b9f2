"""Decide that no separation is needed, though a ground was found or the last one has run out."""

from dataclasses import dataclass, replace
from typing import Annotated

from domain.case.act import CHAIR, LIVE, Case, looked_at_from_above, running_refs
from domain.case.care.refusals import CARE_RESTS_ON_IT
from domain.case.references import Matter
from domain.case.refusals import OVERTURNED, SEPARATION_ACTIVE
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Label, Line, Refusal, insist, met, not_required
from domain.record.fields import says


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclineSeparation:
    """No separation is ordered; `reason` says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeparationDeclined:
    """The child stays with, or goes back to, its carers. `after`: separations there were before."""

    after: Annotated[int, says("Số lần cách ly trước đó", "Separations there were before")]


NO_SEPARATION_TO_DECIDE = Refusal(
    "no_separation_to_decide",
    vi="Không có đề xuất cách ly hoặc quyết định hết hạn nào đang chờ.",
    en="No proposed or expired separation is waiting for a decision.",
)


def decide(case: Case, command: DeclineSeparation, context: DecisionContext) -> SeparationDeclined:
    to_decide = running_refs(duty.SEPARATION_DECISION, context) or running_refs(duty.SEPARATION_END, context)
    insist(
        (case.protection.separation is None, SEPARATION_ACTIVE),
        (not case.overturned, OVERTURNED),
        (not case.care.rests_on_separation, CARE_RESTS_ON_IT),
        (bool(to_decide) or case.protection.separation is not None, NO_SEPARATION_TO_DECIDE),
    )
    return SeparationDeclined(after=len(case.protection.separations))


def evolve(case: Case, event: SeparationDeclined, line: Line) -> Case:
    return replace(case, separation_declined_at=line.occurred_at)


def was_proposed(case: Case, event: SeparationDeclined, context: DecisionContext) -> bool:
    return bool(running_refs(duty.SEPARATION_DECISION, context))


def this_decision(case: Case, event: SeparationDeclined, context: DecisionContext) -> tuple[str, ...]:
    return (Matter.SEPARATION.ref(event.after + 1),)


DECLINE_SEPARATION = Action(
    command=DeclineSeparation,
    event=SeparationDeclined,
    stored_as="case.separation_declined.1",
    asks=Label(vi="Quyết định không cách ly", en="Decline a separation"),
    tells=Label(vi="Đã quyết định không cách ly", en="Separation declined"),
    may=CHAIR,
    phases=LIVE,
    needs_reason=True,
    basis=basis.SEPARATION,
    refuses=(NO_SEPARATION_TO_DECIDE, SEPARATION_ACTIVE, OVERTURNED, CARE_RESTS_ON_IT),
    decide=decide,
    evolve=evolve,
    four_eyes=lambda case: case.assessor,
    proposed_by="assess_initial_risk",
    starts=looked_at_from_above(duty.LOOK_FROM_ABOVE, was_proposed, this_decision),
    ends=(*not_required(duty.SEPARATION_DECISION), *met(duty.SEPARATION_END)),
)
