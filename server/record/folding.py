"""Files and their lines: one, several, or every one that tells of a person."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from uuid import UUID

from domain.catalogue import BY_STORED_NAME, kind_begun_by
from domain.record.file import File
from domain.record.fold import fold
from domain.record.line import Line
from server.record.mapper import load
from server.record.slices import in_slices
from server.record.store import Log


def folded(file_id: UUID, lines: Sequence[Line]) -> File:
    """The file of the lines; of which kind it is, the first one tells."""
    return fold(file_id, kind_begun_by(lines[0].stored_as), BY_STORED_NAME, lines)


async def lines_of(log: Log, file_ids: Iterable[UUID]) -> dict[UUID, list[Line]]:
    """The lines of each of the files that have any, in one query; in none where no file is asked for."""
    lines: defaultdict[UUID, list[Line]] = defaultdict(list)
    async for stored in in_slices(await log.histories(wanted) if (wanted := list(file_ids)) else ()):
        lines[stored.file_id].append(load(stored))
    return dict(lines)


async def all_about(log: Log, person: UUID) -> dict[UUID, File]:
    """Every file that tells of a person, and those linked with these, as the log itself has them; and some others.

    A file tells of somebody in a line that names them: by these the log is indexed, so no table can lag behind.
    """
    files: dict[UUID, File] = {}
    wanted = {person, *await log.files_naming(person)}
    while wanted:
        found = {i: folded(i, own) for i, own in (await lines_of(log, wanted)).items()}
        files |= found
        wanted = {i for each in found.values() for i in each.kind.links(each.state)} - files.keys() - wanted
    return files
