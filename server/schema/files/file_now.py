"""What every file has, as clients see it."""

from __future__ import annotations

from typing import Any

import strawberry

from domain.record.file import File
from server.schema.base.common import DutyStart, Node
from server.schema.base.entry import FILE_TYPES, Detail, detail, facts, started
from server.schema.base.ids import global_id, position_token


@strawberry.type(description="What every file has.")
class FileNow(Node):
    version: int = strawberry.field(description="Number of lines; give it back as `expectedVersion`.")
    position: str = strawberry.field(description="Position token of the last line.")
    running: list[DutyStart] = strawberry.field(description="Clocks that run on the file.")
    facts: list[Detail] = strawberry.field(description="Everything the file says, masked where it is personal.")


def file_now(file: File, opened: dict[str, str | None]) -> dict[str, Any]:
    """The fields that every file has."""
    return {
        "id": strawberry.ID(global_id(FILE_TYPES[file.kind.name], file.id)),
        "version": file.version,
        "position": position_token(file.position),
        "running": [started(s) for s in file.running.values()],
        "facts": [detail(path, value, opened) for path, value in facts(file.state, "event")],
    }
