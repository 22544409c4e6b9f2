"""Look at what was decided below the worker's proposal: it stands, or the worker's finding counts instead."""

from dataclasses import dataclass, replace
from typing import Annotated

from domain.case.act import (
    URGENT_MEASURES_AGAIN,
    Case,
    RiskLevel,
    acts_for,
    chair_of_lead,
    guide_of_lead,
    open_to_news,
    running_refs,
    waits_for_department,
)
from domain.case.fields import SeriousDanger
from domain.case.plan.visits import visits_from_now
from domain.case.references import Matter
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Label, Line, Refusal, insist, met, owed
from domain.record.fields import Labelled, Personal, says
from domain.record.who import May, Role, Scope


class Look(Labelled):
    """What came of looking at the decision."""

    STANDS = "stands", "Quyết định của cấp xã được giữ nguyên", "The commune's decision stands"
    OVERTURNED = "overturned", "Áp dụng đánh giá của người đánh giá", "The worker's finding counts instead"


@dataclass(frozen=True, slots=True, kw_only=True)
class LookAtDecision:
    """What the department found."""

    look: Annotated[Look, says("Kết quả xem xét", "What came of it")]
    grounds: Annotated[str, says("Căn cứ của kết quả xem xét", "On what it rests")]


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionLookedAt:
    """The decision stands, or `level` and `serious_danger` are the worker's from now on."""

    look: Look
    grounds: Personal
    level: Annotated[RiskLevel | None, says("Mức độ nguy cơ từ nay", "Level of risk from now on")]
    serious_danger: SeriousDanger


NO_DECISION_TO_LOOK_AT = Refusal(
    "no_decision_to_look_at",
    vi="Không có quyết định nào thấp hơn đề xuất đang chờ xem xét.",
    en="No decision below the worker's proposal is waiting.",
)


NOT_THE_GUIDE = Refusal(
    "not_the_guide",
    vi="Việc xem xét thuộc cơ quan chuyên môn hướng dẫn UBND cấp xã đang chủ trì vụ việc.",
    en="The body that guides the commune in the lead looks at its decisions.",
)


def decide(case: Case, command: LookAtDecision, context: DecisionContext) -> DecisionLookedAt:
    insist(
        (waits_for_department(context), NO_DECISION_TO_LOOK_AT),
        (acts_for(guide_of_lead(case, command, context).unit, context), NOT_THE_GUIDE),
    )
    overturned = command.look is Look.OVERTURNED
    return DecisionLookedAt(
        look=command.look,
        grounds=context.text(command.grounds),
        level=case.risk_proposed if overturned else case.risk,
        serious_danger=case.danger_proposed if overturned else case.serious_danger,
    )


def evolve(case: Case, event: DecisionLookedAt, line: Line) -> Case:
    looked = replace(case, risk=event.level, serious_danger=event.serious_danger)
    overturned = event.look is Look.OVERTURNED
    return replace(looked, overturned_at=line.occurred_at, news_at=line.occurred_at) if overturned else looked


def separation_after_all(case: Case, event: DecisionLookedAt, context: DecisionContext) -> bool:
    waiting = running_refs(duty.LOOK_FROM_ABOVE, context)
    overturned = event.look is Look.OVERTURNED and open_to_news(case, event, context)
    return overturned and any(map(Matter.SEPARATION.is_of, waiting))


def of_the_decision(case: Case, event: DecisionLookedAt, context: DecisionContext) -> tuple[str, ...]:
    return tuple(filter(Matter.SEPARATION.is_of, running_refs(duty.LOOK_FROM_ABOVE, context)))


LOOK_AT_DECISION = Action(
    command=LookAtDecision,
    event=DecisionLookedAt,
    stored_as="case.decision_looked_at.1",
    asks=Label(vi="Xem xét quyết định thấp hơn đề xuất", en="Look at a decision below the proposal"),
    tells=Label(vi="Sở Y tế đã xem xét quyết định thấp hơn đề xuất", en="Decision below the proposal looked at"),
    may=May.within(Scope.ANY, Role.HEALTH_DEPARTMENT_OFFICER, Role.DEPARTMENT_DIRECTOR),
    basis=basis.HEADS_ANSWER,
    refuses=(NO_DECISION_TO_LOOK_AT, NOT_THE_GUIDE),
    decide=decide,
    evolve=evolve,
    starts=(
        *URGENT_MEASURES_AGAIN,
        *owed(duty.SEPARATION_DECISION, answers=chair_of_lead, when=separation_after_all, refs=of_the_decision),
        *visits_from_now(duty.VISIT_HIGH, duty.VISIT_MEDIUM, duty.VISIT_LOW),
    ),
    ends=met(duty.LOOK_FROM_ABOVE),
)
