"""What the clocks of a case share: since when, for whom, under which reference, and how all end with the case."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from domain.case.protection.against import protected_until
from domain.case.references import Matter, part
from domain.case.state.case import LIVE, Case, Phase, RiskLevel
from domain.case.state.plan import Safety
from domain.law import duty
from domain.law.duty import Duty
from domain.law.harm import HarmKind
from domain.record.action import Starts, owed
from domain.record.file import DecisionContext
from domain.record.line import DutyEnded, DutyOutcome
from domain.record.vocabulary import OfficeRef, Role, UnitRef

IN_SPITE_OF_PROTECTION = (Matter.VISIT, Matter.HOME_CHECK, Matter.MONITORING, Matter.REOPENING)


def chair_of_lead(case: Case, event: Any, context: DecisionContext) -> OfficeRef:
    """The Chair of the unit in the lead once the act is done."""
    return context.register.answerable(case.unit_in_lead, Role.COMMUNE_CHAIR, context.at)


def chair_of_actor(case: Case, event: Any, context: DecisionContext) -> OfficeRef:
    """The Chair of the commune that the actor acts for."""
    office = context.by.office
    if office is None:
        return chair_of_lead(case, event, context)
    return context.register.answerable(office.unit, Role.COMMUNE_CHAIR, context.at)


def own_ref(case: Case, event: Any, context: DecisionContext) -> tuple[str, ...]:
    """The reference that the event gives to what it tells of."""
    return (event.ref,)


def own_number(case: Case, event: Any, context: DecisionContext) -> tuple[str, ...]:
    """The number that the event gives to what it tells of."""
    return (str(event.number),)


def own_round(case: Case, event: Any, context: DecisionContext) -> tuple[str, ...]:
    """The round of the plan that the event tells of."""
    return (str(event.round),)


def until_event(case: Case, event: Any, context: DecisionContext, ref: str) -> datetime:
    """The end that the event itself sets."""
    return event.until


def until_due(case: Case, event: Any, context: DecisionContext, ref: str) -> datetime:
    """The day by which the event itself asks for it."""
    return event.due_at


OF_THE_LEVEL_ABOVE = frozenset({duty.REPEATED_LAPSES.code, duty.DIRECTION_CHECK.code})


def of_the_case(context: DecisionContext) -> list[tuple[str, str]]:
    """The clocks that run and end with the case: what the level above owes of its own, it owes all the same."""
    return [(code, ref) for code, ref in context.file.running if code not in OF_THE_LEVEL_ABOVE]


def all_not_required(case: Case, event: Any, context: DecisionContext) -> tuple[DutyEnded, ...]:
    """Every clock that runs, ended because the case is."""
    return tuple(DutyEnded(code=code, ref=ref, how=DutyOutcome.NOT_REQUIRED) for code, ref in of_the_case(context))


def directions_followed(case: Case, context: DecisionContext) -> bool:
    """Whether each direction was answered, and none of the answers waits in time to be looked at."""
    return all(each.answered for each in case.directions) and not in_time_refs(duty.DIRECTION_CHECK, context)


def running_refs(of: Duty, context: DecisionContext) -> tuple[str, ...]:
    """The references under which the duty runs now."""
    return tuple(ref for code, ref in context.file.running if code == of.code)


def in_time_refs(of: Duty, context: DecisionContext) -> tuple[str, ...]:
    """The references under which the duty runs now and has not lapsed."""
    return tuple(ref for ref in running_refs(of, context) if (of.code, ref) not in context.file.lapsed)


def told_already(of: Duty, since: datetime, context: DecisionContext) -> bool:
    """Whether the duty runs since the same instant: what was told once is owed once, in time or overdue."""
    return any(context.file.running[of.code, ref].since == since for ref in running_refs(of, context))


def guide_of_lead(case: Case, event: Any, context: DecisionContext) -> OfficeRef:
    """The head of the department that guides the commune in the lead."""
    return context.register.guide_of(case.unit_in_lead, context.at)


def passed_up(matter: Matter) -> Callable[[Case, Any, DecisionContext], tuple[str, ...]]:
    """The references under which this matter waits for the department."""
    return lambda case, event, context: tuple(r for r in running_refs(duty.PASSED_UP, context) if matter.is_of(r))


def acts_for(unit: UnitRef, context: DecisionContext) -> bool:
    """Whether the actor's unit is `unit`, or has succeeded it."""
    own = context.by.office.unit.id if context.by.office else None
    return own == unit.id or own in context.register.living(unit.id, context.at)


def knew_then(case: Case, then: datetime, context: DecisionContext) -> datetime:
    """Since when the Chair's own people knew: then, if they tell of it; else since the line that brings it to them."""
    own = acts_for(case.unit_in_lead, context) and context.by.role is not Role.COMMUNE_POLICE_HEAD
    return then if own else context.at


def unweighed(case: Case, event: Any, context: DecisionContext) -> bool:
    """Whether a report waits for its assessment."""
    return bool(running_refs(duty.INITIAL_RISK, context))


def from_first_unweighed_report(case: Case, event: Any, context: DecisionContext) -> datetime:
    """The first receipt of the reports that wait for an assessment, else the act itself."""
    waiting = [
        context.file.running[duty.INITIAL_RISK.code, ref].since for ref in running_refs(duty.INITIAL_RISK, context)
    ]
    return min(waiting, default=context.occurred_at)


def open_to_news(case: Case, event: Any, context: DecisionContext) -> bool:
    """Whether news still sets clocks going: a merged case passes it on, a child that died needs nothing."""
    return case.phase not in (Phase.MERGED, Phase.DECEASED)


def unprotected(case: Case, since: datetime, context: DecisionContext, harms: tuple[HarmKind, ...] = ()) -> bool:
    """Whether twelve hours that count from `since` are owed: nothing that protects against the harm outlasts them."""
    due = duty.due_at(duty.URGENT_MEASURES, since).instant
    covered = protected_until(case, context.at, harms)
    owed_still = not (context.at < covered > due) and not told_already(duty.URGENT_MEASURES, since, context)
    return owed_still and open_to_news(case, None, context)


def danger_met(case: Case, event: Any, context: DecisionContext) -> bool:
    """Whether who met the child found it in danger: whatever is in force does not keep that off."""
    since = context.occurred_at
    return event.safety is Safety.DANGER and not told_already(duty.URGENT_MEASURES, since, context)


def danger_unanswered(case: Case, event: Any, context: DecisionContext) -> bool:
    """Whether grave risk stands on the file and nothing in force protects the child from it."""
    return case.grave and unprotected(case, from_first_unweighed_report(case, event, context), context)


def danger_stands(case: Case, event: Any, context: DecisionContext) -> bool:
    """Whether a child whose protection ends is in danger still, or may be: a report waits for its assessment."""
    return case.phase in LIVE and (case.grave or unweighed(case, event, context))


def answered(case: Case, event: Any, context: DecisionContext) -> tuple[str, ...]:
    """The twelve hours that are met: what protects the child from this harm now, and outlasts them.

    Where danger was met, or a case reopened, in spite of what was in force, that must have been decided since.
    """

    def is_met(ref: str) -> bool:
        clock = context.file.running[duty.URGENT_MEASURES.code, ref]
        anew = any(matter.is_of(ref) for matter in IN_SPITE_OF_PROTECTION)
        return context.at < protected_until(case, context.at, since=clock.since if anew else None) > clock.due_at

    return tuple(filter(is_met, running_refs(duty.URGENT_MEASURES, context)))


def danger_seen(case: Case, event: Any, context: DecisionContext) -> bool:
    """Whether the level now found or settled is grave, and nothing yet answers it."""
    sees = event.level is RiskLevel.HIGH or event.serious_danger
    return sees and danger_unanswered(case, event, context)


def next_monitoring(case: Case, event: Any, context: DecisionContext) -> tuple[str, ...]:
    """The next monitoring of the same placement."""
    return (part(event.placement, event.number + 1),)


def no_urgency(case: Case, event: Any, context: DecisionContext) -> bool:
    """Whether a settled level shows that no urgent measure is needed.

    Not while a report waits to be weighed; and where the worker saw grave danger, only `decline_urgent_measure`
    settles it, which answers the worker.
    """
    return not (case.grave or case.found_grave or unweighed(case, event, context))


def looked_at_from_above(
    look: Duty,
    when: Callable[[Case, Any, DecisionContext], bool],
    refs: Callable[[Case, Any, DecisionContext], tuple[str, ...]],
) -> tuple[Starts[Case, Any], ...]:
    """What is decided below the worker's proposal is shown to the department at once, and it has to look at it."""
    return owed(look, answers=guide_of_lead, when=when, refs=refs)


def waits_for_department(context: DecisionContext) -> bool:
    """Whether the department has yet to look at a decision below the worker's proposal."""
    return bool(running_refs(duty.LOOK_FROM_ABOVE, context))


def this_assessment(case: Case, event: Any, context: DecisionContext) -> tuple[str, ...]:
    """The last assessment, by its number."""
    return (Matter.RISK.ref(case.assessments),)


URGENT_MEASURES_AGAIN: tuple[Starts[Case, Any], ...] = owed(
    duty.URGENT_MEASURES,
    since=from_first_unweighed_report,
    answers=chair_of_lead,
    when=danger_seen,
    refs=this_assessment,
    beside=True,
)
