"""From lines to a file: each line added in its order, and no line can fail to be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from domain.record.action import Action
from domain.record.file import File
from domain.record.file_kind import FileKind
from domain.record.line import DutyOutcome, Line
from domain.record.personal import personal_fields, personal_in


def apply(file: File, action: Action[Any, Any, Any], line: Line) -> None:
    """Add one line to a folded file. Total: what a line says is taken as it stands."""
    file.state = action.evolve(file.state, line.event, line)
    file.version = line.version
    file.position = line.position or file.position
    file.began_at = file.began_at or line.occurred_at
    file.last_step[action.name] = max(line.occurred_at, file.last_step.get(action.name, line.occurred_at))
    if personal_fields(line.event.__class__):
        file.subjects.update([value.subject for _, value in personal_in(line.event, "event")])
    for started in line.starts:
        file.running[started.code, started.ref] = started
        file.lapsed.discard((started.code, started.ref))
    for ended in line.ends:
        if ended.how is DutyOutcome.LAPSED:
            file.lapsed.add((ended.code, ended.ref))
            file.lapses += 1
        else:
            file.running.pop((ended.code, ended.ref), None)
            file.lapsed.discard((ended.code, ended.ref))


def fold(
    file_id: UUID, kind: FileKind[Any], actions: Mapping[str, Action[Any, Any, Any]], lines: Iterable[Line]
) -> File:
    """The file that `lines` (in order of version) make. `actions` is the catalogue by stored name."""
    file = File.blank(file_id, kind)
    for line in lines:
        apply(file, actions[line.stored_as], line)
    return file


def history(
    file_id: UUID, kind: FileKind[Any], actions: Mapping[str, Action[Any, Any, Any]], lines: Sequence[Line]
) -> Iterator[tuple[Line, Any, Any]]:
    """Each line with the state before and after it, for diff and blame."""
    file = File.blank(file_id, kind)
    for line in lines:
        before = file.state
        apply(file, actions[line.stored_as], line)
        yield line, before, file.state
