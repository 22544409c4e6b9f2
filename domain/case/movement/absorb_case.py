"""Take in a case that was merged into this one: every clock keeps the earliest start."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated
from uuid import UUID

from domain.case.act import SYSTEM, Case, chair_of_lead
from domain.case.follow_ups import AbsorbCase, CarriedClock, CaseFacts
from domain.case.movement.earlier import CaseAbsorbed1
from domain.case.movement.merging import both, carried_on, danger_brought, passed_on, this_danger
from domain.case.plan.visits import visits_from_now
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Earlier, FollowUp, Label, Line, Refusal, insist, owed
from domain.record.fields import says


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseAbsorbed:
    """The other case goes on in this one. `facts`: what is known of both, its meetings with the child added.

    `level_settled`: the Chair's level is as grave as what came, and still stands.
    """

    case: UUID
    number: str
    clock_start: datetime
    reports: tuple[UUID, ...]
    clocks: tuple[CarriedClock, ...]
    facts: CaseFacts
    level_settled: Annotated[
        bool, says("Mức nguy cơ đã quyết định vẫn áp dụng", "The level that was settled still stands")
    ]


CASE_ALREADY_ABSORBED = Refusal(
    "case_already_absorbed", vi="Vụ việc này đã được nhập vào hồ sơ.", en="This case was merged into the file already."
)


def decide(case: Case, command: AbsorbCase, context: DecisionContext) -> CaseAbsorbed:
    insist((command.case not in case.absorbed or command.case in case.released, CASE_ALREADY_ABSORBED, "case"))
    facts = both(case, command.facts)
    return CaseAbsorbed(
        case=command.case,
        number=command.number,
        clock_start=command.clock_start,
        reports=tuple(r for r in command.reports if r not in case.reports),
        clocks=command.clocks,
        facts=facts,
        level_settled=case.risk_confirmed and case.risk is facts.level,
    )


def evolve(case: Case, event: CaseAbsorbed, line: Line) -> Case:
    known, facts = evolve_1(case, event, line), event.facts
    return replace(
        known,
        absorbed_numbers=(*case.absorbed_numbers, event.number),
        released=tuple(each for each in case.released if each != event.case),
        harm_kinds=facts.harm_kinds,
        risk_proposed=facts.level,
        risk_confirmed=event.level_settled,
        serious_danger=facts.danger,
        danger_proposed=facts.danger,
        parent_is_harmer=facts.parent_is_harmer,
        child_birth_year=facts.child_birth_year,
        contact=replace(known.contact, sightings=(*known.contact.sightings, *facts.sightings)),
    )


def evolve_1(case: Case, event: CaseAbsorbed | CaseAbsorbed1, line: Line) -> Case:
    return replace(
        case,
        reports=(*case.reports, *event.reports),
        absorbed=(*case.absorbed, event.case),
        clock_start=min(case.clock_start or event.clock_start, event.clock_start),
        news_at=line.occurred_at,
    )


def pass_on(case: Case, line: Line) -> tuple[FollowUp, ...]:
    taken: CaseAbsorbed | CaseAbsorbed1 = line.event
    order = AbsorbCase(case=taken.case, clock_start=taken.clock_start, reports=taken.reports, clocks=taken.clocks)
    known = isinstance(taken, CaseAbsorbed)  # a line of before told nothing else
    return passed_on(case, replace(order, number=taken.number, facts=taken.facts) if known else order)


ABSORB_CASE = Action(
    command=AbsorbCase,
    event=CaseAbsorbed,
    stored_as="case.absorbed.2",
    asks=Label(vi="Nhận hồ sơ được nhập vào", en="Take in a merged case"),
    tells=Label(vi="Một vụ việc khác đã được nhập vào hồ sơ này", en="Another case was merged into this one"),
    may=SYSTEM,
    basis=basis.CHECK_TRUTH,
    refuses=(CASE_ALREADY_ABSORBED,),
    decide=decide,
    evolve=evolve,
    reads=lambda file, command: (command.case,),
    follows=pass_on,
    earlier=(Earlier(event=CaseAbsorbed1, stored_as="case.absorbed.1", evolve=evolve_1),),
    starts=(
        *carried_on(duty.INITIAL_RISK),
        *carried_on(duty.URGENT_MEASURES),
        *carried_on(duty.SEPARATION_DECISION),
        *owed(duty.URGENT_MEASURES, answers=chair_of_lead, when=danger_brought, refs=this_danger, beside=True),
        *visits_from_now(duty.VISIT_HIGH, duty.VISIT_MEDIUM, duty.VISIT_LOW),
    ),
)
