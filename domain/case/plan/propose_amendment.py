"""Propose a change of the approved plan, with the reason; nothing changes until the Chair has decided."""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Annotated

from domain.case.act import WORKER_OF_RESIDENCE, Case, Phase, chair_of_lead, own_number
from domain.case.plan.items import check_new_items, numbered, past_due
from domain.case.plan.refusals import ITEM_AFTER_PLAN, ITEM_DUE_PAST, ITEM_OVERDUE, ITEM_UNKNOWN
from domain.case.state.plan import Amendment, ItemStatus, NewItem, PlanItem
from domain.law import basis, duty
from domain.law.term import local_day
from domain.record.act import Action, DecisionContext, Label, Line, Refusal, each, insist, owed
from domain.record.fields import Clear, says


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposeAmendment:
    """Items to add and to drop; `reason` says why."""

    adds: Annotated[tuple[NewItem, ...], says("Nhiệm vụ bổ sung", "Items to add")] = ()
    drops: Annotated[
        tuple[str, ...], says("Số thứ tự của các nhiệm vụ cần bỏ", "Numbers of the items to drop"), Clear.LINK
    ] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendmentProposed:
    number: Annotated[int, says("Số thứ tự của đề nghị điều chỉnh", "Number of the amendment")]
    adds: tuple[PlanItem, ...]
    drops: tuple[str, ...]


AMENDMENT_WAITS = Refusal(
    "amendment_waits",
    vi="Một đề nghị điều chỉnh đang chờ Chủ tịch quyết định. Đề nghị chờ quyết định đó.",
    en="A change already waits for the Chair. Wait for that decision.",
)
AMENDMENT_EMPTY = Refusal(
    "amendment_empty",
    vi="Đề nghị điều chỉnh phải thêm hoặc bỏ ít nhất một nhiệm vụ.",
    en="A change must add or drop at least one item.",
)

DROPPED_BEFORE = timedelta(days=3)
"""Project default: what is due these days is done, or is late; only what its provider declined goes to another."""
ITEM_NEARLY_DUE = Refusal(
    "item_nearly_due",
    vi="Nhiệm vụ đến hạn trong 3 ngày tới không được bỏ khỏi kế hoạch. Đề nghị thực hiện hoặc giải trình khi rà soát.",
    en="An item that is due within three days is not dropped. Deliver it, or explain it in the review.",
)
PLAN_EMPTIED = Refusal(
    "plan_emptied",
    vi="Điều chỉnh không được bỏ hết nhiệm vụ của kế hoạch. Đề nghị rà soát kế hoạch để quyết định từng nhiệm vụ.",
    en="A change does not empty the plan. Review the plan, so that each item is decided.",
)


def decide(case: Case, command: ProposeAmendment, context: DecisionContext) -> AmendmentProposed:
    plan, today = case.plan, local_day(context.at)
    open_items = {item.ref: item for item in plan.open_items}
    nearly_due = {
        ref
        for ref, item in open_items.items()
        if today <= item.due < today + DROPPED_BEFORE and item.status is not ItemStatus.DECLINED
    }
    overdue = {ref for ref, item in open_items.items() if past_due(item, today)}
    insist(
        (case.plan.amendment is None, AMENDMENT_WAITS),
        (bool(command.adds or command.drops), AMENDMENT_EMPTY),
        (bool(command.adds) or not command.drops or set(command.drops) < set(open_items), PLAN_EMPTIED, "drops"),
        *each(command.drops, lambda ref: ref in open_items, ITEM_UNKNOWN, "drops"),
        *each(command.drops, lambda ref: ref not in nearly_due, ITEM_NEARLY_DUE, "drops"),
        *each(command.drops, lambda ref: ref not in overdue, ITEM_OVERDUE, "drops"),
        *check_new_items(command.adds, "adds", context),
        *each(command.adds, lambda i: plan.ends_on is None or i.due <= plan.ends_on, ITEM_AFTER_PLAN, "adds", "due"),
    )
    return AmendmentProposed(
        number=case.plan.amendments + 1, adds=numbered(command.adds, len(case.plan.items), context), drops=command.drops
    )


def evolve(case: Case, event: AmendmentProposed, line: Line) -> Case:
    waiting = Amendment(ref=str(event.number), proposer=line.by.person, adds=event.adds, drops=event.drops)
    return replace(case, plan=replace(case.plan, amendment=waiting, amendments=event.number))


PROPOSE_AMENDMENT = Action(
    command=ProposeAmendment,
    event=AmendmentProposed,
    stored_as="case.plan_amendment_proposed.1",
    asks=Label(vi="Đề nghị điều chỉnh kế hoạch", en="Propose a change of plan"),
    tells=Label(vi="Đã đề nghị điều chỉnh kế hoạch", en="Change of plan proposed"),
    may=WORKER_OF_RESIDENCE,
    phases=frozenset({Phase.PLAN_APPROVED, Phase.IN_SERVICE}),
    needs_reason=True,
    basis=basis.CARRY_OUT_PLAN,
    refuses=(
        ITEM_DUE_PAST,
        ITEM_AFTER_PLAN,
        ITEM_UNKNOWN,
        AMENDMENT_WAITS,
        AMENDMENT_EMPTY,
        ITEM_OVERDUE,
        ITEM_NEARLY_DUE,
        PLAN_EMPTIED,
    ),
    decide=decide,
    evolve=evolve,
    starts=owed(duty.AMENDMENT_DECISION, answers=chair_of_lead, refs=own_number),
)
