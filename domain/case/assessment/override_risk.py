"""Override the level of risk that the worker proposed, with a reason."""

from dataclasses import dataclass, replace
from typing import Annotated

from domain.case.act import (
    CHAIR,
    LIVE,
    URGENT_MEASURES_AGAIN,
    Case,
    RiskLevel,
    looked_at_from_above,
    no_urgency,
    this_assessment,
)
from domain.case.assessment.finding import lowers, stands
from domain.case.assessment.refusals import FINDING_STANDS
from domain.case.fields import Level, SeriousDanger
from domain.case.plan.visits import visits_from_now
from domain.case.refusals import OVERTURNED, RISK_NOT_ASSESSED
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Label, Line, Refusal, insist, not_required, required
from domain.record.fields import says


@dataclass(frozen=True, slots=True, kw_only=True)
class OverrideRisk:
    """The level as the Chair sees it; `reason` says why."""

    level: Level
    serious_danger: SeriousDanger


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskLevelOverridden:
    before: Annotated[RiskLevel, says("Mức độ nguy cơ trước đó", "Level of risk before")]
    level: RiskLevel
    serious_danger: bool


OVERRIDE_CHANGES_NOTHING = Refusal(
    "override_changes_nothing",
    vi="Mức này giống mức hiện có. Đề nghị xác nhận thay vì quyết định khác.",
    en="This is the level that stands. Confirm it instead.",
)


def decide(case: Case, command: OverrideRisk, context: DecisionContext) -> RiskLevelOverridden:
    before = required(case.level, RISK_NOT_ASSESSED)
    same = stands(case) == (command.level, command.serious_danger)
    insist(
        (not same, OVERRIDE_CHANGES_NOTHING, "level"),
        (not case.harm_found or not lowers(case, command), FINDING_STANDS, "level"),
        (not case.overturned or not lowers(case, command), OVERTURNED, "level"),
    )
    return RiskLevelOverridden(before=before, level=command.level, serious_danger=command.serious_danger)


def evolve(case: Case, event: RiskLevelOverridden, line: Line) -> Case:
    return replace(case, risk=event.level, serious_danger=event.serious_danger, risk_confirmed=True)


def below_proposal(case: Case, event: RiskLevelOverridden, context: DecisionContext) -> bool:
    order = tuple(RiskLevel)
    lower = order.index(event.level) < order.index(case.risk_proposed or event.level)
    return lower or (case.danger_proposed and not event.serious_danger)


OVERRIDE_RISK = Action(
    command=OverrideRisk,
    event=RiskLevelOverridden,
    stored_as="case.risk_level_overridden.1",
    asks=Label(vi="Quyết định mức nguy cơ khác", en="Override the level of risk"),
    tells=Label(vi="Đã quyết định mức nguy cơ khác", en="Level of risk overridden"),
    may=CHAIR,
    phases=LIVE,
    needs_reason=True,
    basis=basis.WHAT_IS_TO_BE_DONE,
    refuses=(RISK_NOT_ASSESSED, OVERRIDE_CHANGES_NOTHING, FINDING_STANDS, OVERTURNED),
    decide=decide,
    evolve=evolve,
    answers_to=("assess_initial_risk",),
    four_eyes=lambda case: case.assessor,
    proposed_by="assess_initial_risk",
    starts=(
        *URGENT_MEASURES_AGAIN,
        *visits_from_now(duty.VISIT_HIGH, duty.VISIT_MEDIUM, duty.VISIT_LOW),
        *looked_at_from_above(duty.LOOK_FROM_ABOVE, below_proposal, this_assessment),
    ),
    ends=not_required(duty.URGENT_MEASURES, when=no_urgency),
)
