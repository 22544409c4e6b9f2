"""Decline a proposed change of the plan, with the reason: the plan goes on as it was approved."""

from dataclasses import dataclass, replace
from typing import Annotated

from domain.case.plan.refusals import NO_AMENDMENT
from domain.case.state.case import Case, Phase
from domain.case.who import CHAIR_OF_RESIDENCE
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Ends, Label, Line, insist, present
from domain.record.fields import Clear, says


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclineAmendment:
    """The Chair does not agree; `reason` says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendmentDeclined:
    """The change was declined."""

    number: Annotated[str, says("Số thứ tự của đề nghị điều chỉnh", "Number of the amendment"), Clear.LINK]


def decide(case: Case, command: DeclineAmendment, context: DecisionContext) -> AmendmentDeclined:
    insist((case.plan.amendment is not None, NO_AMENDMENT))
    return AmendmentDeclined(number=present(case.plan.amendment).ref)


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
    basis=basis.PLAN_APPROVAL,
    refuses=(NO_AMENDMENT,),
    decide=decide,
    evolve=evolve,
    ends=(Ends(duty=duty.AMENDMENT_DECISION, refs=lambda case, event, context: (event.number,)),),
)
