"""Inputs and mutations of the acts that find out: is it true, how great is the danger, what does the child need."""

import strawberry

from domain.case.assessment.assess_detailed import ASSESS_DETAILED, AssessDetailed
from domain.case.assessment.assess_initial_risk import ASSESS_INITIAL_RISK, AssessInitialRisk
from domain.case.assessment.confirm_risk import CONFIRM_RISK, ConfirmRisk
from domain.case.assessment.find_unfounded import FIND_UNFOUNDED, FindUnfounded
from domain.case.assessment.hold_needs_meeting import HOLD_NEEDS_MEETING, HoldNeedsMeeting
from domain.case.assessment.override_risk import OVERRIDE_RISK, OverrideRisk
from domain.case.assessment.provide_information import PROVIDE_INFORMATION, ProvideInformation
from domain.case.assessment.refuse_information import REFUSE_INFORMATION, RefuseInformation
from domain.case.assessment.request_information import REQUEST_INFORMATION, RequestInformation
from domain.case.assessment.verify_truth import VERIFY_TRUTH, VerifyTruth
from domain.case.state.case import RiskLevel
from domain.case.state.plan import Attendee, Finding
from domain.case.state.protection import SeparationGround
from domain.law.harm import HarmKind
from server.schema.acts.acting import CaseActInput, Codes, act
from server.schema.acts.payloads import CasePayload


@strawberry.input(description="What was found, and from whom.")
class VerifyTruthInput(CaseActInput):
    findings: str = strawberry.field(description="What was found.")
    sources: str = strawberry.field(description="Who was asked and what was seen.")

    def command(self, codes: Codes) -> VerifyTruth:
        return VerifyTruth(
            findings=self.findings,
            sources=self.sources,
        )


@strawberry.input(description="What was found, and from whom.")
class FindUnfoundedInput(CaseActInput):
    findings: str = strawberry.field(description="What was found.")
    sources: str = strawberry.field(description="Who was asked and what was seen.")

    def command(self, codes: Codes) -> FindUnfounded:
        return FindUnfounded(
            findings=self.findings,
            sources=self.sources,
        )


@strawberry.input(description="Which body is asked for what.")
class RequestInformationInput(CaseActInput):
    from_body: str = strawberry.field(description="Code of the body.")
    question: str = strawberry.field(description="What is asked.")

    def command(self, codes: Codes) -> RequestInformation:
        return RequestInformation(
            from_body=codes.unit(self.from_body),
            question=self.question,
        )


@strawberry.input(description="What the body that was asked knows.")
class ProvideInformationInput(CaseActInput):
    ref: str = strawberry.field(description="Number of the request within the case.")
    answer: str = strawberry.field(description="The answer.")

    def command(self, codes: Codes) -> ProvideInformation:
        return ProvideInformation(
            ref=self.ref,
            answer=self.answer,
        )


@strawberry.input(description="The body does not answer; `reason` says why.")
class RefuseInformationInput(CaseActInput):
    ref: str = strawberry.field(description="Number of the request within the case.")

    def command(self, codes: Codes) -> RefuseInformation:
        return RefuseInformation(
            ref=self.ref,
        )


@strawberry.input(description="The level found and on what it rests (form 02).")
class AssessInitialRiskInput(CaseActInput):
    level: RiskLevel = strawberry.field(description="Level of risk.")
    findings: str = strawberry.field(description="On what it rests.")
    harm_kinds: list[HarmKind] = strawberry.field(
        default_factory=list, description="Kinds of harm found; none given: as before."
    )
    parent_is_harmer: bool = strawberry.field(default=False, description="A parent or carer does the harm.")
    serious_danger: bool = strawberry.field(default=False, description="The child is in serious danger.")
    separation_ground: SeparationGround | None = strawberry.field(
        default=None, description="Ground for a separation, if there is one."
    )
    carers_safe: bool | None = strawberry.field(
        default=None, description="Whether the carers were found safe; null: not assessed."
    )
    child_view: str | None = strawberry.field(default=None, description="What the child said.")

    def command(self, codes: Codes) -> AssessInitialRisk:
        return AssessInitialRisk(
            level=self.level,
            findings=self.findings,
            harm_kinds=tuple(self.harm_kinds),
            parent_is_harmer=self.parent_is_harmer,
            serious_danger=self.serious_danger,
            separation_ground=self.separation_ground,
            carers_safe=self.carers_safe,
            child_view=self.child_view,
        )


@strawberry.input(description="The Chair agrees with the level found.")
class ConfirmRiskInput(CaseActInput):
    def command(self, codes: Codes) -> ConfirmRisk:
        return ConfirmRisk()


@strawberry.input(description="The level as the Chair sees it; `reason` says why.")
class OverrideRiskInput(CaseActInput):
    level: RiskLevel = strawberry.field(description="Level of risk.")
    serious_danger: bool = strawberry.field(description="The child is in serious danger.")

    def command(self, codes: Codes) -> OverrideRisk:
        return OverrideRisk(
            level=self.level,
            serious_danger=self.serious_danger,
        )


@strawberry.input(description="The child, the family, what they can do and where they live (form 03).")
class AssessDetailedInput(CaseActInput):
    child_state: str = strawberry.field(description="State of the child.")
    family: str = strawberry.field(description="The family.")
    capacity: str = strawberry.field(description="What the carers can do.")
    environment: str = strawberry.field(description="Where the child lives and goes.")
    findings: list[Finding] = strawberry.field(description="What was found, in codes.")

    def command(self, codes: Codes) -> AssessDetailed:
        return AssessDetailed(
            child_state=self.child_state,
            family=self.family,
            capacity=self.capacity,
            environment=self.environment,
            findings=tuple(self.findings),
        )


@strawberry.input(description="Who took part in the meeting and what the child needs.")
class HoldNeedsMeetingInput(CaseActInput):
    attendees: list[Attendee] = strawberry.field(description="Who took part.")
    needs: str = strawberry.field(description="What the child needs.")

    def command(self, codes: Codes) -> HoldNeedsMeeting:
        return HoldNeedsMeeting(
            attendees=tuple(self.attendees),
            needs=self.needs,
        )


@strawberry.type
class CaseAssessmentMutations:
    verify_truth: CasePayload = act(VERIFY_TRUTH, VerifyTruthInput, CasePayload)
    find_unfounded: CasePayload = act(FIND_UNFOUNDED, FindUnfoundedInput, CasePayload)
    request_information: CasePayload = act(REQUEST_INFORMATION, RequestInformationInput, CasePayload)
    provide_information: CasePayload = act(PROVIDE_INFORMATION, ProvideInformationInput, CasePayload)
    refuse_information: CasePayload = act(REFUSE_INFORMATION, RefuseInformationInput, CasePayload)
    assess_initial_risk: CasePayload = act(ASSESS_INITIAL_RISK, AssessInitialRiskInput, CasePayload)
    confirm_risk: CasePayload = act(CONFIRM_RISK, ConfirmRiskInput, CasePayload)
    override_risk: CasePayload = act(OVERRIDE_RISK, OverrideRiskInput, CasePayload)
    assess_detailed: CasePayload = act(ASSESS_DETAILED, AssessDetailedInput, CasePayload)
    hold_needs_meeting: CasePayload = act(HOLD_NEEDS_MEETING, HoldNeedsMeetingInput, CasePayload)
