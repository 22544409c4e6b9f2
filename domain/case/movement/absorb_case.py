"""Take in a case that was merged into this one: every clock keeps the earliest start."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from domain.case.act import SYSTEM, Case
from domain.case.follow_ups import AbsorbCase, CarriedClock
from domain.case.movement.merging import carried_on, passed_on
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, FollowUp, Label, Line, Refusal, insist


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseAbsorbed:
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
    taken: CaseAbsorbed = line.event
    order = AbsorbCase(case=taken.case, clock_start=taken.clock_start, reports=taken.reports, clocks=taken.clocks)
    return passed_on(case, order)


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
    reads=lambda file, command: (command.case,),
    follows=pass_on,
    starts=(*carried_on(duty.INITIAL_RISK), *carried_on(duty.URGENT_MEASURES), *carried_on(duty.SEPARATION_DECISION)),
)
