"""Assess the initial risk (form 02): the worker proposes a level and says whether the carer is the danger."""

from dataclasses import dataclass
from typing import Annotated

from domain.case.act import LIVE, URGENT_MEASURES_AGAIN, WORKER, Case, chair_of_lead
from domain.case.assessment.clocks import detail_needed, from_the_news, own_decision, to_be_decided
from domain.case.assessment.earlier import InitialRiskAssessed1
from domain.case.assessment.fields import (
    CarersSafeIfAssessed,
    HarmKindsFound,
    HarmKindsThen,
    NumberOfAssessment,
    SeparationGroundIfAny,
)
from domain.case.assessment.finding import answers_finding, tells_of_danger_alone, weighed
from domain.case.assessment.refusals import FINDING_STANDS, HARMER_IS_NOT_SAFE
from domain.case.fields import Level, SeriousDanger
from domain.case.plan.visits import visits_from_now
from domain.case.seeing.clocks import found_again, met_child, told_before
from domain.case.seeing.sightings import (
    CHILD_NOT_MET,
    SIGHTING_REFUSALS,
    SightingAsked,
    heard_then,
    kept,
    saw,
    well_told,
)
from domain.case.state.case import RiskLevel
from domain.case.state.protection import SeparationGround
from domain.case.state.sighting import Occasion, Sighting
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Earlier, Label, Line, insist, met, owed
from domain.record.fields import Personal, says


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessInitialRisk:
    """The level found and on what it rests (form 02)."""

    level: Level
    sighting: SightingAsked
    findings: Annotated[str, says("Căn cứ đánh giá", "On what it rests")]
    harm_kinds: HarmKindsFound = ()
    parent_is_harmer: Annotated[
        bool, says("Cha mẹ, người chăm sóc là người gây tổn hại", "A parent or carer does the harm")
    ] = False
    serious_danger: SeriousDanger = False
    separation_ground: SeparationGroundIfAny = None
    carers_safe: CarersSafeIfAssessed = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InitialRiskAssessed:
    """A level of risk was proposed. `number` counts the assessments of the case."""

    number: NumberOfAssessment
    level: RiskLevel
    findings: Personal
    harm_kinds: HarmKindsThen
    parent_is_harmer: bool
    serious_danger: bool
    separation_ground: SeparationGround | None
    carers_safe: bool | None
    sighting: Sighting


def decide(case: Case, command: AssessInitialRisk, context: DecisionContext) -> InitialRiskAssessed:
    harmer = SeparationGround.CARER_HARMS if command.parent_is_harmer else None
    insist(
        (not (command.parent_is_harmer and command.carers_safe), HARMER_IS_NOT_SAFE, "carers_safe"),
        (answers_finding(case, command, context), FINDING_STANDS, "sighting"),
        (command.sighting.met or tells_of_danger_alone(command), CHILD_NOT_MET, ("sighting", "view")),
        *well_told(case, command.sighting, context),
    )
    return InitialRiskAssessed(
        number=case.assessments + 1,
        level=command.level,
        findings=context.text(command.findings),
        harm_kinds=tuple(dict.fromkeys((*case.harm_kinds, *command.harm_kinds))),
        parent_is_harmer=command.parent_is_harmer,
        serious_danger=command.serious_danger,
        separation_ground=command.separation_ground or harmer,
        carers_safe=command.carers_safe,
        sighting=kept(command.sighting, context),
    )


def evolve(case: Case, event: InitialRiskAssessed, line: Line) -> Case:
    return saw(weighed(case, event, line), event.sighting, Occasion.INITIAL_ASSESSMENT, line)


def evolve_1(case: Case, event: InitialRiskAssessed1, line: Line) -> Case:
    return heard_then(weighed(case, event, line), event.child_view, Occasion.INITIAL_ASSESSMENT, line)


ASSESS_INITIAL_RISK = Action(
    command=AssessInitialRisk,
    event=InitialRiskAssessed,
    stored_as="case.initial_risk_assessed.2",
    asks=Label(vi="Đánh giá nguy cơ ban đầu", en="Assess the initial risk"),
    tells=Label(vi="Đã đánh giá nguy cơ ban đầu", en="Initial risk assessed"),
    may=WORKER,
    phases=LIVE,
    basis=basis.INITIAL_ASSESSMENT,
    refuses=(HARMER_IS_NOT_SAFE, FINDING_STANDS, *SIGHTING_REFUSALS),
    decide=decide,
    evolve=evolve,
    earlier=(Earlier(event=InitialRiskAssessed1, stored_as="case.initial_risk_assessed.1", evolve=evolve_1),),
    starts=(
        *URGENT_MEASURES_AGAIN,
        *owed(
            duty.SEPARATION_DECISION, since=from_the_news, answers=chair_of_lead, when=to_be_decided, refs=own_decision
        ),
        *owed(duty.DETAILED_ASSESSMENT, answers=chair_of_lead, when=detail_needed),
        *visits_from_now(duty.VISIT_HIGH, duty.VISIT_MEDIUM, duty.VISIT_LOW),
    ),
    ends=(*met(duty.INITIAL_RISK, when=met_child, refs=told_before), *met(duty.TRACING, when=found_again)),
)
