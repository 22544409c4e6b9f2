"""What acts come to: one payload type per kind of file, with the file as it now is."""

from __future__ import annotations

from typing import Any

import strawberry

from domain.case.kind import CASE
from domain.office.kind import OFFICE
from domain.record.file import File
from domain.report.kind import REPORT
from domain.subject.kind import SUBJECT
from domain.subject.state import ErasurePhase
from domain.unit.kind import UNIT
from server.schema.base.common import DutyEnd, DutyStart
from server.schema.base.context import Context
from server.schema.base.entry import Entry
from server.schema.base.errors import UserError
from server.schema.base.visibility import may_see
from server.schema.files.files import Case, FileNow, Report, case_of, file_now, report_of
from server.schema.files.register import office_row, unit_row
from server.schema.files.register_types import Office, Unit


@strawberry.type(description="What an act came to. The entry is null when `errors` is not empty.")
class Payload:
    entry: Entry | None = strawberry.field(description="The new line.")
    duties_started: list[DutyStart] = strawberry.field(description="Clocks the line set going.")
    duties_met: list[DutyEnd] = strawberry.field(description="Clocks the line ended.")
    position: str | None = strawberry.field(description="Position token, for `atLeast` on later queries.")
    errors: list[UserError] = strawberry.field(description="All problems found, not just the first.")

    @staticmethod
    def file_field(file: File | None, context: Context) -> dict[str, Any]:
        """The payload's own field: the file as it now is."""
        raise NotImplementedError


@strawberry.type(description="The file in which the erasure of a person's data is decided.")
class Subject(FileNow):
    phase: ErasurePhase = strawberry.field(description="How far it has come.")


@strawberry.type(description="What an act on a unit came to.")
class UnitPayload(Payload):
    unit: Unit | None = strawberry.field(description="The unit as it now is.")

    @staticmethod
    def file_field(file: File | None, context: Context) -> dict[str, Any]:
        register, now = context.services.register_cache.register, context.services.now()
        return {"unit": unit_row(register, file.id, now) if file else None}


@strawberry.type(description="What an act on an office came to.")
class OfficePayload(Payload):
    office: Office | None = strawberry.field(description="The office as it now is.")

    @staticmethod
    def file_field(file: File | None, context: Context) -> dict[str, Any]:
        register, now = context.services.register_cache.register, context.services.now()
        return {"office": office_row(register, file.id, now) if file else None}


@strawberry.type(description="What an act on a report came to.")
class ReportPayload(Payload):
    report: Report | None = strawberry.field(description="The report as it now is, for who may see it.")

    @staticmethod
    def file_field(file: File | None, context: Context) -> dict[str, Any]:
        return {"report": report_of(file) if file and may_see(context, file) else None}


@strawberry.type(description="What an act on a case came to.")
class CasePayload(Payload):
    case: Case | None = strawberry.field(description="The case as it now is, for who may see it.")

    @staticmethod
    def file_field(file: File | None, context: Context) -> dict[str, Any]:
        return {"case": case_of(file) if file and may_see(context, file) else None}


@strawberry.type(description="What an act on an erasure came to.")
class SubjectPayload(Payload):
    subject: Subject | None = strawberry.field(description="The erasure as it now is.")

    @staticmethod
    def file_field(file: File | None, context: Context) -> dict[str, Any]:
        return {"subject": Subject(**file_now(file, {}), phase=file.state.phase) if file else None}


PAYLOADS: dict[str, type[Payload]] = {
    UNIT.name: UnitPayload,
    OFFICE.name: OfficePayload,
    REPORT.name: ReportPayload,
    CASE.name: CasePayload,
    SUBJECT.name: SubjectPayload,
}
"""What an act comes to, by the kind of its file: one line for each kind on which people act."""
