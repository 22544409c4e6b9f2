"""An errand as clients see it."""

from __future__ import annotations

import strawberry

from domain.record.file import File
from server.schema.files.file_now import FileNow, file_now
from server.schema.files.view import FileView
from tests.newkind.state import ERRAND, ErrandPhase


@strawberry.type(description="An errand for a child.")
class ChildErrand(FileNow):
    phase: ErrandPhase = strawberry.field(description="How far it has come.")
    number: str = strawberry.field(description="Official number.")


def errand_of(file: File, opened: dict[str, str | None] | None = None) -> ChildErrand:
    return ChildErrand(**file_now(file, opened or {}), phase=file.state.phase, number=file.state.number)


ERRAND_VIEW = FileView(
    kind=ERRAND,
    shape=ChildErrand,
    noun="an errand",
    shown="The errand as it now is, for who may see it.",
    of=errand_of,
    by_id=True,
)
