"""What acts come to: one payload type per kind of file, with the file as it now is."""

from __future__ import annotations

from typing import Any

import strawberry

from domain.record.file import File
from domain.subject.state import ErasurePhase
from server.schema.acts.acting import Payload
from server.schema.base.context import Context
from server.schema.base.visibility import may_see
from server.schema.files.files import Case, FileNow, Report, case_of, file_now, report_of
from server.schema.files.register import office_row, unit_row
from server.schema.files.register_types import Office, Unit


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
