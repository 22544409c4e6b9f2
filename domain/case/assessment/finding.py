"""What the worker found stands until a second assessment answers it: by somebody else, or with the child heard."""

from typing import Any, Protocol

from domain.case.state.case import Case, RiskLevel
from domain.record.act import DecisionContext, said


class Seen(Protocol):
    """What an assessment of the risk says of the danger."""

    @property
    def level(self) -> RiskLevel: ...
    @property
    def serious_danger(self) -> bool: ...
    @property
    def parent_is_harmer(self) -> bool: ...
    @property
    def child_view(self) -> str | None: ...


def sees_harm(seen: Any) -> bool:
    """Whether an assessment sees serious danger, a high level, or a carer who does the harm."""
    return seen.level is RiskLevel.HIGH or seen.serious_danger or seen.parent_is_harmer


def answers_finding(case: Case, command: Seen, context: DecisionContext) -> bool:
    """Whether the assessment may see no harm where the last one saw it."""
    return not case.harm_found or sees_harm(command) or case.assessor != context.by.person or said(command.child_view)


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
