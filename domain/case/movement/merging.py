"""What merging two cases into one comes to: which of them goes on, and which clocks go on in it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from domain.case.clocks import chair_of_lead, open_to_news, running_refs, unprotected
from domain.case.follow_ups import AbsorbCase, CarriedClock, CaseFacts, JoinReport
from domain.case.references import Matter, part
from domain.case.state.case import Case, RiskLevel
from domain.law import duty
from domain.law.duty import Duty
from domain.record.act import DecisionContext, FollowUp, Starts, owed, present
from domain.record.fields import Kind, Labelled


class Sameness(Labelled):
    """Why two cases are one."""

    CHILD = "child", "Cùng một trẻ em", "The same child"
    EVENT = "event", "Cùng một sự việc", "The same event"


CARRIED = (duty.INITIAL_RISK, duty.URGENT_MEASURES, duty.SEPARATION_DECISION)


def facts_of(case: Case) -> CaseFacts:
    """What the file knows of the child and the danger: the graver of what was found and what was settled."""
    return CaseFacts(
        harm_kinds=case.harm_kinds,
        level=graver_level(case.risk, case.risk_proposed),
        danger=case.serious_danger or case.danger_proposed,
        parent_is_harmer=case.parent_is_harmer,
        child_birth_year=case.child_birth_year,
        sightings=case.contact.sightings,
    )


def graver_level(one: RiskLevel | None, other: RiskLevel | None) -> RiskLevel | None:
    """The higher of two levels, where either is known."""
    return max(filter(None, (one, other)), key=tuple(RiskLevel).index, default=None)


def both(case: Case, told: CaseFacts) -> CaseFacts:
    """What is known once the other file's facts are added: as if all had been told to this one."""
    own = facts_of(case)
    return CaseFacts(
        harm_kinds=tuple(dict.fromkeys((*own.harm_kinds, *told.harm_kinds))),
        level=graver_level(own.level, told.level),
        danger=own.danger or told.danger,
        parent_is_harmer=own.parent_is_harmer or told.parent_is_harmer,
        child_birth_year=own.child_birth_year or told.child_birth_year,
        sightings=told.sightings,
    )


def into_the_older(case: Case, target: Case, into: UUID, context: DecisionContext) -> bool:
    """The newer case ends in the older, so that two cases never end in each other and none goes on."""
    return (present(target.opened_at), into) <= (present(case.opened_at), context.file_id)


def carried_clocks(context: DecisionContext) -> tuple[CarriedClock, ...]:
    """The clocks that still run here and go on in the other case, from the start they have."""
    codes = {d.code for d in CARRIED}
    return tuple(
        CarriedClock(code=code, since=started.since)
        for (code, _), started in sorted(context.file.running.items())
        if code in codes
    )


def passed_on(case: Case, order: JoinReport | AbsorbCase) -> tuple[FollowUp, ...]:
    """What still comes to a case that was merged is passed on to the one in which it goes on."""
    return (FollowUp(file_id=case.merged_into, command=order),) if case.merged_into is not None else ()


def carried_on(carried: Duty) -> tuple[Starts[Case, Any], ...]:
    """The clock of this duty from the start that it has; one that is overdue, apart from what is still in time."""
    return (*_carried(carried, overdue=False), *_carried(carried, overdue=True))


def danger_brought(case: Case, event: Any, context: DecisionContext) -> bool:
    """Whether grave danger came along of which no clock runs: it had been declined in the file that it comes from."""
    told = {clock.code for clock in event.clocks}
    runs = duty.URGENT_MEASURES.code in told or running_refs(duty.URGENT_MEASURES, context)
    return case.grave and not runs and unprotected(case, context.at, context)


def this_danger(case: Case, event: Any, context: DecisionContext) -> tuple[str, ...]:
    """The danger that came with the case, by the number of the case among those merged."""
    return (part(Matter.MERGED_CASE.ref(len(case.absorbed)), "danger"),)


def _carried(carried: Duty, *, overdue: bool) -> tuple[Starts[Case, Any], ...]:
    def starts(event: Any, context: DecisionContext) -> list[datetime]:
        other = context.other(event.case, Kind.CASE)
        lapses = other.lapses if other is not None else []
        late = {(each.code, present(other).begun[each.code, each.ref].since) for each in lapses}
        return [c.since for c in event.clocks if c.code == carried.code and ((c.code, c.since) in late) is overdue]

    def ref(case: Case, event: Any, context: DecisionContext) -> tuple[str, ...]:
        merged = Matter.MERGED_CASE.ref(len(case.absorbed))
        return (part(merged, "overdue") if overdue else merged,)

    return owed(
        carried,
        since=lambda case, event, context: min(starts(event, context)),
        answers=chair_of_lead,
        when=lambda case, event, context: open_to_news(case, event, context) and bool(starts(event, context)),
        refs=ref,
        beside=not overdue,
    )
