"""What can be asked of the trail, and what a page of it is."""

from __future__ import annotations

from enum import Enum
from uuid import UUID

import strawberry

from domain.access.state import Purpose
from domain.record.vocabulary import Role
from server.schema.base.common import PageInfo
from server.schema.base.entry import Entry
from server.schema.base.enums import Act, Category, KindOfFile
from server.schema.base.scalars import Instant


@strawberry.enum(description="Which unit of a line counts.")
class Side(Enum):
    ANY = strawberry.enum_value("", description="The one or the other / Một trong hai.")
    MATTER = strawberry.enum_value("u.matter", description="The unit whose matter it is / Đơn vị của hồ sơ.")
    ACTOR = strawberry.enum_value("u.actor", description="The unit of who acted / Đơn vị của người làm.")


@strawberry.enum(description="Order of the trail, by position in the record.")
class TrailOrder(Enum):
    NEWEST_FIRST = strawberry.enum_value("newest", description="Newest first / Mới nhất trước.")
    OLDEST_FIRST = strawberry.enum_value("oldest", description="Oldest first / Cũ nhất trước.")


@strawberry.input(description="A unit by what people know it by.", one_of=True)
class UnitBy:
    code: strawberry.Maybe[str] = strawberry.field(description="The official code, as borne at the date asked about.")
    id: strawberry.Maybe[strawberry.ID] = strawberry.field(description="The opaque id.")


@strawberry.input(description="Lines of a unit and of all below it, as the register stood at each line.")
class UnitFilter:
    by: UnitBy = strawberry.field(description="The unit.")
    at: Instant | None = strawberry.field(
        default=None, description="When it bore the code; now, if not given. A code is reused after a reform."
    )
    side: Side = strawberry.field(default=Side.ANY, description="Which unit of a line counts.")
    subtree: bool = strawberry.field(default=True, description="Also the units below it.")


@strawberry.input(description="From an instant (included) until another (not included).")
class InstantRange:
    since: Instant | None = strawberry.field(default=None, description="From, included.")
    until: Instant | None = strawberry.field(default=None, description="Until, not included.")


@strawberry.input(description="All conditions hold together; within a list any one is enough.")
class TrailFilter:
    unit: UnitFilter | None = strawberry.field(default=None, description="Unit, as it was then.")
    actor_ids: list[strawberry.ID] | None = strawberry.field(default=None, description="People who acted.")
    roles: list[Role] | None = strawberry.field(default=None, description="Roles under which they acted.")
    office_ids: list[strawberry.ID] | None = strawberry.field(default=None, description="Offices they held.")
    acts: list[Act] | None = strawberry.field(default=None, description="What was done.")  # type: ignore[valid-type]
    kinds: list[KindOfFile] | None = strawberry.field(  # type: ignore[valid-type]
        default=None, description="Kinds of file."
    )
    categories: list[Category] | None = strawberry.field(default=None, description="Sorts of line.")  # type: ignore[valid-type]
    file_ids: list[strawberry.ID] | None = strawberry.field(default=None, description="These files only.")
    case_id: strawberry.ID | None = strawberry.field(
        default=None, description="A case with its reports and the readings of both."
    )
    recorded_at: InstantRange | None = strawberry.field(default=None, description="When it was recorded.")
    occurred_at: InstantRange | None = strawberry.field(default=None, description="When it happened.")
    late: bool | None = strawberry.field(default=None, description="Recorded more than 24 hours after it happened.")
    correlation_id: UUID | None = strawberry.field(default=None, description="Lines of one request.")
    words: str | None = strawberry.field(
        default=None,
        description="All these words in reasons and narratives; without accents they match any accents. A file is not"
        " found by a name that it keeps sealed from the viewer.",
    )
    purpose: Purpose | None = strawberry.field(
        default=None,
        description="Why texts are searched: with `words` it must be given, and the search is recorded as a reading.",
    )
    has_attachments: bool | None = strawberry.field(default=None, description="With documents or without.")


@strawberry.type(description="A line in the trail, with its cursor.")
class TrailEdge:
    cursor: str = strawberry.field(description="Place of the line in this question.")
    node: Entry = strawberry.field(description="The line.")


@strawberry.type(description="A page of the trail.")
class TrailConnection:
    edges: list[TrailEdge] = strawberry.field(description="The lines.")
    page_info: PageInfo = strawberry.field(description="Where the page stands.")
    total_count: int | None = strawberry.field(
        description="How many lines match; 10000 stands for 10,000 or more."
        " Of a search for words null on further pages and where very many match."
    )
    read_at: str = strawberry.field(
        description="Position token: how far the trail had come. Give it back as `upTo` to walk a frozen trail."
    )
