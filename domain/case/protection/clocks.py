"""Clocks of what protects the child: since when they count, who answers, and under which reference they run."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from domain.case.clocks import chair_of_lead, danger_stands, knew_then, running_refs, unprotected
from domain.case.protection.against import AGAINST, AT_LEAST, TAKES_FROM_HOME, home_again
from domain.case.references import Matter, part
from domain.case.state.care import CareEnd
from domain.case.state.case import LIVE, Case, Phase
from domain.law import duty
from domain.law.duty import Duty
from domain.record.act import DecisionContext, DutyOutcome, Starts, owed
from domain.record.action import always
from domain.record.fields import OfficeRef

LOOKED_AFTER = LIVE | {Phase.CLOSED}
"""A placement outlasts the case: who comes home from it is looked after as well."""


def each_measure(case: Case, event: Any, context: DecisionContext) -> tuple[str, ...]:
    """The measures ordered: each is a clock of its own."""
    return tuple(m.ref for m in event.measures)


def head_of_executor(case: Case, event: Any, context: DecisionContext, ref: str) -> OfficeRef:
    """The head of the unit that carries the measure out."""
    return context.register.head_of(next(m.executor for m in event.measures if m.ref == ref), context.at)


def end_of_measure(case: Case, event: Any, context: DecisionContext, ref: str) -> datetime:
    """Until when the order lets the measure take."""
    return next(m.until for m in event.measures if m.ref == ref)


def away_by_order(case: Case, event: Any, context: DecisionContext) -> bool:
    """Whether the order takes the child from home, and for more than a moment."""
    away = (m.until for m in event.measures if m.kind in TAKES_FROM_HOME)
    return any(until - context.occurred_at >= AT_LEAST for until in away)


def restarted(case: Case, event: Any, context: DecisionContext) -> bool:
    """Whether the measure that failed leaves the twelve hours owed again."""
    return event.restart > 0


def from_its_origin(case: Case, event: Any, context: DecisionContext) -> datetime:
    """Since when the twelve hours counted that the failed measure was to meet: trying in vain buys no time."""
    return case.protection.measure(event.ref).counted_from or context.at


def failed_measure(case: Case, event: Any, context: DecisionContext) -> tuple[str, ...]:
    """The measure that failed."""
    return (Matter.FAILED_MEASURE.ref(event.ref),)


def of_measure(case: Case, event: Any, context: DecisionContext) -> tuple[str, ...]:
    """The measure, however often it was renewed."""
    running = running_refs(duty.URGENT_MEASURE_COMPLETION, context)
    return tuple(ref for ref in running if ref.partition(".")[0] == event.ref)


def renewed(case: Case, event: Any, context: DecisionContext) -> tuple[str, ...]:
    """The measure and which renewal of it."""
    return (part(event.ref, event.renewal),)


def executor_renewed(case: Case, event: Any, context: DecisionContext) -> OfficeRef:
    """The head of the unit that carries the renewed measure out."""
    return context.register.head_of(case.protection.measure(event.ref).executor, context.at)


def first_day(case: Case, event: Any, context: DecisionContext) -> datetime:
    """From when the 15 days count."""
    return event.counted_from


def this_extension(case: Case, event: Any, context: DecisionContext) -> tuple[str, ...]:
    """The separation and which extension of it: each end that is set anew is a clock of its own."""
    return (part(event.ref, event.extension),)


def home_is_safe(case: Case, event: Any, context: DecisionContext) -> bool:
    """Whether the carers had been assessed as safe, and the child is not kept away on the ground that ended."""
    return event.carers_safe and at_home(case, event, context)


def at_home(case: Case, event: Any, context: DecisionContext) -> bool:
    """Whether no placement lasts that rests on a separation alone."""
    return not case.care.rests_on_separation


def when_asked(case: Case, event: Any, context: DecisionContext) -> datetime:
    """When the Chair's own people were asked for it, or when it was brought to them."""
    return knew_then(case, event.requested_at, context)


def its_request(case: Case, event: Any, context: DecisionContext) -> tuple[str, ...]:
    """The request that the order answers, if there was one."""
    return (event.request,) if event.request else ()


def this_check(case: Case, event: Any, context: DecisionContext) -> tuple[str, ...]:
    """The check that the event tells of."""
    return (Matter.HOME_CHECK.ref(event.number),)


def _this(matter: Matter) -> Callable[[Case, Any, DecisionContext], tuple[str, ...]]:
    numbered = "placement" if matter is Matter.ENDED_CARE else "ref"
    return lambda case, event, context: (matter.ref(getattr(event, numbered)),)


def _bare(case: Case, event: Any, context: DecisionContext) -> bool:
    """Whether the danger stands while nothing protects the child any more for as long as twelve hours."""
    return danger_stands(case, event, context) and unprotected(case, context.at, context)


def measure_ended(case: Case, event: Any, context: DecisionContext) -> bool:
    """Whether a measure ended with this line that had kept something off."""
    before = context.file.state.protection.measure(event.ref)
    return before.ended_at is None and bool(AGAINST[before.kind])


def _began(matter: Matter, event: Any, held: Case) -> datetime | None:
    """When that began which ended with the line, by the number that the line gives."""
    rows = {
        Matter.ENDED_MEASURE: [(m.ref, m.decided_at or m.ordered_at) for m in held.protection.measures],
        Matter.ENDED_NO_CONTACT: [(n.ref, n.since) for n in held.protection.no_contacts],
        Matter.ENDED_SEPARATION: [(s.ref, s.since) for s in held.protection.separations],
        Matter.ENDED_CARE: [(p.ref, p.since) for p in held.care.placements],
    }[matter]
    number = event.placement if matter is Matter.ENDED_CARE else event.ref
    return dict(rows).get(number)


def _since_bare(matter: Matter) -> Callable[[Case, Any, DecisionContext], datetime]:
    """Since when the child is unprotected: what lasted less than twelve hours protected nobody, and buys no time."""

    def since(case: Case, event: Any, context: DecisionContext) -> datetime:
        file = context.file
        began = _began(matter, event, file.state)
        if began is None or context.occurred_at - began >= AT_LEAST:
            return context.at
        answered_by_it = (
            clock.since
            for key, clock in file.begun.items()
            if key[0] == duty.URGENT_MEASURES.code
            and clock.since <= began < clock.due_at
            and key in file.ended
            and file.ended[key][1] is DutyOutcome.MET
        )
        return min(answered_by_it, default=context.at)

    return since


def laid_bare(
    owes: Duty, matter: Matter, ended: Callable[[Case, Any, DecisionContext], bool] = always
) -> tuple[Starts[Case, Any], ...]:
    """Protection ended: twelve hours begin where the danger stands."""
    return owed(
        owes,
        since=_since_bare(matter),
        answers=chair_of_lead,
        when=lambda case, event, context: ended(case, event, context) and _bare(case, event, context),
        refs=_this(matter),
        beside=True,
    )


def sent_home(
    owes: Duty, matter: Matter, ended: Callable[[Case, Any, DecisionContext], bool] = always
) -> tuple[Starts[Case, Any], ...]:
    """The child came home: somebody looks within a day whether it is safe there."""
    return owed(
        owes,
        answers=chair_of_lead,
        when=lambda case, event, context: (
            case.phase in LOOKED_AFTER and ended(case, event, context) and home_again(case)
        ),
        refs=_this(matter),
        beside=True,
    )


def returned(case: Case, event: Any, context: DecisionContext) -> bool:
    """Whether the child may go from its placement back to its family: to nobody else, as far as the line tells."""
    return event.ground not in (CareEnd.ADOPTED, CareEnd.OF_AGE)


def left_shelter(case: Case, event: Any, context: DecisionContext) -> bool:
    """Whether the measure that ended had taken the child from home."""
    measure = context.file.state.protection.measure(event.ref)
    return measure.ended_at is None and measure.kind in TAKES_FROM_HOME
