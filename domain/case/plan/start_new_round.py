"""Start a new round because the review found risk left or the child not stable (Decree 56 art. 30)."""

from dataclasses import dataclass, replace
from typing import Annotated

from domain.case.act import CHAIR_OF_RESIDENCE, Case, Phase, chair_of_lead, own_round
from domain.case.plan.clocks import round_before
from domain.case.refusals import ITEMS_OPEN
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Label, Line, Refusal, insist, met, owed
from domain.record.fields import says


@dataclass(frozen=True, slots=True, kw_only=True)
class StartNewRound:
    """The procedure goes on with a new plan."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRoundStarted:
    round: Annotated[int, says("Kế hoạch mới là lần thứ", "The new round")]


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
    )
    return PlanRoundStarted(round=case.plan.round + 1)


def evolve(case: Case, event: PlanRoundStarted, line: Line) -> Case:
    return replace(case, phase=Phase.NEEDS_SET, plan=case.plan.next_round())


START_NEW_ROUND = Action(
    command=StartNewRound,
    event=PlanRoundStarted,
    stored_as="case.plan_round_started.1",
    asks=Label(vi="Tiếp tục quy trình với kế hoạch mới", en="Start a new round"),
    tells=Label(vi="Đã tiếp tục quy trình với kế hoạch mới", en="New round started"),
    may=CHAIR_OF_RESIDENCE,
    phases=frozenset({Phase.UNDER_REVIEW}),
    basis=basis.AFTER_REVIEW,
    refuses=(NO_RISK_LEFT, ITEMS_OPEN),
    decide=decide,
    evolve=evolve,
    answers_to=("review_plan",),
    starts=owed(duty.PLAN, answers=chair_of_lead, refs=own_round),
    ends=met(duty.CLOSING_DECISION, refs=round_before),
)
