"""Inputs and mutations of the acts that protect at once: urgent measures, separations, court, no-contact orders."""

import strawberry

from domain.case.protection.cancel_no_contact import CANCEL_NO_CONTACT, CancelNoContact
from domain.case.protection.complete_urgent_measure import COMPLETE_URGENT_MEASURE, CompleteUrgentMeasure
from domain.case.protection.continue_by_authority import CONTINUE_BY_AUTHORITY, ContinueByAuthority
from domain.case.protection.decline_separation import DECLINE_SEPARATION, DeclineSeparation
from domain.case.protection.decline_urgent_measure import DECLINE_URGENT_MEASURE, DeclineUrgentMeasure
from domain.case.protection.extend_separation import EXTEND_SEPARATION, ExtendSeparation
from domain.case.protection.fail_urgent_measure import FAIL_URGENT_MEASURE, FailUrgentMeasure
from domain.case.protection.order_no_contact import ORDER_NO_CONTACT, OrderNoContact
from domain.case.protection.order_separation import ORDER_SEPARATION, OrderSeparation
from domain.case.protection.order_urgent_measure import ORDER_URGENT_MEASURE, MeasureWanted, OrderUrgentMeasure
from domain.case.protection.petition_court import PETITION_COURT, PetitionCourt, PetitionGround
from domain.case.protection.record_court_decision import RECORD_COURT_DECISION, CourtOutcome, RecordCourtDecision
from domain.case.protection.refuse_no_contact import REFUSE_NO_CONTACT, RefuseNoContact
from domain.case.protection.request_no_contact import REQUEST_NO_CONTACT, RequestNoContact
from domain.case.protection.revoke_separation import REVOKE_SEPARATION, RevokeSeparation
from domain.case.state.protection import MeasureKind, SeparationGround
from server.schema.acts.acting import CaseActInput, Codes, act
from server.schema.acts.payloads import CasePayload
from server.schema.base.scalars import Instant


@strawberry.input(description="One urgent measure.")
class MeasureInput:
    kind: MeasureKind = strawberry.field(description="What.")
    executor: str = strawberry.field(description="Code of the unit that carries it out.")
    until: Instant = strawberry.field(description="Until when.")

    def wanted(self, codes: Codes) -> MeasureWanted:
        """The domain's form."""
        return MeasureWanted(kind=self.kind, executor=codes.unit(self.executor), until=self.until)


@strawberry.input(description="The measures, by whom and until when.")
class OrderUrgentMeasureInput(CaseActInput):
    measures: list[MeasureInput] = strawberry.field(description="The measures.")
    instructions: str | None = strawberry.field(default=None, description="What to do.")
    in_flagrante: bool = strawberry.field(default=False, description="The harm was going on when the police came.")

    def command(self, codes: Codes) -> OrderUrgentMeasure:
        return OrderUrgentMeasure(
            measures=tuple(x.wanted(codes) for x in self.measures),
            instructions=self.instructions,
            in_flagrante=self.in_flagrante,
        )


@strawberry.input(description="What the measure came to.")
class CompleteUrgentMeasureInput(CaseActInput):
    ref: str = strawberry.field(description="Number of the measure within the case.")
    result: str = strawberry.field(description="What it came to.")

    def command(self, codes: Codes) -> CompleteUrgentMeasure:
        return CompleteUrgentMeasure(
            ref=self.ref,
            result=self.result,
        )


@strawberry.input(description="Why the measure failed.")
class FailUrgentMeasureInput(CaseActInput):
    ref: str = strawberry.field(description="Number of the measure within the case.")
    result: str = strawberry.field(description="What was tried and why it failed.")

    def command(self, codes: Codes) -> FailUrgentMeasure:
        return FailUrgentMeasure(
            ref=self.ref,
            result=self.result,
        )


@strawberry.input(description="No urgent measure is ordered; `reason` says why.")
class DeclineUrgentMeasureInput(CaseActInput):
    answer_to_worker: str | None = strawberry.field(default=None, description="Answer to the worker who proposed one.")

    def command(self, codes: Codes) -> DeclineUrgentMeasure:
        return DeclineUrgentMeasure(
            answer_to_worker=self.answer_to_worker,
        )


@strawberry.input(description="The ground, the end, the carer and the place.")
class OrderSeparationInput(CaseActInput):
    ground: SeparationGround = strawberry.field(description="The ground.")
    until: Instant = strawberry.field(description="The end; 15 days at most.")
    decision_no: str = strawberry.field(description="Number of the decision.")
    carer_name: str = strawberry.field(description="Who takes care of the child.")
    placement: str = strawberry.field(description="Where.")
    child_view: str | None = strawberry.field(
        default=None, description="What the child said; asked from seven years on."
    )
    child_birth_year: int | None = strawberry.field(
        default=None, description="The child's birth year, where the report did not tell it."
    )

    def command(self, codes: Codes) -> OrderSeparation:
        return OrderSeparation(
            ground=self.ground,
            until=self.until,
            decision_no=self.decision_no,
            carer_name=self.carer_name,
            placement=self.placement,
            child_view=self.child_view,
            child_birth_year=self.child_birth_year,
        )


@strawberry.input(description="The new end; `reason` says why.")
class ExtendSeparationInput(CaseActInput):
    until: Instant = strawberry.field(description="The end; 15 days in all at most.")

    def command(self, codes: Codes) -> ExtendSeparation:
        return ExtendSeparation(
            until=self.until,
        )


@strawberry.input(description="Which authority asks for it, by which document.")
class ContinueByAuthorityInput(CaseActInput):
    authority: str = strawberry.field(description="Code of the authority.")
    document_no: str = strawberry.field(description="Number of its document, which must be attached.")
    until: Instant = strawberry.field(description="The end.")

    def command(self, codes: Codes) -> ContinueByAuthority:
        return ContinueByAuthority(
            authority=codes.unit(self.authority),
            document_no=self.document_no,
            until=self.until,
        )


@strawberry.input(description="The decision that ends the separation.")
class RevokeSeparationInput(CaseActInput):
    decision_no: str = strawberry.field(description="Number of the decision.")

    def command(self, codes: Codes) -> RevokeSeparation:
        return RevokeSeparation(
            decision_no=self.decision_no,
        )


@strawberry.input(description="No separation is ordered; `reason` says why.")
class DeclineSeparationInput(CaseActInput):
    def command(self, codes: Codes) -> DeclineSeparation:
        return DeclineSeparation()


@strawberry.input(description="Which court is asked, and why.")
class PetitionCourtInput(CaseActInput):
    court: str = strawberry.field(description="Code of the court.")
    ground: PetitionGround = strawberry.field(description="The ground.")
    document_no: str = strawberry.field(description="Number of the letter.")

    def command(self, codes: Codes) -> PetitionCourt:
        return PetitionCourt(
            court=codes.unit(self.court),
            ground=self.ground,
            document_no=self.document_no,
        )


@strawberry.input(description="What the court said.")
class RecordCourtDecisionInput(CaseActInput):
    ref: str = strawberry.field(description="Number of the petition within the case.")
    outcome: CourtOutcome = strawberry.field(description="The outcome.")
    decision_no: str = strawberry.field(description="Number of the decision.")

    def command(self, codes: Codes) -> RecordCourtDecision:
        return RecordCourtDecision(
            ref=self.ref,
            outcome=self.outcome,
            decision_no=self.decision_no,
        )


@strawberry.input(description="Who is to be kept away and why.")
class RequestNoContactInput(CaseActInput):
    against: str = strawberry.field(description="Who.")
    grounds: str = strawberry.field(description="Why.")
    requested_at: Instant = strawberry.field(description="When it was asked for.")

    def command(self, codes: Codes) -> RequestNoContact:
        return RequestNoContact(
            against=self.against,
            grounds=self.grounds,
            requested_at=self.requested_at,
        )


@strawberry.input(description="Who is kept away and until when.")
class OrderNoContactInput(CaseActInput):
    against: str = strawberry.field(description="Who.")
    until: Instant = strawberry.field(description="The end; three days at most.")
    decision_no: str = strawberry.field(description="Number of the decision.")
    request: str | None = strawberry.field(
        default=None, description="Number of the request within the case, if there was one."
    )
    threat_to_life: bool = strawberry.field(default=False, description="The child's life is threatened.")

    def command(self, codes: Codes) -> OrderNoContact:
        return OrderNoContact(
            against=self.against,
            until=self.until,
            decision_no=self.decision_no,
            request=self.request,
            threat_to_life=self.threat_to_life,
        )


@strawberry.input(description="The request is refused in writing; `reason` says why.")
class RefuseNoContactInput(CaseActInput):
    request: str = strawberry.field(description="Number of the request within the case.")
    document_no: str = strawberry.field(description="Number of the letter.")

    def command(self, codes: Codes) -> RefuseNoContact:
        return RefuseNoContact(
            request=self.request,
            document_no=self.document_no,
        )


@strawberry.input(description="The order ends before its time; `reason` says why.")
class CancelNoContactInput(CaseActInput):
    def command(self, codes: Codes) -> CancelNoContact:
        return CancelNoContact()


@strawberry.type
class CaseProtectionMutations:
    order_urgent_measure: CasePayload = act(ORDER_URGENT_MEASURE, OrderUrgentMeasureInput, CasePayload)
    complete_urgent_measure: CasePayload = act(COMPLETE_URGENT_MEASURE, CompleteUrgentMeasureInput, CasePayload)
    fail_urgent_measure: CasePayload = act(FAIL_URGENT_MEASURE, FailUrgentMeasureInput, CasePayload)
    decline_urgent_measure: CasePayload = act(DECLINE_URGENT_MEASURE, DeclineUrgentMeasureInput, CasePayload)
    order_separation: CasePayload = act(ORDER_SEPARATION, OrderSeparationInput, CasePayload)
    extend_separation: CasePayload = act(EXTEND_SEPARATION, ExtendSeparationInput, CasePayload)
    continue_by_authority: CasePayload = act(CONTINUE_BY_AUTHORITY, ContinueByAuthorityInput, CasePayload)
    revoke_separation: CasePayload = act(REVOKE_SEPARATION, RevokeSeparationInput, CasePayload)
    decline_separation: CasePayload = act(DECLINE_SEPARATION, DeclineSeparationInput, CasePayload)
    petition_court: CasePayload = act(PETITION_COURT, PetitionCourtInput, CasePayload)
    record_court_decision: CasePayload = act(RECORD_COURT_DECISION, RecordCourtDecisionInput, CasePayload)
    request_no_contact: CasePayload = act(REQUEST_NO_CONTACT, RequestNoContactInput, CasePayload)
    order_no_contact: CasePayload = act(ORDER_NO_CONTACT, OrderNoContactInput, CasePayload)
    refuse_no_contact: CasePayload = act(REFUSE_NO_CONTACT, RefuseNoContactInput, CasePayload)
    cancel_no_contact: CasePayload = act(CANCEL_NO_CONTACT, CancelNoContactInput, CasePayload)
