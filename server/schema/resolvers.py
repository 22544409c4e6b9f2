"""What answers each root query, with ready rows."""

from __future__ import annotations

from typing import Any, cast

import strawberry
from strawberry.types import Info

from server.faults import CodedError, FaultCode
from server.schema.acts.open_acts import OpenAct, open_acts
from server.schema.arguments import (
    Above,
    After,
    AnyId,
    AtLeast,
    Because,
    Before,
    By,
    Counted,
    FileBy,
    FileId,
    First,
    Ids,
    Last,
    Levels,
    LineOrder,
    OfficeId,
    Past,
    Since,
    Story,
    UnitNamed,
    Until,
    UpTo,
    WhichCounts,
    WhichDuties,
    WhichLines,
    Why,
)
from server.schema.base.as_of import AsOf, up_to
from server.schema.base.common import ROLE_TEXTS, Label, Node, OfficeThen, office_then
from server.schema.base.context import Context
from server.schema.base.ids import global_id, key_of
from server.schema.base.paging import page_of
from server.schema.files import timeline
from server.schema.files.aim import Aim, aim_of
from server.schema.files.case import CASE_VIEW, Case
from server.schema.files.lookup import numbered
from server.schema.files.opening import as_told_by, open_state, seen
from server.schema.files.register import office_row, register_at, unit_row, units_at
from server.schema.files.register_types import Office, Unit, UnitConnection, UnitEdge
from server.schema.files.report import REPORT_VIEW, Report
from server.schema.files.timeline import Blame, FileDiff, TimelineConnection, TimelineFilter
from server.schema.files.view import FileView
from server.schema.lists import counts, duties, parked, trail
from server.schema.lists.counts import Counts
from server.schema.lists.duties import DutyConnection
from server.schema.lists.parked import ParkedConnection
from server.schema.lists.trail import unit_key
from server.schema.lists.trail_types import TrailConnection, TrailOrder
from server.schema.nodes import node_of

NODES_MAX = 100


@strawberry.type(description="Who is asking, with the offices held now.")
class Viewer:
    person_id: strawberry.ID = strawberry.field(description="The person.")
    name: str | None = strawberry.field(description="Name as in the register.")
    offices: list[OfficeThen] = strawberry.field(description="Offices under which the viewer may act now.")
    roles: list[Label] = strawberry.field(description="Their roles in words, delegated ones among them.")


async def viewer(info: Info[Context, None]) -> Viewer:
    await info.context.services.register_cache.catch_up()
    standings = info.context.standings()
    return Viewer(
        person_id=strawberry.ID(global_id("Person", info.context.person)),
        name=standings[0].name if standings else None,
        offices=[o for s in standings if (o := office_then(s.office)) is not None],
        roles=[ROLE_TEXTS[s.role] for s in standings],
    )


async def case(
    info: Info[Context, None], by: By, as_of: Past = None, purpose: Why = None, reason: Because = None
) -> Case | None:
    return await _file(info.context, by, CASE_VIEW, as_of, aim_of(purpose, reason))


async def report(
    info: Info[Context, None], by: By, as_of: Past = None, purpose: Why = None, reason: Because = None
) -> Report | None:
    return await _file(info.context, by, REPORT_VIEW, as_of, aim_of(purpose, reason))


async def _file(context: Context, by: FileBy, view: FileView, as_of: AsOf | None, aim: Aim | None) -> Any:
    if by.id is not None:
        key = key_of(by.id.value, view.type_name, "id")
    else:
        key = await numbered(context, cast(Any, by.number).value, view)
    told = await seen(context, key, (view.kind.name,), aim)
    lines = up_to(told.lines, as_of) if told else []
    if told is None or not lines:
        return None
    file = as_told_by(told.file, lines)
    return view.of(file, await open_state(context, told.file, aim, then=file))


async def audit_trail(
    info: Info[Context, None],
    filter: WhichLines = None,
    order: LineOrder = TrailOrder.NEWEST_FIRST,
    first: First = None,
    after: After = None,
    last: Last = None,
    before: Before = None,
    up_to: UpTo = None,
    at_least: AtLeast = None,
) -> TrailConnection:
    return await trail.audit_trail(info, filter, order, (first, after, last, before), up_to, at_least)


async def audit_counts(
    info: Info[Context, None], by: Counted, filter: WhichCounts = None, at_least: AtLeast = None
) -> Counts:
    return await counts.counts(info, filter, by, at_least)


async def story(
    info: Info[Context, None],
    file_id: FileId,
    filter: Story = None,
    as_of: Past = None,
    purpose: Why = None,
    reason: Because = None,
    first: First = None,
    after: After = None,
    last: Last = None,
    before: Before = None,
) -> TimelineConnection | None:
    asked = filter or TimelineFilter()
    return await timeline.timeline(info, file_id, asked, as_of, aim_of(purpose, reason), (first, after, last, before))


async def difference(
    info: Info[Context, None],
    file_id: FileId,
    since: Since,
    until: Until = None,
    purpose: Why = None,
    reason: Because = None,
) -> FileDiff | None:
    return await timeline.diff(info.context, file_id, since, until, aim_of(purpose, reason))


async def blame(
    info: Info[Context, None], file_id: FileId, as_of: Past = None, purpose: Why = None, reason: Because = None
) -> list[Blame] | None:
    return await timeline.blame(info.context, file_id, as_of, aim_of(purpose, reason))


async def access_readings(
    info: Info[Context, None],
    file_id: FileId,
    first: First = None,
    after: After = None,
    last: Last = None,
    before: Before = None,
) -> TimelineConnection | None:
    return await timeline.access_readings(info, file_id, (first, after, last, before))


async def actions(info: Info[Context, None], file_id: FileId) -> list[OpenAct]:
    return await open_acts(info, file_id)


async def find_duties(
    info: Info[Context, None],
    filter: WhichDuties = None,
    first: First = None,
    after: After = None,
    last: Last = None,
    before: Before = None,
    at_least: AtLeast = None,
) -> DutyConnection:
    return await duties.duties(info, filter, (first, after, last, before), at_least)


async def find_parked(
    info: Info[Context, None],
    first: First = None,
    after: After = None,
    last: Last = None,
    before: Before = None,
) -> ParkedConnection | None:
    return await parked.parked_lines(info.context, (first, after, last, before))


async def unit(info: Info[Context, None], by: UnitNamed, as_of: Past = None) -> Unit | None:
    register, at = await register_at(info.context, as_of)
    return cast(Any, unit_row(register, unit_key(register, by, at), at))


async def units(
    info: Info[Context, None],
    parent: Above = None,
    levels: Levels = None,
    as_of: Past = None,
    first: First = None,
    after: After = None,
    last: Last = None,
    before: Before = None,
) -> UnitConnection:
    register, at = await register_at(info.context, as_of)
    page = page_of(("units", parent, levels, as_of), (str, str), first, after, last, before)
    above = unit_key(register, parent, at) if parent is not None else None
    found = [] if parent is not None and above is None else units_at(register, at, above, levels)
    inside = [
        row
        for row in found
        if (page.after is None or (row.code, row.id) > page.after)
        and (page.before is None or (row.code, row.id) < page.before)
    ]
    kept, more = page.cut((inside[::-1] if page.backwards else inside)[: page.size + 1])
    edges = [UnitEdge(cursor=page.cursor(row.code, row.id), node=row) for row in kept]
    info_of_page = page.info([edge.cursor for edge in edges], more)
    return UnitConnection(edges=edges, page_info=info_of_page, total_count=len(found))


async def office(info: Info[Context, None], id: OfficeId, as_of: Past = None) -> Office | None:
    register, at = await register_at(info.context, as_of)
    return cast(Any, office_row(register, key_of(id, "Office", "id"), at))


async def node(info: Info[Context, None], id: AnyId) -> Node | None:
    return await node_of(info.context, id, "id")


async def nodes(info: Info[Context, None], ids: Ids) -> list[Node | None]:
    if len(ids) > NODES_MAX:
        raise CodedError(FaultCode.BAD_USER_INPUT, f"ids: at most {NODES_MAX}")
    return [await node_of(info.context, each, "ids") for each in ids]
