"""From lines to a file: each line added in its order, and no line can fail to be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from domain.record.action import Action
from domain.record.file import Entry, File, InHands, Lapsed
from domain.record.file_kind import FileKind
from domain.record.line import DutyEnded, DutyOutcome, Line
from domain.record.order import took_step
from domain.record.personal import personal_fields, personal_in
from domain.record.vocabulary import UnitRef


def apply(file: File, action: Action[Any, Any, Any], line: Line) -> None:
    """Add one line to a folded file. Total: what a line says is taken as it stands."""
    file.state = state_after(file, action, line)
    if file.kind.enters is not None:
        file.entries = [*read_after(file, action, line), Entry(action.evolve, line)]
    file.version = line.version
    file.position = line.position or file.position
    file.began_at = file.began_at or line.occurred_at
    file.told_at = line.told_at
    took_step(file, action, line)
    if line.by.person is not None and line.by.office is not None:
        file.offices[action.name, line.by.person] = line.by.office.id
    if personal_fields(line.event.__class__):
        file.subjects.update([value.subject for _, value in personal_in(line.event, "event")])
    unit, sent_to = file.kind.hands(file.state)
    if unit is not None and (not file.hands or (file.hands[-1].unit, file.hands[-1].sent_to) != (unit, sent_to)):
        file.hands.append(handed(file, unit, sent_to, line))
    for started in line.starts:
        file.running[started.code, started.ref] = file.begun[started.code, started.ref] = started
        file.ended.pop((started.code, started.ref), None)
        file.lapsed.discard((started.code, started.ref))
    for ended in line.ends:
        if ended.how is DutyOutcome.LAPSED:
            file.lapsed.add((ended.code, ended.ref))
            file.lapses.append(_lapse(ended, line, file))
        else:
            file.running.pop((ended.code, ended.ref), None)
            file.ended[ended.code, ended.ref] = (line.version, ended.how)
            file.lapsed.discard((ended.code, ended.ref))


def state_after(file: File, action: Action[Any, Any, Any], line: Line) -> Any:
    """The state that the line leaves behind: where it says how others are read, all are read again before it."""
    state = file.state
    if action.amends is not None:
        state = file.kind.empty()
        for entry in read_after(file, action, line):
            state = entry.evolve(state, entry.line.event, entry.line)
    return action.evolve(state, line.event, line)


def read_after(file: File, action: Action[Any, Any, Any], line: Line) -> list[Entry]:
    """The lines so far as they are read once this one is told."""
    if action.amends is None:
        return file.entries
    read = ((entry.evolve, action.amends(entry.line, line.event)) for entry in file.entries)
    return [Entry(evolve, told) for evolve, told in read if told is not None]


def handed(file: File, unit: UnitRef, sent_to: UnitRef | None, line: Line) -> InHands:
    """That a unit has the file now. Who opened it had it from then on, everybody else from when that was told."""
    last = file.hands[-1] if file.hands else None
    by = line.by.office
    own = last is None and by is not None and by.unit == unit
    since = line.occurred_at if own else max(line.told_at, last.since if last is not None else line.told_at)
    if by is not None and by.unit == unit and (last is None or last.unit != unit):
        office = by
    else:
        office = last.office if last is not None and last.unit == unit else None
    return InHands(since, unit, sent_to, office)


def _lapse(ended: DutyEnded, line: Line, file: File) -> Lapsed:
    """Who answers: what the end of the clock says, where the lapse was brought along, else what the event does."""
    answers = ended.answers or getattr(line.event, "answers", None)
    holder = ended.holder if ended.answers else getattr(line.event, "holder", None)
    started = file.running.get((ended.code, ended.ref))
    return Lapsed(ended.code, ended.ref, started.due_at if started else line.occurred_at, answers, holder)


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
