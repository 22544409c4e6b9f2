"""Events of a plan as they were written before: nobody writes them any more, and they load for good."""

from dataclasses import dataclass

from domain.case.plan.reviews import UnfinishedItem
from domain.case.state.plan import Stability
from domain.record.fields import Personal, Round


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
    child_view: Personal | None
    unfinished: tuple[UnfinishedItem, ...]
