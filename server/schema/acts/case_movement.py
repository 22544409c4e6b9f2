"""Inputs and mutations of the acts that move a case: open, transfer, merge, suspend, close, reopen."""

from uuid import UUID

import strawberry

from domain.case.intake.correct_case import CORRECT_CASE, CorrectCase
from domain.case.intake.open_case import OPEN_CASE, OpenCase
from domain.case.movement.accept_transfer import ACCEPT_TRANSFER, AcceptTransfer
from domain.case.movement.close_case import CLOSE_CASE, CloseCase
from domain.case.movement.closure import CloseGround
from domain.case.movement.merge_cases import MERGE_CASES, MergeCases, Sameness
from domain.case.movement.record_death import RECORD_DEATH, PlaceOfDeath, RecordDeath
from domain.case.movement.refuse_transfer import REFUSE_TRANSFER, RefuseTransfer
from domain.case.movement.reopen_case import REOPEN_CASE, ReopenCase
from domain.case.movement.resume_case import RESUME_CASE, ResumeCase
from domain.case.movement.suspend_case import SUSPEND_CASE, SuspendCase
from domain.case.movement.transfer_lead import TRANSFER_LEAD, TransferLead
from domain.law.harm import HarmKind
from domain.record.vocabulary import case_id
from server.schema.acts.acting import ActInput, CaseActInput, Codes, act
from server.schema.acts.payloads import CasePayload
from server.schema.base.ids import key_of
from server.schema.base.scalars import Instant


@strawberry.input(description="The report a case is opened from.")
class OpenCaseInput(ActInput):
    report_id: strawberry.ID = strawberry.field(description="The report.")
    place_unit: str = strawberry.field(description="Code of the commune where it happened.")
    residence_unit: str | None = strawberry.field(
        default=None, description="Code of the commune where the child lives, if known."
    )
    earlier_case_id: strawberry.ID | None = strawberry.field(
        default=None, description="A case of the same child that is closed."
    )

    def file(self, codes: Codes) -> UUID:
        return case_id(key_of(self.report_id, "Report"))

    def command(self, codes: Codes) -> OpenCase:
        return OpenCase(
            report=key_of(self.report_id, "Report"),
            place=codes.unit(self.place_unit),
            residence=codes.unit_if_named(self.residence_unit, "residenceUnit"),
            earlier_case=key_of(self.earlier_case_id, "Case") if self.earlier_case_id else None,
        )


@strawberry.input(description="Which unit is to lead from now on.")
class TransferLeadInput(CaseActInput):
    to_unit: str = strawberry.field(description="Code of the unit.")

    def command(self, codes: Codes) -> TransferLead:
        return TransferLead(
            to_unit=codes.unit(self.to_unit),
        )


@strawberry.input(description="The unit takes the lead.")
class AcceptTransferInput(CaseActInput):
    def command(self, codes: Codes) -> AcceptTransfer:
        return AcceptTransfer()


@strawberry.input(description="The unit does not take the lead; `reason` says why.")
class RefuseTransferInput(CaseActInput):
    def command(self, codes: Codes) -> RefuseTransfer:
        return RefuseTransfer()


@strawberry.input(description="Into which case this one goes, and what is the same.")
class MergeCasesInput(CaseActInput):
    into_id: strawberry.ID = strawberry.field(description="The case that goes on.")
    same: Sameness = strawberry.field(description="What is the same.")

    def command(self, codes: Codes) -> MergeCases:
        return MergeCases(
            into=key_of(self.into_id, "Case"),
            same=self.same,
        )


@strawberry.input(description="How the family was searched for, and until when the case rests.")
class SuspendCaseInput(CaseActInput):
    search: str = strawberry.field(description="What was done to find them.")
    until: Instant = strawberry.field(description="When it is looked at again.")

    def command(self, codes: Codes) -> SuspendCase:
        return SuspendCase(
            search=self.search,
            until=self.until,
        )


@strawberry.input(description="What is known now.")
class ResumeCaseInput(CaseActInput):
    findings: str = strawberry.field(description="What was found.")

    def command(self, codes: Codes) -> ResumeCase:
        return ResumeCase(
            findings=self.findings,
        )


@strawberry.input(description="The ground and the decision in words.")
class CloseCaseInput(CaseActInput):
    ground: CloseGround = strawberry.field(description="The ground.")
    grounds: str = strawberry.field(description="The decision in words.")
    handover: str | None = strawberry.field(default=None, description="To whom a case that ends by age is handed over.")

    def command(self, codes: Codes) -> CloseCase:
        return CloseCase(
            ground=self.ground,
            grounds=self.grounds,
            handover=self.handover,
        )


@strawberry.input(description="The fact that came up and when.")
class ReopenCaseInput(CaseActInput):
    new_fact: str = strawberry.field(description="The new fact.")
    known_at: Instant = strawberry.field(description="When it became known.")

    def command(self, codes: Codes) -> ReopenCase:
        return ReopenCase(
            new_fact=self.new_fact,
            known_at=self.known_at,
        )


@strawberry.input(description="When the child died and when that became known, of what and where.")
class RecordDeathInput(CaseActInput):
    died_at: Instant = strawberry.field(description="When the child died.")
    known_at: Instant = strawberry.field(description="When that became known.")
    cause: str = strawberry.field(description="Of what.")
    place: PlaceOfDeath = strawberry.field(description="Kind of place.")

    def command(self, codes: Codes) -> RecordDeath:
        return RecordDeath(
            died_at=self.died_at,
            known_at=self.known_at,
            cause=self.cause,
            place=self.place,
        )


@strawberry.input(description="The line corrected, what is right, and the facts to read otherwise.")
class CorrectCaseInput(CaseActInput):
    corrects: int = strawberry.field(description="Version of the line corrected.")
    statement: str = strawberry.field(description="What is right.")
    residence_unit: str | None = strawberry.field(default=None, description="Code of the child's commune.")
    child_birth_year: int | None = strawberry.field(default=None, description="The child's birth year.")
    harm_kinds: list[HarmKind] | None = strawberry.field(default=None, description="Kinds of harm.")

    def command(self, codes: Codes) -> CorrectCase:
        return CorrectCase(
            corrects=self.corrects,
            statement=self.statement,
            residence=codes.unit_if_named(self.residence_unit, "residenceUnit"),
            child_birth_year=self.child_birth_year,
            harm_kinds=tuple(self.harm_kinds) if self.harm_kinds else None,
        )


@strawberry.type
class CaseLifeMutations:
    open_case: CasePayload = act(OPEN_CASE, OpenCaseInput, CasePayload)
    correct_case: CasePayload = act(CORRECT_CASE, CorrectCaseInput, CasePayload)
    transfer_lead: CasePayload = act(TRANSFER_LEAD, TransferLeadInput, CasePayload)
    accept_transfer: CasePayload = act(ACCEPT_TRANSFER, AcceptTransferInput, CasePayload)
    refuse_transfer: CasePayload = act(REFUSE_TRANSFER, RefuseTransferInput, CasePayload)
    merge_cases: CasePayload = act(MERGE_CASES, MergeCasesInput, CasePayload)
    suspend_case: CasePayload = act(SUSPEND_CASE, SuspendCaseInput, CasePayload)
    resume_case: CasePayload = act(RESUME_CASE, ResumeCaseInput, CasePayload)
    close_case: CasePayload = act(CLOSE_CASE, CloseCaseInput, CasePayload)
    reopen_case: CasePayload = act(REOPEN_CASE, ReopenCaseInput, CasePayload)
    record_death: CasePayload = act(RECORD_DEATH, RecordDeathInput, CasePayload)
