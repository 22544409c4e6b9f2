"""The story of one file: its lines, the reports that led to it, who read it; differences; who set what."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import strawberry
from strawberry.types import Info

from domain.record.line import Line
from domain.record.reading import Visibility
from server.schema.base.as_of import AsOf, up_to
from server.schema.base.common import PageInfo
from server.schema.base.context import Context
from server.schema.base.detail import Change, Detail, details_of_file
from server.schema.base.entry import Entry, entry_of
from server.schema.base.ids import position_token
from server.schema.base.paging import Page, page_of
from server.schema.base.tables import selects
from server.schema.base.visibility import may_see
from server.schema.files.aim import Aim
from server.schema.files.diff import change, changes_by_version, differences, setters, state_facts
from server.schema.files.lookup import STORIED, find
from server.schema.files.opening import Seen, as_told_by, open_lines, open_state, seen
from server.schema.files.readings import Readings


@strawberry.type(description="A line of the story, with its cursor.")
class TimelineEdge:
    cursor: str = strawberry.field(description="Place of the line in this question.")
    node: Entry = strawberry.field(description="The line.")


@strawberry.type(description="A page of the story, oldest line first.")
class TimelineConnection:
    edges: list[TimelineEdge] = strawberry.field(description="The lines.")
    page_info: PageInfo = strawberry.field(description="Where the page stands.")
    total_count: int = strawberry.field(description="How many lines the story has.")
    read_at: str = strawberry.field(description="Position token of the story's last line.")


@strawberry.type(description="A fact that differs between two moments, and the line that made it so.")
class CausedChange:
    change: Change = strawberry.field(description="The fact before and after.")
    cause: Entry | None = strawberry.field(description="The line that last changed it in between.")


@strawberry.type(description="What differs between two moments of a file.")
class FileDiff:
    before_version: int = strawberry.field(description="Number of lines that counted at the first moment.")
    after_version: int = strawberry.field(description="Number of lines that counted at the second moment.")
    changes: list[CausedChange] = strawberry.field(description="Facts that differ, by path.")


@strawberry.type(description="A fact as it now is, and the line that last set it.")
class Blame:
    fact: Detail = strawberry.field(description="The fact.")
    set_by: Entry | None = strawberry.field(description="The line that last set it.")


@strawberry.input(description="What else belongs to the story besides the file's own lines.")
class TimelineFilter:
    reports: bool = strawberry.field(default=True, description="Lines of the reports linked to a case.")
    readings: bool = strawberry.field(default=False, description="Who read what is personal, for those who may know.")


async def timeline(
    info: Info[Context, None],
    file_id: str,
    asked: TimelineFilter,
    as_of: AsOf | None,
    aim: Aim | None,
    arguments: tuple[int | None, str | None, int | None, str | None],
) -> TimelineConnection | None:
    """One page of a file's story; None when there is no such file for the viewer."""
    context = info.context
    story = await _story(context, file_id, asked, aim)
    if story is None:
        return None
    all_lines = sorted(
        ((line, told) for told in story for line in up_to(told.lines, as_of)),
        key=lambda each: each[0].position or 0,
    )
    readings = Readings(context, story if asked.readings else [], as_of)
    page = page_of(("timeline", file_id, asked, as_of), (int,), *arguments)
    return await _connection(info, page, all_lines, readings, aim)


async def access_readings(
    info: Info[Context, None], file_id: str, arguments: tuple[int | None, str | None, int | None, str | None]
) -> TimelineConnection | None:
    """One page of who read what is personal in the file, oldest first; None for who may not know."""
    own = await find(info.context, file_id)
    if own is None or not may_see(info.context, own.file, Visibility.READINGS):
        return None
    page = page_of(("accessReadings", file_id), (int,), *arguments)
    return await _connection(info, page, [], Readings(info.context, [own], None), None)


async def _connection(
    info: Info[Context, None], page: Page, lines: list[tuple[Line, Seen]], readings: Readings, aim: Aim | None
) -> TimelineConnection:
    """The page of these lines and the readings among them."""
    with_changes = selects(info, "edges", "node", "changes")
    count, last_reading = await readings.count()
    walked = [
        *_walk(lines, page.after, page.before, page.backwards, page.size),
        *await readings.page(page, with_earlier=with_changes),
    ]
    walked.sort(key=lambda each: each[0].position or 0, reverse=page.backwards)
    kept, more = page.cut(walked[: page.size + 1])
    entries = await _entries(info.context, list(kept), aim, with_changes)
    edges = [TimelineEdge(cursor=page.cursor(int(entry.position)), node=entry) for entry in entries]
    return TimelineConnection(
        edges=edges,
        page_info=page.info([edge.cursor for edge in edges], more),
        total_count=len(lines) + count,
        read_at=position_token(max(last_reading, lines[-1][0].position or 0 if lines else 0)),
    )


def _walk(
    lines: list[tuple[Line, Seen]],
    after: tuple[Any, ...] | None,
    before: tuple[Any, ...] | None,
    backwards: bool,
    size: int,
) -> list[tuple[Line, Seen]]:
    inside = [
        each
        for each in lines
        if (after is None or (each[0].position or 0) > after[0])
        and (before is None or (each[0].position or 0) < before[0])
    ]
    return (inside[::-1] if backwards else inside)[: size + 1]


async def _story(context: Context, file_id: str, asked: TimelineFilter, aim: Aim | None) -> list[Seen] | None:
    """The file first, then the reports that led to it, each only as far as the viewer may see it."""
    own = await find(context, file_id, aim)
    if own is None:
        return None
    story = [own]
    if asked.reports:
        sources = [await seen(context, each, STORIED) for each in own.file.kind.sources(own.file.state)]
        story += [each for each in sources if each is not None]
    return story


async def _entries(context: Context, kept: list[tuple[Line, Seen]], aim: Aim | None, with_changes: bool) -> list[Entry]:
    entries: dict[UUID, Entry] = {}
    for told in {id(told): told for _, told in kept}.values():
        lines = [line for line, of in kept if of is told]
        opened = await open_lines(context, told.file, lines, aim)
        changes = changes_by_version(told.file.id, told.lines, opened) if with_changes else {}
        for line in lines:
            entry = entry_of(line, told.file.kind.name, opened.get(line.version))
            entry.changes = changes.get(line.version, [])
            entries[line.id] = entry
    return [entries[line.id] for line, _ in kept]


async def diff(context: Context, file_id: str, since: AsOf, until: AsOf | None, aim: Aim | None) -> FileDiff | None:
    """What differs in a file between two moments, each fact with the line that last changed it in between."""
    own = await find(context, file_id, aim)
    if own is None:
        return None
    before, after = up_to(own.lines, since), up_to(own.lines, until)
    opened = await open_lines(context, own.file, own.lines, aim)
    kind = own.file.kind.name
    old, new = (state_facts(kind, as_told_by(own.file, lines).state) for lines in (before, after))
    known = {line.id for line in before}
    causes = setters(own.file.id, after)
    found = [
        CausedChange(change=change(pair, opened), cause=_cause(causes.get(path), kind, known))
        for path, pair in sorted(differences(old, new).items(), key=lambda found: found[0])
    ]
    return FileDiff(before_version=len(before), after_version=len(after), changes=found)


def _cause(line: Line | None, kind: str, known: set[UUID]) -> Entry | None:
    return entry_of(line, kind) if line is not None and line.id not in known else None


async def blame(context: Context, file_id: str, as_of: AsOf | None, aim: Aim | None) -> list[Blame] | None:
    """Every fact of a file with the line that last set it."""
    own = await find(context, file_id, aim)
    if own is None:
        return None
    lines = up_to(own.lines, as_of)
    file = as_told_by(own.file, lines)
    opened = await open_state(context, own.file, aim, then=file)
    causes = setters(file.id, lines)
    entries = {line.id: entry_of(line, file.kind.name) for line in causes.values()}
    told = details_of_file(file.kind.name, file.state, opened)
    return [Blame(fact=fact, set_by=entries[causes[fact.path].id] if fact.path in causes else None) for fact in told]
