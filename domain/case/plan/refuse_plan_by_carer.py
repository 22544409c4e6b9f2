"""Record that a parent or carer refuses the plan: a ground for separation (art. 32) or for the court."""

from dataclasses import dataclass, replace
from typing import Annotated

from domain.case.act import WORKER_OF_RESIDENCE, Case, Phase, chair_of_lead
from domain.case.plan.clocks import decision_that_waits, goes_to_court, this_refusal, to_be_separated
from domain.case.state.plan import Path, Refuser
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Label, Line, owed
from domain.record.fields import says


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusePlanByCarer:
    """Who refuses and what is proposed next; `reason` says what they said."""

    refuser: Annotated[Refuser, says("Người từ chối", "Who refuses")]
    path: Annotated[Path, says("Hướng xử lý đề xuất", "What is proposed")]


@dataclass(frozen=True, slots=True, kw_only=True)
class CarerRefusedPlan:
    refuser: Refuser
    path: Path


def decide(case: Case, command: RefusePlanByCarer, context: DecisionContext) -> CarerRefusedPlan:
    return CarerRefusedPlan(refuser=command.refuser, path=command.path)


def evolve(case: Case, event: CarerRefusedPlan, line: Line) -> Case:
    return replace(case, plan=replace(case.plan, carer_refused_at=line.occurred_at))


REFUSE_PLAN_BY_CARER = Action(
    command=RefusePlanByCarer,
    event=CarerRefusedPlan,
    stored_as="case.plan_refused_by_carer.1",
    asks=Label(vi="Ghi nhận cha mẹ, người chăm sóc từ chối kế hoạch", en="Record that a carer refuses the plan"),
    tells=Label(vi="Cha mẹ, người chăm sóc đã từ chối kế hoạch", en="Carer refused the plan"),
    may=WORKER_OF_RESIDENCE,
    phases=frozenset({Phase.PLAN_APPROVED, Phase.IN_SERVICE}),
    needs_reason=True,
    basis=basis.COURT_PETITION,
    decide=decide,
    evolve=evolve,
    starts=(
        *owed(duty.SEPARATION_DECISION, answers=chair_of_lead, when=to_be_separated, refs=decision_that_waits),
        *owed(duty.COURT_PETITION, answers=chair_of_lead, when=goes_to_court, refs=this_refusal),
    ),
)
