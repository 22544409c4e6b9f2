"""Record that a parent or carer refuses the plan: a ground for separation (art. 32) or for the court."""

from dataclasses import dataclass, replace
from typing import Annotated

from domain.case.clocks import chair_of_lead, now, running_refs
from domain.case.state.case import Case, Phase
from domain.case.who import WORKER_OF_RESIDENCE
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Label, Line, Starts
from domain.record.fields import Labelled, says


class Refuser(Labelled):
    """Who refuses the plan."""

    MOTHER = "mother", "Mẹ", "The mother"
    FATHER = "father", "Cha", "The father"
    BOTH_PARENTS = "both_parents", "Cả cha và mẹ", "Both parents"
    OTHER_CARER = "other_carer", "Người chăm sóc khác", "Another carer"


class Path(Labelled):
    """Where the worker proposes to go from a refused plan."""

    SEPARATION = "separation", "Cách ly tạm thời", "Separation"
    COURT = "court", "Đề nghị Tòa án", "Ask the court"


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusePlanByCarer:
    """Who refuses and what is proposed next; `reason` says what they said."""

    refuser: Annotated[Refuser, says("Người từ chối", "Who refuses")]
    path: Annotated[Path, says("Hướng xử lý đề xuất", "What is proposed")]


@dataclass(frozen=True, slots=True, kw_only=True)
class CarerRefusedPlan:
    """A parent or carer refused the plan."""

    refuser: Refuser
    path: Path


def decide(case: Case, command: RefusePlanByCarer, context: DecisionContext) -> CarerRefusedPlan:
    return CarerRefusedPlan(refuser=command.refuser, path=command.path)


def evolve(case: Case, event: CarerRefusedPlan, line: Line) -> Case:
    return replace(case, plan=replace(case.plan, carer_refused_at=line.occurred_at))


def to_be_separated(case: Case, event: CarerRefusedPlan, context: DecisionContext) -> bool:
    return event.path is Path.SEPARATION and case.protection.separation is None


def refusal(case: Case, event: CarerRefusedPlan, context: DecisionContext) -> tuple[str, ...]:
    return running_refs(duty.SEPARATION_DECISION, context) or (f"carer.{case.plan.round}",)


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
        Starts(duty=duty.SEPARATION_DECISION, since=now, answers=chair_of_lead, when=to_be_separated, refs=refusal),
    ),
)
