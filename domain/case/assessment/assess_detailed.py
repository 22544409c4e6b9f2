"""Assess in detail: the child's state, family, protective capacity and surroundings (Decree 56 art. 27.1)."""

from dataclasses import dataclass, replace
from typing import Annotated

from domain.case.act import LIVE, WORKER_OF_RESIDENCE, Case, Phase, chair_of_lead
from domain.case.assessment.clocks import meeting_to_hold, this_round
from domain.case.assessment.earlier import DetailedAssessmentRecorded1
from domain.case.seeing.clocks import found_again
from domain.case.seeing.sightings import SIGHTING_REFUSALS, SightingAsked, child_was_met, kept, saw
from domain.case.state.plan import Finding
from domain.case.state.sighting import Occasion, Sighting
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Earlier, Label, Line, insist, met, owed
from domain.record.fields import Personal, says


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessDetailed:
    """The child, the family, what they can do and where they live (form 03)."""

    child_state: Annotated[str, says("Tình trạng của trẻ em", "State of the child")]
    family: Annotated[str, says("Hoàn cảnh gia đình", "The family")]
    capacity: Annotated[str, says("Năng lực bảo vệ, chăm sóc của cha mẹ, người chăm sóc", "What the carers can do")]
    environment: Annotated[str, says("Môi trường nơi trẻ em sinh sống, lui tới", "Where the child lives and goes")]
    findings: Annotated[tuple[Finding, ...], says("Kết quả đánh giá; chọn trong danh mục", "What was found, in codes")]
    sighting: SightingAsked


@dataclass(frozen=True, slots=True, kw_only=True)
class DetailedAssessmentRecorded:
    child_state: Personal
    family: Personal
    capacity: Personal
    environment: Personal
    findings: tuple[Finding, ...]
    sighting: Sighting


def decide(case: Case, command: AssessDetailed, context: DecisionContext) -> DetailedAssessmentRecorded:
    insist(*child_was_met(case, command.sighting, context))
    return DetailedAssessmentRecorded(
        child_state=context.text(command.child_state),
        family=context.text(command.family),
        capacity=context.text(command.capacity),
        environment=context.text(command.environment),
        findings=command.findings,
        sighting=kept(command.sighting, context),
    )


def evolve(case: Case, event: DetailedAssessmentRecorded, line: Line) -> Case:
    return saw(evolve_1(case, event, line), event.sighting, Occasion.DETAILED_ASSESSMENT, line)


def evolve_1(case: Case, event: DetailedAssessmentRecorded | DetailedAssessmentRecorded1, line: Line) -> Case:
    phase = Phase.DETAILED if case.phase is Phase.ASSESSED else case.phase
    return replace(case, phase=phase, plan=replace(case.plan.under_way(), detailed=True))


ASSESS_DETAILED = Action(
    command=AssessDetailed,
    event=DetailedAssessmentRecorded,
    stored_as="case.assessed_in_detail.2",
    asks=Label(vi="Thu thập thông tin, đánh giá cụ thể", en="Assess in detail"),
    tells=Label(vi="Đã thu thập thông tin, đánh giá cụ thể", en="Detailed assessment recorded"),
    may=WORKER_OF_RESIDENCE,
    phases=LIVE - {Phase.OPEN, Phase.VERIFYING, Phase.VERIFIED},
    basis=basis.DETAILED_ASSESSMENT,
    refuses=SIGHTING_REFUSALS,
    decide=decide,
    evolve=evolve,
    earlier=(Earlier(event=DetailedAssessmentRecorded1, stored_as="case.assessed_in_detail.1", evolve=evolve_1),),
    starts=owed(duty.NEEDS_MEETING, answers=chair_of_lead, when=meeting_to_hold, refs=this_round),
    ends=(*met(duty.DETAILED_ASSESSMENT), *met(duty.TRACING, when=found_again)),
)
