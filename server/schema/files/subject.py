"""An erasure as clients see it: in the answers of its acts alone."""

from __future__ import annotations

import strawberry

from domain.record.file import File
from domain.subject.kind import SUBJECT
from domain.subject.state import ErasurePhase
from server.schema.files.file_now import FileNow, file_now
from server.schema.files.view import FileView


@strawberry.type(description="The file in which the erasure of a person's data is decided.")
class Subject(FileNow):
    phase: ErasurePhase = strawberry.field(description="How far it has come.")


def subject_of(file: File, opened: dict[str, str | None] | None = None) -> Subject:
    """The erasure that a folded file is."""
    return Subject(**file_now(file, opened or {}), phase=file.state.phase)


SUBJECT_VIEW = FileView(
    kind=SUBJECT,
    shape=Subject,
    noun="an erasure",
    shown="The erasure as it now is.",
    of=subject_of,
)
