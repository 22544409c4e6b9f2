"""What the worker found stands until a second assessment, with the child met, answers it.

By somebody else, or by the same worker once the child was heard. Danger can be told without the child; that there is
less of it cannot.
"""

from dataclasses import replace
from typing import Any, Protocol

from domain.case.protection.against import with_new_harm
from domain.case.seeing.sightings import SightingTold
from domain.case.state.case import FIRST_STEPS, Case, Phase, RiskLevel
from domain.case.state.sighting import ChildView
from domain.record.act import DecisionContext, Line


class Found(Protocol):
    """What an assessment of the risk says of the danger, and of the child."""

    @property
    def level(self) -> RiskLevel: ...
    @property
    def serious_danger(self) -> bool: ...
    @property
    def parent_is_harmer(self) -> bool: ...
    @property
    def carers_safe(self) -> bool | None: ...
    @property
    def sighting(self) -> SightingTold: ...


def sees_harm(seen: Any) -> bool:
    """Whether an assessment sees serious danger, a high level, or a carer who does the harm."""
    return seen.level is RiskLevel.HIGH or seen.serious_danger or seen.parent_is_harmer


def tells_of_danger_alone(command: Found) -> bool:
    """Whether it says that there is danger, and nothing else that only who met the child can say."""
    return sees_harm(command) and not command.carers_safe


def answers_finding(case: Case, command: Found, context: DecisionContext) -> bool:
    """Whether the assessment may see less than the last one: each thing that was found is answered for itself."""
    lowered = (
        (case.risk_proposed is RiskLevel.HIGH and command.level is not RiskLevel.HIGH)
        or (case.danger_proposed and not command.serious_danger)
        or (case.parent_is_harmer and not command.parent_is_harmer)
    )
    told = command.sighting
    other = case.assessor != context.by.person and was_in_post(case, context)
    return not lowered or (told.met and (other or told.view is ChildView.HEARD))


def was_in_post(case: Case, context: DecisionContext) -> bool:
    """Whether who assesses held the office when the last assessment was made: nobody picks who is to see less."""
    office, then = context.by.office, case.assessed_at
    held = context.register.holder(office.id, then) if office is not None and then is not None else None
    return held is not None and held.person == context.by.person


def lowers(case: Case, command: Any) -> bool:
    """Whether less is seen than stands: a lower level, or no danger where there is some."""
    order = tuple(RiskLevel)
    lower = case.level is not None and order.index(command.level) < order.index(case.level)
    return lower or (case.serious_danger and not command.serious_danger)


def stands(case: Case) -> tuple[RiskLevel | None, bool]:
    """The level and the danger that an override would repeat: as settled, else as the worker found, to be confirmed."""
    if case.risk_confirmed:
        return case.level, case.serious_danger
    return case.risk_proposed, case.danger_proposed


def weighed(case: Case, event: Any, line: Line) -> Case:
    """The case once the risk was assessed."""
    return replace(
        case,
        phase=Phase.ASSESSED if case.phase in FIRST_STEPS else case.phase,
        risk_proposed=event.level,
        risk_confirmed=False,
        serious_danger=event.serious_danger or (case.risk is not None and case.serious_danger),
        danger_proposed=event.serious_danger,
        parent_is_harmer=event.parent_is_harmer,
        harm_kinds=event.harm_kinds,
        assessor=line.by.person,
        assessments=event.number,
        assessed_at=line.occurred_at,
        protection=with_new_harm(case, sees_harm(event), line.occurred_at),
        carers_safe_at=line.occurred_at if event.carers_safe else None,
    )
