"""Confirm the level of risk that the worker proposed."""

from dataclasses import dataclass, replace

from domain.case.clocks import NOT_URGENT
from domain.case.state.case import LIVE, Case, RiskLevel
from domain.case.who import CHAIR
from domain.law import basis
from domain.record.action import Action
from domain.record.file import DecisionContext
from domain.record.line import Line
from domain.record.refusal import insist, present
from domain.record.vocabulary import Kind, Label


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmRisk:
    """The level stands as proposed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskLevelConfirmed:
    """The Chair confirmed the level."""

    level: RiskLevel


def decide(case: Case, command: ConfirmRisk, context: DecisionContext) -> RiskLevelConfirmed:
    insist(
        (case.risk_proposed is not None, "risk_not_assessed"),
        (not case.risk_confirmed, "risk_already_confirmed"),
    )
    return RiskLevelConfirmed(level=present(case.risk_proposed))


def evolve(case: Case, event: RiskLevelConfirmed, line: Line) -> Case:
    return replace(case, risk=event.level, risk_confirmed=True)


CONFIRM_RISK = Action(
    kind=Kind.CASE,
    command=ConfirmRisk,
    event=RiskLevelConfirmed,
    stored_as="case.risk_level_confirmed.1",
    asks=Label(vi="Xác nhận mức nguy cơ", en="Confirm the level of risk"),
    tells=Label(vi="Đã xác nhận mức nguy cơ", en="Level of risk confirmed"),
    may=CHAIR,
    phases=LIVE,
    basis=basis.INITIAL_ASSESSMENT,
    decide=decide,
    evolve=evolve,
    four_eyes=lambda case: case.assessor,
    ends=(NOT_URGENT,),
)
