"""What the clocks of a case share: who answers, and how all of them end with the case."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from domain.case.state.case import Case
from domain.law import duty
from domain.record.action import Ends, How, Starts
from domain.record.line import DutyEnded, Scene
from domain.record.vocabulary import OfficeRef, Role, UnitRef


def chair_of_lead(case: Case, event: Any, scene: Scene) -> OfficeRef:
    """The Chair of the unit in the lead once the act is done."""
    if case.lead is None:
        raise AssertionError("a case without a lead")
    return scene.register.answerable(case.lead, Role.COMMUNE_CHAIR, scene.at)


def chair_of_actor(case: Case, event: Any, scene: Scene) -> OfficeRef:
    """The Chair of the commune that the actor acts for."""
    office = scene.by.office
    if office is None:
        return chair_of_lead(case, event, scene)
    return scene.register.answerable(office.unit, Role.COMMUNE_CHAIR, scene.at)


def now(case: Case, event: Any, scene: Scene) -> datetime:
    """The instant at which the act happened."""
    return scene.occurred_at


def all_not_required(case: Case, event: Any, scene: Scene) -> tuple[DutyEnded, ...]:
    """Every clock that runs, ended because the case is."""
    return tuple(DutyEnded(code=code, ref=ref, how=How.NOT_REQUIRED) for code, ref in scene.file.running)


def running_refs(code: str, scene: Scene) -> tuple[str, ...]:
    """The references under which the duty runs now."""
    return tuple(ref for duty, ref in scene.file.running if duty == code)


def guide_of_lead(case: Case, event: Any, scene: Scene) -> OfficeRef:
    """The head of the department that guides the commune in the lead."""
    if case.lead is None:
        raise AssertionError("a case without a lead")
    return scene.register.guide_of(case.lead, scene.at)


def passed_up(matter: str) -> Callable[[Case, Any, Scene], tuple[str, ...]]:
    """The references under which this matter waits for the department."""
    return lambda case, event, scene: tuple(r for r in running_refs("P25", scene) if r.startswith(matter))


def acts_for(unit: UnitRef, scene: Scene) -> bool:
    """Whether the actor's unit is `unit`, or has succeeded it."""
    own = scene.by.office.unit.id if scene.by.office else None
    return own == unit.id or own in scene.register.living(unit.id, scene.at)


def unweighed(case: Case, event: Any, scene: Scene) -> bool:
    """Whether a report waits for its assessment."""
    return bool(running_refs("T03", scene))


def from_the_news(case: Case, event: Any, scene: Scene) -> datetime:
    """The first receipt of the reports that wait for an assessment, else the act itself."""
    waiting = [scene.file.running["T03", ref].since for ref in running_refs("T03", scene)]
    return min(waiting, default=scene.occurred_at)


def danger_unanswered(case: Case, event: Any, scene: Scene) -> bool:
    """Whether grave risk stands on the file while no clock asks for urgent measures and none is in force."""
    return case.grave and not running_refs("T04", scene) and not case.protection.in_force


URGENT_AGAIN: Starts[Any, Any] = Starts(
    duty=duty.T04,
    since=from_the_news,
    answers=chair_of_lead,
    when=danger_unanswered,
    refs=lambda case, event, scene: (f"risk-{case.assessments}",),
)


def no_urgency(case: Case, event: Any, scene: Scene) -> bool:
    """Whether a settled level shows that no urgent measure is needed.

    Not while a report waits to be weighed; and where the worker saw grave danger, only `decline_urgent_measure`
    settles it, which answers the worker.
    """
    return not (case.grave or case.found_grave or unweighed(case, event, scene))


NOT_URGENT: Ends[Any, Any] = Ends(duty=duty.T04, how=How.NOT_REQUIRED, when=no_urgency)
