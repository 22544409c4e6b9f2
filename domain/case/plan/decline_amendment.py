"""Decline a proposed change of the plan, with the reason: the plan goes on as it was approved."""

from dataclasses import dataclass, replace

from domain.case.act import CHAIR_OF_RESIDENCE, Case, Phase, own_number
from domain.case.fields import AmendmentNumber
from domain.case.plan.refusals import NO_AMENDMENT
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Label, Line, met, required


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclineAmendment:
    """The Chair does not agree; `reason` says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendmentDeclined:
    number: AmendmentNumber


def decide(case: Case, command: DeclineAmendment, context: DecisionContext) -> AmendmentDeclined:
    return AmendmentDeclined(number=required(case.plan.amendment, NO_AMENDMENT).ref)


def evolve(case: Case, event: AmendmentDeclined, line: Line) -> Case:
    return replace(case, plan=replace(case.plan, amendment=None))


DECLINE_AMENDMENT = Action(
    command=DeclineAmendment,
    event=AmendmentDeclined,
    stored_as="case.plan_amendment_declined.1",
    asks=Label(vi="Không phê duyệt điều chỉnh kế hoạch", en="Decline the change of plan"),
    tells=Label(vi="Đã không phê duyệt điều chỉnh kế hoạch", en="Change of plan declined"),
    may=CHAIR_OF_RESIDENCE,
    phases=frozenset({Phase.PLAN_APPROVED, Phase.IN_SERVICE}),
    needs_reason=True,
    basis=basis.PLAN_DECISION,
    refuses=(NO_AMENDMENT,),
    decide=decide,
    evolve=evolve,
    answers_to=("propose_amendment",),
    ends=met(duty.AMENDMENT_DECISION, refs=own_number),
)
