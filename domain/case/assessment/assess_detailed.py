"""Assess in detail: the child's state, family, protective capacity and surroundings (Decree 56 art. 27.1)."""

from dataclasses import dataclass, replace

from domain.case.clocks import chair_of_lead, now
from domain.case.state.case import Case, Phase
from domain.case.state.plan import Finding
from domain.case.who import WORKER_OF_RESIDENCE
from domain.law import basis, duty
from domain.record.action import Action, Ends, Starts
from domain.record.file import DecisionContext
from domain.record.line import Line
from domain.record.personal import Personal
from domain.record.refusal import insist, said
from domain.record.vocabulary import Kind, Label


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessDetailed:
    """The four parts of form 03 in words, and the findings in codes."""

    child_state: str
    family: str
    capacity: str
    environment: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DetailedAssessmentRecorded:
    """The detailed assessment was recorded."""

    child_state: Personal
    family: Personal
    capacity: Personal
    environment: Personal
    findings: tuple[Finding, ...]


def decide(case: Case, command: AssessDetailed, context: DecisionContext) -> DetailedAssessmentRecorded:
    insist(
        (said(command.child_state), "form_part_missing", "childState"),
        (said(command.family), "form_part_missing", "family"),
        (said(command.capacity), "form_part_missing", "capacity"),
        (said(command.environment), "form_part_missing", "environment"),
        (bool(command.findings), "finding_required", "findings"),
    )
    return DetailedAssessmentRecorded(
        child_state=context.text(command.child_state),
        family=context.text(command.family),
        capacity=context.text(command.capacity),
        environment=context.text(command.environment),
        findings=command.findings,
    )


def evolve(case: Case, event: DetailedAssessmentRecorded, line: Line) -> Case:
    phase = Phase.DETAILED if case.phase is Phase.ASSESSED else case.phase
    return replace(case, phase=phase, plan=replace(case.plan.under_way(), detailed=True))


def meeting_to_hold(case: Case, event: DetailedAssessmentRecorded, context: DecisionContext) -> bool:
    return not case.plan.meeting_held


def round_of(case: Case, event: DetailedAssessmentRecorded, context: DecisionContext) -> tuple[str, ...]:
    return (str(case.plan.round),)


ASSESS_DETAILED = Action(
    kind=Kind.CASE,
    command=AssessDetailed,
    event=DetailedAssessmentRecorded,
    stored_as="case.assessed_in_detail.1",
    asks=Label(vi="Thu thập thông tin, đánh giá cụ thể", en="Assess in detail"),
    tells=Label(vi="Đã thu thập thông tin, đánh giá cụ thể", en="Detailed assessment recorded"),
    may=WORKER_OF_RESIDENCE,
    phases=frozenset({Phase.ASSESSED, Phase.DETAILED, Phase.NEEDS_SET, Phase.PLAN_DRAFTED}),
    basis=basis.DETAILED_ASSESSMENT,
    decide=decide,
    evolve=evolve,
    starts=(Starts(duty=duty.NEEDS_MEETING, since=now, answers=chair_of_lead, when=meeting_to_hold, refs=round_of),),
    ends=(Ends(duty=duty.DETAILED_ASSESSMENT),),
)
