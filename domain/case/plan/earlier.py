"""Events of a plan as they were written before: nobody writes them any more, and they load for good."""

from dataclasses import dataclass
from typing import Annotated

from domain.case.plan.fields import IsStable, NewRound, NumberOfVisit
from domain.case.state.plan import Safety, Stability
from domain.record.fields import ChildViewThen, Personal, Round, says


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpVisited1:
    """A visit, as it was written before the line said whether the child was met."""

    number: NumberOfVisit
    safety: Safety
    seen: Personal
    child_view: ChildViewThen


@dataclass(frozen=True, slots=True, kw_only=True)
class UnfinishedItem1:
    """Why an item will not be done, in words alone."""

    item: str
    why: Annotated[Personal, says("Lý do không thực hiện", "Why")]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanReviewed1:
    """The plan was reviewed, as it was written before the line said whether the child is stable."""

    round: Round
    risk_left: bool
    body: Stability
    mind: Stability
    cognition: Stability
    feelings: Stability
    findings: Personal
    child_view: ChildViewThen
    unfinished: tuple[UnfinishedItem1, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanReviewed2:
    """As it was written before the line said whether the child was met, and by what cause an item is left."""

    round: Round
    risk_left: bool
    body: Stability
    mind: Stability
    cognition: Stability
    feelings: Stability
    stable: IsStable
    findings: Personal
    child_view: ChildViewThen
    unfinished: tuple[UnfinishedItem1, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRoundStarted1:
    """As it was written when a new round left what was not done undecided."""

    round: NewRound
