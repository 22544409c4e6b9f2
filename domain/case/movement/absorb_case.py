"""Take in a case that was merged into this one: every clock keeps the earliest start."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from domain.case.clocks import chair_of_lead, running_refs
from domain.case.follow_ups import AbsorbCase, CarriedClock
from domain.case.state.case import Case, Phase
from domain.case.who import SYSTEM
from domain.law import basis, duty
from domain.law.rule import Duty
from domain.record.act import Action, DecisionContext, FollowUp, Label, Line, Refusal, Starts, insist


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseAbsorbed:
    """Another case ended in this one."""

    case: UUID
    clock_start: datetime
    reports: tuple[UUID, ...]
    clocks: tuple[CarriedClock, ...]


CASE_ALREADY_ABSORBED = Refusal(
    "case_already_absorbed", vi="Vụ việc này đã được nhập vào hồ sơ.", en="This case was merged into the file already."
)


def decide(case: Case, command: AbsorbCase, context: DecisionContext) -> CaseAbsorbed:
    insist((command.case not in case.absorbed, CASE_ALREADY_ABSORBED, "case"))
    return CaseAbsorbed(
        case=command.case,
        clock_start=command.clock_start,
        reports=tuple(r for r in command.reports if r not in case.reports),
        clocks=command.clocks,
    )


def evolve(case: Case, event: CaseAbsorbed, line: Line) -> Case:
    return replace(
        case,
        reports=(*case.reports, *event.reports),
        absorbed=(*case.absorbed, event.case),
        clock_start=min(case.clock_start or event.clock_start, event.clock_start),
        news_at=line.occurred_at,
    )


def pass_on(case: Case, line: Line) -> tuple[FollowUp, ...]:
    if case.merged_into is None:
        return ()
    taken: CaseAbsorbed = line.event
    order = AbsorbCase(case=taken.case, clock_start=taken.clock_start, reports=taken.reports, clocks=taken.clocks)
    return (FollowUp(file_id=case.merged_into, command=order),)


def open_to_news(case: Case) -> bool:
    return case.phase not in (Phase.MERGED, Phase.DECEASED)


def carries_on(carried: Duty) -> Starts[Case, CaseAbsorbed]:
    """The clock of this duty from the earlier start of the two."""

    def starts(event: CaseAbsorbed) -> list[datetime]:
        return [clock.since for clock in event.clocks if clock.code == carried.code]

    return Starts(
        duty=carried,
        since=lambda case, event, context: min(starts(event)),
        answers=chair_of_lead,
        when=lambda case, event, context: open_to_news(case) and bool(starts(event)),
        refs=lambda case, event, context: running_refs(carried, context) or (f"case-{len(case.absorbed)}",),
    )


ABSORB_CASE = Action(
    command=AbsorbCase,
    event=CaseAbsorbed,
    stored_as="case.absorbed.1",
    asks=Label(vi="Nhận hồ sơ được nhập vào", en="Take in a merged case"),
    tells=Label(vi="Một vụ việc khác đã được nhập vào hồ sơ này", en="Another case was merged into this one"),
    may=SYSTEM,
    basis=basis.CHECK_TRUTH,
    refuses=(CASE_ALREADY_ABSORBED,),
    decide=decide,
    evolve=evolve,
    follows=pass_on,
    starts=(carries_on(duty.INITIAL_RISK), carries_on(duty.URGENT_MEASURES), carries_on(duty.SEPARATION_DECISION)),
)
