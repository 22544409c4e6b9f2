"""Inputs and mutations of the erasure of a person's data."""

from uuid import UUID

import strawberry

from domain.record.vocabulary import subject_id
from domain.subject.approve_erasure import APPROVE_ERASURE, ApproveErasure
from domain.subject.order_erasure import ORDER_ERASURE, OrderErasure
from server.faults import CodedError, FaultCode
from server.schema.acts.acting import ActInput, Codes, act
from server.schema.acts.payloads import SubjectPayload
from server.schema.base.ids import key_of, kind_of


def matter_key(file_id: str) -> UUID:
    """The report or case that an id names."""
    kind, key = kind_of(file_id)
    if kind not in ("Report", "Case"):
        raise CodedError(FaultCode.BAD_USER_INPUT, "this is no id of a Report or Case")
    return key


@strawberry.input(description="Whose data, the files of the matter, and why.")
class OrderErasureInput(ActInput):
    subject: UUID = strawberry.field(description="Whose data: a person, or a file for its texts.")
    file_ids: list[strawberry.ID] = strawberry.field(description="All reports and cases of the matter.")
    grounds: str = strawberry.field(description="Why.")
    document_no: str = strawberry.field(description="Number of the request.")

    def file(self, codes: Codes) -> UUID:
        return subject_id(self.subject)

    def command(self, codes: Codes) -> OrderErasure:
        return OrderErasure(
            subject=self.subject,
            files=tuple(matter_key(file) for file in self.file_ids),
            grounds=self.grounds,
            document_no=self.document_no,
        )


@strawberry.input(description="The files looked at, which must be those of the order.")
class ApproveErasureInput(ActInput):
    subject_id: strawberry.ID = strawberry.field(description="The erasure.")
    file_ids: list[strawberry.ID] = strawberry.field(description="All reports and cases of the matter.")
    decision_no: str = strawberry.field(description="Number of the decision.")

    def file(self, codes: Codes) -> UUID:
        return key_of(self.subject_id, "Subject")

    def command(self, codes: Codes) -> ApproveErasure:
        return ApproveErasure(
            files=tuple(matter_key(file) for file in self.file_ids),
            decision_no=self.decision_no,
        )


@strawberry.type
class SubjectMutations:
    order_erasure: SubjectPayload = act(ORDER_ERASURE, OrderErasureInput, SubjectPayload)
    approve_erasure: SubjectPayload = act(APPROVE_ERASURE, ApproveErasureInput, SubjectPayload)
