"""Approve a change of the plan: never who proposed it, and items that stay keep their clocks as they run."""

from dataclasses import dataclass, replace
from typing import Annotated

from domain.case.act import CHAIR_OF_RESIDENCE, Case, Phase, own_number
from domain.case.fields import AmendmentNumber
from domain.case.plan.clocks import added, dropped, end_of_item, head_of_provider
from domain.case.plan.items import past_due
from domain.case.plan.refusals import ITEM_DUE_PAST, ITEM_OVERDUE, NO_AMENDMENT
from domain.case.state.plan import ItemStatus
from domain.law import basis, duty
from domain.law.term import local_day
from domain.record.act import Action, DecisionContext, Label, Line, insist, met, not_required, owed, required
from domain.record.answering import answers_for_open_lapse
from domain.record.fields import Clear, says
from domain.record.refusals import ANSWERABLE_FOR_LAPSE


@dataclass(frozen=True, slots=True, kw_only=True)
class ApproveAmendment:
    """The Chair agrees with the amendment proposed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendmentApproved:
    number: AmendmentNumber
    added: Annotated[
        tuple[str, ...], says("Số thứ tự của các nhiệm vụ được bổ sung", "Numbers of the items added"), Clear.LINK
    ]
    dropped: Annotated[
        tuple[str, ...], says("Số thứ tự của các nhiệm vụ bị bỏ", "Numbers of the items dropped"), Clear.LINK
    ]


def decide(case: Case, command: ApproveAmendment, context: DecisionContext) -> AmendmentApproved:
    waiting = required(case.plan.amendment, NO_AMENDMENT)
    dropped, today = tuple(case.plan.item(ref) for ref in waiting.drops), local_day(context.at)
    insist(
        (not any(i is not None and past_due(i, today) for i in dropped), ITEM_OVERDUE),
        (not any(past_due(i, today) for i in waiting.adds), ITEM_DUE_PAST),
        (not answers_for_open_lapse(context, but=duty.AMENDMENT_DECISION), ANSWERABLE_FOR_LAPSE),
    )
    return AmendmentApproved(number=waiting.ref, added=tuple(i.ref for i in waiting.adds), dropped=waiting.drops)


def evolve(case: Case, event: AmendmentApproved, line: Line) -> Case:
    plan = case.plan.mark(event.dropped, ItemStatus.DROPPED)
    adds = plan.amendment.adds if plan.amendment else ()
    return replace(case, plan=replace(plan, items=plan.items + adds, amendment=None))


APPROVE_AMENDMENT = Action(
    command=ApproveAmendment,
    event=AmendmentApproved,
    stored_as="case.plan_amended.1",
    asks=Label(vi="Phê duyệt điều chỉnh kế hoạch", en="Approve the change of plan"),
    tells=Label(vi="Đã điều chỉnh kế hoạch", en="Plan amended"),
    may=CHAIR_OF_RESIDENCE,
    phases=frozenset({Phase.PLAN_APPROVED, Phase.IN_SERVICE}),
    basis=basis.PLAN_DECISION,
    refuses=(ANSWERABLE_FOR_LAPSE, ITEM_DUE_PAST, ITEM_OVERDUE, NO_AMENDMENT),
    decide=decide,
    evolve=evolve,
    answers_to=("propose_amendment",),
    four_eyes=lambda case: case.plan.proposer,
    proposed_by="propose_amendment",
    starts=(
        *owed(duty.ITEM_ANSWER, answers_each=head_of_provider, refs=added),
        *owed(duty.ITEM_DELIVERY, answers_each=head_of_provider, refs=added, by_act=end_of_item),
    ),
    ends=(
        *met(duty.AMENDMENT_DECISION, refs=own_number),
        *not_required(duty.ITEM_ANSWER, duty.ITEM_DELIVERY, refs=dropped),
        *met(duty.ITEM_PLACEMENT, refs=dropped),
    ),
)
