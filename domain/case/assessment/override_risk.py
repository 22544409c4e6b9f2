"""Override the level of risk that the worker proposed, with a reason."""

from dataclasses import dataclass, replace

from domain.case.clocks import NOT_URGENT, URGENT_AGAIN
from domain.case.plan.visits import SOONER_VISIT
from domain.case.state.case import LIVE, Case, RiskLevel
from domain.case.who import CHAIR
from domain.law import basis
from domain.record.action import Action
from domain.record.file import DecisionContext
from domain.record.line import Line
from domain.record.refusal import insist
from domain.record.vocabulary import Kind, Label


@dataclass(frozen=True, slots=True, kw_only=True)
class OverrideRisk:
    """The Chair's own level, and whether serious danger exists."""

    level: RiskLevel
    serious_danger: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskLevelOverridden:
    """The Chair set another level than the one that stood."""

    before: RiskLevel
    level: RiskLevel
    serious_danger: bool


def decide(case: Case, command: OverrideRisk, context: DecisionContext) -> RiskLevelOverridden:
    before = case.level
    same = before is command.level and case.serious_danger == command.serious_danger
    insist(
        (before is not None, "risk_not_assessed"),
        (not same, "override_changes_nothing", "level"),
    )
    return RiskLevelOverridden(
        before=before or RiskLevel.NONE, level=command.level, serious_danger=command.serious_danger
    )


def evolve(case: Case, event: RiskLevelOverridden, line: Line) -> Case:
    return replace(case, risk=event.level, serious_danger=event.serious_danger, risk_confirmed=True)


OVERRIDE_RISK = Action(
    kind=Kind.CASE,
    command=OverrideRisk,
    event=RiskLevelOverridden,
    stored_as="case.risk_level_overridden.1",
    asks=Label(vi="Quyết định mức nguy cơ khác", en="Override the level of risk"),
    tells=Label(vi="Đã quyết định mức nguy cơ khác", en="Level of risk overridden"),
    may=CHAIR,
    phases=LIVE,
    needs_reason=True,
    basis=basis.INITIAL_ASSESSMENT,
    decide=decide,
    evolve=evolve,
    four_eyes=lambda case: case.assessor,
    starts=(URGENT_AGAIN, *SOONER_VISIT),
    ends=(NOT_URGENT,),
)
