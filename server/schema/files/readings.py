"""Who read what is personal: pages of access files, which are read and counted no further than a page needs."""

from __future__ import annotations

from typing import Any, cast

from domain.record.line import Line
from domain.record.reading import Visibility
from domain.record.vocabulary import access_id
from server.record.folding import folded
from server.record.mapper import load
from server.record.store.reader import Stretch
from server.schema.base.as_of import AsOf
from server.schema.base.context import Context
from server.schema.base.ids import position_of
from server.schema.base.paging import Page
from server.schema.base.visibility import may_see
from server.schema.files.opening import Seen


class Readings:
    """The readings of some files as far as they count at a moment; a reading happens when it is recorded."""

    def __init__(self, context: Context, files: list[Seen], moment: AsOf | None) -> None:
        """Of the files whose readings the viewer may know."""
        known = [told.file.id for told in files if may_see(context, told.file, Visibility.READINGS)]
        self._log = context.services.log
        self._ids = [access_id(file_id) for file_id in known]
        self._whole = _stretch(moment)

    async def count(self) -> tuple[int, int]:
        """How many there are, and the position of the last one."""
        return await self._log.extent(self._ids, self._whole)

    async def page(self, page: Page, *, with_earlier: bool) -> list[tuple[Line, Seen]]:
        """One more than the page holds, in walking order. `with_earlier`: each file with the line before the page's, by
        which one sees what the first of these changed."""
        asked = self._whole.within(page.after[0] if page.after else None, page.before[0] if page.before else None)
        found = await self._log.stretch(self._ids, asked, page.size + 1, backwards=page.backwards)
        lines = [load(stored) for stored in found]
        told = {
            file_id: await self._seen([line for line in lines if line.file_id == file_id], with_earlier)
            for file_id in {line.file_id for line in lines}
        }
        return [(line, told[line.file_id]) for line in lines]

    async def _seen(self, lines: list[Line], with_earlier: bool) -> Seen:
        lines = sorted(lines, key=lambda line: line.version)
        if with_earlier and lines[0].version > 1:
            before = Stretch(0, lines[0].position or 0, None)
            lines = [*map(load, await self._log.stretch([lines[0].file_id], before, 1, backwards=True)), *lines]
        return Seen(folded(lines[0].file_id, lines), lines)


def _stretch(moment: AsOf | None) -> Stretch:
    if moment is None:
        return Stretch()
    if moment.position is not None:
        return Stretch(before=position_of(moment.position.value, "position") + 1)
    if moment.recorded_at is not None:
        return Stretch(recorded_by=cast(Any, moment.recorded_at.value))
    return Stretch(recorded_by=cast(Any, moment.occurred_at).value)
