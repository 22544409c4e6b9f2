"""Refusals as data: what was wrong, in both languages, and what happened in between."""

import strawberry

from server.schema.base.common import Label, OfficeThen, UnitThen
from server.schema.base.entry import Entry
from server.schema.base.enums import RefusalCode


@strawberry.interface(description="A problem the client can act on. Read `code` and `message` at least.")
class UserError:
    code: RefusalCode = strawberry.field(description="Stable code.")  # type: ignore[valid-type]
    message: Label = strawberry.field(description="What is wrong and what to do.")
    field: list[str] | None = strawberry.field(
        description='The input at fault, if one is, down to the row: `["items", "2", "provider"]`.'
    )


@strawberry.type(name="Refusal", description="A rule of the record refuses the act.")
class RefusalError(UserError):
    units: list[UnitThen] = strawberry.field(
        description="Where the unit given has ended: those that took over, of which one is to be named by its code."
    )
    offices: list[OfficeThen] = strawberry.field(
        description="Where several offices of the viewer may do the act: of which one is to be named as `officeId`."
    )


@strawberry.type(description="The file moved on since the client saw it.")
class VersionConflict(UserError):
    expected_version: int = strawberry.field(description="Version the client saw.")
    actual_version: int = strawberry.field(description="Version now.")
    missed: list[Entry] = strawberry.field(description="Lines in between.")
