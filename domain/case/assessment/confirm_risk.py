"""Confirm the level of risk that the worker proposed."""

from dataclasses import dataclass, replace
from typing import Annotated

from domain.case.act import CHAIR, LIVE, Case, RiskLevel, no_urgency
from domain.case.refusals import RISK_NOT_ASSESSED
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Label, Line, Refusal, insist, not_required, required
from domain.record.fields import says


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmRisk:
    """The Chair agrees with the level found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskLevelConfirmed:
    level: Annotated[RiskLevel, says("Mức độ nguy cơ được xác nhận", "Level of risk confirmed")]


RISK_ALREADY_CONFIRMED = Refusal(
    "risk_already_confirmed",
    vi="Mức nguy cơ đã được quyết định. Muốn thay đổi, đề nghị quyết định mức khác và nêu lý do.",
    en="The level is settled. To change it, override it with a reason.",
)


def decide(case: Case, command: ConfirmRisk, context: DecisionContext) -> RiskLevelConfirmed:
    proposed = required(case.risk_proposed, RISK_NOT_ASSESSED)
    insist((not case.risk_confirmed, RISK_ALREADY_CONFIRMED))
    return RiskLevelConfirmed(level=proposed)


def evolve(case: Case, event: RiskLevelConfirmed, line: Line) -> Case:
    told_since = case.news_at is not None and case.assessed_at is not None and case.news_at > case.assessed_at
    danger = case.danger_proposed or (case.serious_danger and told_since)
    return replace(case, risk=event.level, serious_danger=danger, risk_confirmed=True)


CONFIRM_RISK = Action(
    command=ConfirmRisk,
    event=RiskLevelConfirmed,
    stored_as="case.risk_level_confirmed.1",
    asks=Label(vi="Xác nhận mức nguy cơ", en="Confirm the level of risk"),
    tells=Label(vi="Đã xác nhận mức nguy cơ", en="Level of risk confirmed"),
    may=CHAIR,
    phases=LIVE,
    basis=basis.WHAT_IS_TO_BE_DONE,
    refuses=(RISK_NOT_ASSESSED, RISK_ALREADY_CONFIRMED),
    decide=decide,
    evolve=evolve,
    answers_to=("assess_initial_risk",),
    four_eyes=lambda case: case.assessor,
    proposed_by="assess_initial_risk",
    ends=not_required(duty.URGENT_MEASURES, when=no_urgency),
)
