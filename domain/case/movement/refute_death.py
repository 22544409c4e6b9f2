"""Refute a reported death, for the child lives: the report stays in the history, and no clock was touched by it."""

from dataclasses import dataclass, replace
from typing import Annotated

from domain.case.act import CHAIR, CITY_CHAIR_ABOVE, POLICE, WORKER, Case
from domain.case.fields import Findings
from domain.case.movement.confirming import (
    DEATH_NOT_REPORTED,
    MET_BEFORE_THE_DEATH,
    SETTLES_A_DEATH,
    may_settle_it,
    met_after,
)
from domain.case.movement.death import DeathNumber, MetAlive
from domain.case.state.death import DeathStanding, known_now
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Label, Line, insist, met, required
from domain.record.fields import Claimed, Personal
from domain.record.who import May, Role, Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class RefuteDeath:
    """When the child was met alive, and what was found."""

    met_at: Annotated[MetAlive, Claimed]
    findings: Findings


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildDeathRefuted:
    number: DeathNumber
    met_at: MetAlive
    findings: Personal


def decide(case: Case, command: RefuteDeath, context: DecisionContext) -> ChildDeathRefuted:
    told = required(case.death_reported, DEATH_NOT_REPORTED)
    insist(*met_after(told, command.met_at, context), *may_settle_it(told, context))
    return ChildDeathRefuted(number=told.number, met_at=command.met_at, findings=context.text(command.findings))


def evolve(case: Case, event: ChildDeathRefuted, line: Line) -> Case:
    deaths = known_now(case.deaths, event.number, standing=DeathStanding.REFUTED)
    return replace(case, deaths=deaths, news_at=line.occurred_at)


REFUTE_DEATH = Action(
    command=RefuteDeath,
    event=ChildDeathRefuted,
    stored_as="case.child_death_refuted.1",
    asks=Label(vi="Bác bỏ tin trẻ em tử vong", en="Refute the child's death"),
    tells=Label(vi="Đã bác bỏ tin trẻ em tử vong, trẻ em còn sống", en="Child's death refuted, the child lives"),
    may=(*WORKER, *CHAIR, *POLICE, *May.within(Scope.ANY, Role.HEALTH_DEPARTMENT_OFFICER), *CITY_CHAIR_ABOVE),
    basis=basis.CHECK_TRUTH,
    refuses=(MET_BEFORE_THE_DEATH, *SETTLES_A_DEATH),
    decide=decide,
    evolve=evolve,
    ends=met(duty.DEATH_CONFIRMATION),
)
