"""Assess the initial risk (form 02): the worker proposes a level and says whether the carer is the danger."""

from dataclasses import dataclass, replace
from typing import Annotated

from domain.case.act import FIRST_STEPS, LIVE, URGENT_MEASURES_AGAIN, WORKER, Case, Phase, chair_of_lead
from domain.case.assessment.clocks import detail_needed, from_the_news, own_decision, to_be_decided
from domain.case.assessment.fields import CarersSafeIfAssessed, HarmKindsFound, HarmKindsThen, SeparationGroundIfAny
from domain.case.assessment.finding import answers_finding, sees_harm
from domain.case.assessment.refusals import FINDING_STANDS
from domain.case.fields import Level, SeriousDanger
from domain.case.plan.visits import visit_sooner
from domain.case.protection.against import with_new_harm
from domain.case.state.case import RiskLevel
from domain.case.state.protection import SeparationGround
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Label, Line, Refusal, insist, met, owed
from domain.record.fields import ChildViewIfAny, Personal, says


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessInitialRisk:
    """The level found and on what it rests (form 02)."""

    level: Level
    findings: Annotated[str, says("Căn cứ đánh giá", "On what it rests")]
    harm_kinds: HarmKindsFound = ()
    parent_is_harmer: Annotated[
        bool, says("Cha mẹ, người chăm sóc là người gây tổn hại", "A parent or carer does the harm")
    ] = False
    serious_danger: SeriousDanger = False
    separation_ground: SeparationGroundIfAny = None
    carers_safe: CarersSafeIfAssessed = None
    child_view: ChildViewIfAny = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InitialRiskAssessed:
    """A level of risk was proposed. `number` counts the assessments of the case."""

    number: Annotated[int, says("Lần đánh giá nguy cơ", "Which assessment of the case")]
    level: RiskLevel
    findings: Personal
    harm_kinds: HarmKindsThen
    parent_is_harmer: bool
    serious_danger: bool
    separation_ground: SeparationGround | None
    carers_safe: bool | None
    child_view: Personal | None


HARMER_IS_NOT_SAFE = Refusal(
    "harmer_is_not_safe",
    vi="Cha mẹ, người chăm sóc là người gây hại thì không thể đánh giá là an toàn.",
    en="A carer who harms the child cannot be assessed as safe.",
)


def decide(case: Case, command: AssessInitialRisk, context: DecisionContext) -> InitialRiskAssessed:
    harmer = SeparationGround.CARER_HARMS if command.parent_is_harmer else None
    insist(
        (not (command.parent_is_harmer and command.carers_safe), HARMER_IS_NOT_SAFE, "carers_safe"),
        (answers_finding(case, command, context), FINDING_STANDS, "child_view"),
    )
    return InitialRiskAssessed(
        number=case.assessments + 1,
        level=command.level,
        findings=context.text(command.findings),
        harm_kinds=command.harm_kinds or case.harm_kinds,
        parent_is_harmer=command.parent_is_harmer,
        serious_danger=command.serious_danger,
        separation_ground=command.separation_ground or harmer,
        carers_safe=command.carers_safe,
        child_view=context.private(command.child_view),
    )


def evolve(case: Case, event: InitialRiskAssessed, line: Line) -> Case:
    return replace(
        case,
        phase=Phase.ASSESSED if case.phase in FIRST_STEPS else case.phase,
        risk_proposed=event.level,
        risk_confirmed=False,
        serious_danger=event.serious_danger or (case.risk is not None and case.serious_danger),
        danger_proposed=event.serious_danger,
        parent_is_harmer=event.parent_is_harmer,
        harm_kinds=event.harm_kinds,
        assessor=line.by.person,
        assessments=event.number,
        assessed_at=line.occurred_at,
        protection=with_new_harm(case, sees_harm(event), line.occurred_at),
        carers_safe_at=line.occurred_at if event.carers_safe else None,
        child_heard_at=line.occurred_at if event.child_view else case.child_heard_at,
    )


ASSESS_INITIAL_RISK = Action(
    command=AssessInitialRisk,
    event=InitialRiskAssessed,
    stored_as="case.initial_risk_assessed.1",
    asks=Label(vi="Đánh giá nguy cơ ban đầu", en="Assess the initial risk"),
    tells=Label(vi="Đã đánh giá nguy cơ ban đầu", en="Initial risk assessed"),
    may=WORKER,
    phases=LIVE,
    basis=basis.INITIAL_ASSESSMENT,
    refuses=(HARMER_IS_NOT_SAFE, FINDING_STANDS),
    decide=decide,
    evolve=evolve,
    starts=(
        *URGENT_MEASURES_AGAIN,
        *owed(
            duty.SEPARATION_DECISION, since=from_the_news, answers=chair_of_lead, when=to_be_decided, refs=own_decision
        ),
        *owed(duty.DETAILED_ASSESSMENT, answers=chair_of_lead, when=detail_needed),
        *visit_sooner(duty.VISIT_HIGH, duty.VISIT_MEDIUM, duty.VISIT_LOW),
    ),
    ends=met(duty.INITIAL_RISK),
)
