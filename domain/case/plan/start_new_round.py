"""Start a new round because the review found risk left or the child not stable (Decree 56 art. 30)."""

from dataclasses import dataclass, replace

from domain.case.act import CHAIR_OF_RESIDENCE, Case, Phase, chair_of_lead, own_round
from domain.case.plan.clocks import round_before
from domain.case.plan.earlier import PlanRoundStarted1
from domain.case.plan.fields import NewRound
from domain.case.plan.leaving import (
    ITEM_NOT_PROPOSED,
    ITEM_UNDECIDED,
    ItemLeft,
    ItemsToLeave,
    all_decided,
    as_proposed,
    left,
)
from domain.case.refusals import ITEMS_OPEN
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Earlier, Label, Line, Refusal, insist, met, owed


@dataclass(frozen=True, slots=True, kw_only=True)
class StartNewRound:
    """The procedure goes on with a new plan, and of the old one each item that is left is decided."""

    leaves: ItemsToLeave = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRoundStarted:
    round: NewRound
    leaves: tuple[ItemLeft, ...]


NO_RISK_LEFT = Refusal(
    "no_risk_left",
    vi="Lần rà soát không thấy nguy cơ và trẻ em đã ổn định. Đề nghị kết thúc vụ việc.",
    en="The review found no risk and the child stable. Close the case.",
)


def decide(case: Case, command: StartNewRound, context: DecisionContext) -> PlanRoundStarted:
    review = case.plan.review
    insist(
        (review is not None and (review.risk_left or not review.stable), NO_RISK_LEFT),
        (not case.plan.open_items, ITEMS_OPEN),
        all_decided(case, command.leaves),
        *as_proposed(case, command.leaves),
    )
    return PlanRoundStarted(round=case.plan.round + 1, leaves=left(command.leaves, context))


def evolve(case: Case, event: PlanRoundStarted | PlanRoundStarted1, line: Line) -> Case:
    return replace(case, phase=Phase.NEEDS_SET, plan=case.plan.next_round())


START_NEW_ROUND = Action(
    command=StartNewRound,
    event=PlanRoundStarted,
    stored_as="case.plan_round_started.2",
    asks=Label(vi="Tiếp tục quy trình với kế hoạch mới", en="Start a new round"),
    tells=Label(vi="Đã tiếp tục quy trình với kế hoạch mới", en="New round started"),
    may=CHAIR_OF_RESIDENCE,
    phases=frozenset({Phase.UNDER_REVIEW}),
    basis=basis.AFTER_REVIEW,
    refuses=(NO_RISK_LEFT, ITEMS_OPEN, ITEM_UNDECIDED, ITEM_NOT_PROPOSED),
    decide=decide,
    evolve=evolve,
    earlier=(Earlier(event=PlanRoundStarted1, stored_as="case.plan_round_started.1", evolve=evolve),),
    answers_to=("review_plan",),
    starts=owed(duty.PLAN, answers=chair_of_lead, refs=own_round),
    ends=met(duty.CLOSING_DECISION, refs=round_before),
)
