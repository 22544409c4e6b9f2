"""The arguments that many queries take, described once."""

from __future__ import annotations

from typing import Annotated

import strawberry

from domain.access.state import Purpose
from domain.unit.state import Level
from server.schema.base.as_of import AsOf
from server.schema.files.timeline import TimelineFilter
from server.schema.lists.counts import CountBy, CountFilter
from server.schema.lists.duties import DutyFilter
from server.schema.lists.trail_types import TrailFilter, TrailOrder, UnitBy

First = Annotated[int | None, strawberry.argument(description="How many from the start, 1 to 100; 20 if not said.")]
After = Annotated[str | None, strawberry.argument(description="Cursor to go on after; goes with `first`.")]
Last = Annotated[int | None, strawberry.argument(description="How many from the end, 1 to 100.")]
Before = Annotated[str | None, strawberry.argument(description="Cursor to stop before; goes with `last`.")]
AtLeast = Annotated[
    str | None,
    strawberry.argument(
        description="Position token: wait up to two seconds until the table has come so far, else READ_MODEL_BEHIND."
    ),
]
Past = Annotated[AsOf | None, strawberry.argument(description="The past to look at; now, if not given.")]
Why = Annotated[
    Purpose | None,
    strawberry.argument(
        description="Why what is personal is read. With it the values that the viewer may see come opened, and the"
        " reading is recorded first; without it they come masked."
    ),
]
Because = Annotated[
    str | None,
    strawberry.argument(
        description="Why more is read within an hour than is usual; asked for by READING_LIMIT and kept in the reading."
    ),
]
FileId = Annotated[strawberry.ID, strawberry.argument(description="Id of a case or of a report.")]


@strawberry.input(description="A file by its opaque id or by its official number.", one_of=True)
class FileBy:
    id: strawberry.Maybe[strawberry.ID] = strawberry.field(description="The opaque id.")
    number: strawberry.Maybe[str] = strawberry.field(description="The official number.")


By = Annotated[FileBy, strawberry.argument(description="The file.")]
UnitNamed = Annotated[UnitBy, strawberry.argument(description="The unit.")]
OfficeId = Annotated[strawberry.ID, strawberry.argument(description="Id of an office.")]
AnyId = Annotated[strawberry.ID, strawberry.argument(description="Id of anything that has one.")]
Ids = Annotated[list[strawberry.ID], strawberry.argument(description="At most 100 ids.")]
Above = Annotated[UnitBy | None, strawberry.argument(description="Only units directly below this one.")]
Levels = Annotated[list[Level] | None, strawberry.argument(description="Only units of these levels.")]
WhichLines = Annotated[TrailFilter | None, strawberry.argument(description="Which lines; all, if not given.")]
WhichDuties = Annotated[DutyFilter | None, strawberry.argument(description="Which duties; all, if not given.")]
WhichCounts = Annotated[CountFilter | None, strawberry.argument(description="What to count; all, if not given.")]
Story = Annotated[TimelineFilter | None, strawberry.argument(description="What else belongs to the story.")]
LineOrder = Annotated[TrailOrder, strawberry.argument(description="In which order.")]
Counted = Annotated[CountBy, strawberry.argument(description="By what to count.")]
Since = Annotated[AsOf, strawberry.argument(description="The earlier moment.")]
Until = Annotated[AsOf | None, strawberry.argument(description="The later moment; now, if not given.")]
UpTo = Annotated[
    str | None,
    strawberry.argument(description="Position token: nothing after it, as if the record ended there."),
]
