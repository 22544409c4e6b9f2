"""An errand as clients see it."""

from __future__ import annotations

import strawberry

from domain.record.file import File
from server.schema.files.file_now import FileNow, file_now
from server.schema.files.view import FileView
from tests.newkind.state import ERRAND


@strawberry.type(description="An errand for a child.")
class Errand(FileNow):
    number: str = strawberry.field(description="Official number.")


def errand_of(file: File, opened: dict[str, str | None] | None = None) -> Errand:
    return Errand(**file_now(file, opened or {}), number=file.state.number)


ERRAND_VIEW = FileView(
    kind=ERRAND,
    shape=Errand,
    noun="an errand",
    shown="The errand as it now is, for who may see it.",
    of=errand_of,
    by_id=True,
)
