"""Inputs and mutations of the acts on a case."""

from uuid import UUID

import strawberry

from domain.case.open_case import OPEN_CASE, OpenCase
from domain.words import case_id
from server.schema.acting import ActInput, Codes, act
from server.schema.files import CasePayload
from server.schema.ids import key_of


@strawberry.input(description="An act on an existing case.")
class CaseActInput(ActInput):
    case_id: strawberry.ID = strawberry.field(description="The case.")

    def file(self) -> UUID:
        return key_of(self.case_id, "Case")


@strawberry.input(description="The report a case is opened from.")
class OpenCaseInput(ActInput):
    report_id: strawberry.ID = strawberry.field(description="The report.")
    place_unit: str = strawberry.field(description="Code of the commune where it happened.")
    residence_unit: str | None = strawberry.field(default=None, description="Code of the child's commune.")

    def file(self) -> UUID:
        return case_id(key_of(self.report_id, "Report"))

    def command(self, codes: Codes) -> OpenCase:
        return OpenCase(
            report=key_of(self.report_id, "Report"),
            place=codes.unit(self.place_unit),
            residence=codes.unit(self.residence_unit),
        )


@strawberry.type
class CaseMutations:
    open_case: CasePayload = act(OPEN_CASE, OpenCaseInput, CasePayload)
