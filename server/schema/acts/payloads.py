"""What acts come to: one payload type per kind of file, with the file as it now is."""

from __future__ import annotations

from types import new_class
from typing import Any

import strawberry

from domain.record.file import File
from server.schema.base.common import DutyEnd, DutyStart
from server.schema.base.context import Context
from server.schema.base.entry import Entry
from server.schema.base.errors import UserError
from server.schema.files.view import View
from server.schema.files.views import VIEWS


@strawberry.type(description="What an act came to. The entry is null when `errors` is not empty.")
class Payload:
    entry: Entry | None = strawberry.field(description="The new line.")
    duties_started: list[DutyStart] = strawberry.field(description="Clocks the line set going.")
    duties_met: list[DutyEnd] = strawberry.field(description="Clocks the line ended.")
    position: str | None = strawberry.field(description="Position token, for `atLeast` on later queries.")
    taken_as_now: list[list[str]] = strawberry.field(
        description="Inputs whose instant lay up to two minutes ahead of the record's clock, and was taken as now."
    )
    errors: list[UserError] = strawberry.field(description="All problems found, not just the first.")

    @staticmethod
    def file_field(file: File | None, context: Context) -> dict[str, Any]:
        """The payload's own field: the file as it now is."""
        raise NotImplementedError


def payload_of(view: View) -> type[Payload]:
    """The payload of acts on the files of a kind: with one field more, called as the kind."""
    name = view.kind.name

    def file_field(file: File | None, context: Context) -> dict[str, Any]:
        return {name: view.after(context, file) if file else None}

    def body(namespace: dict[str, Any]) -> None:
        namespace["__annotations__"] = {name: view.shape | None}
        namespace[name] = strawberry.field(description=view.shown)
        namespace["file_field"] = staticmethod(file_field)

    made = new_class(f"{view.type_name}Payload", (Payload,), {}, body)
    return strawberry.type(made, description=f"What an act on {view.noun} came to.")


PAYLOADS: dict[str, type[Payload]] = {view.kind.name: payload_of(view) for view in VIEWS}
"""What an act comes to, by the kind of its file."""
