"""What lines changed in their file: per line, between two moments, and who last set each field."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from domain.catalogue import BY_STORED_NAME, kind_begun_by
from domain.record.fold import history
from domain.record.line import Line
from domain.record.personal import Personal, PersonalKind
from server.schema.base.entry import Change, facts

Opened = dict[int, dict[str, str | None]]
"""Texts that the viewer may read, by version of the line and path in it, as `reveal_lines` gives them."""


def changes_by_version(file_id: UUID, lines: Sequence[Line], opened: Opened | None = None) -> dict[int, list[Change]]:
    """What each line of a file changed; all lines from the first on are needed."""
    found: dict[int, list[Change]] = {}
    for line, touched in _steps(file_id, lines):
        found[line.version] = [change(path, *values, opened or {}) for path, values in touched.items()]
    return found


def setters(file_id: UUID, lines: Sequence[Line]) -> dict[str, Line]:
    """The line that last changed each fact, by path; facts that are gone are among them."""
    last: dict[str, Line] = {}
    for line, touched in _steps(file_id, lines):
        last.update(dict.fromkeys(touched, line))
    return last


def state_facts(state: Any) -> dict[str, Any]:
    """The facts of a state by JSON pointer."""
    return {pointer(path): value for path, value in facts(state, "event")}


def differences(before: dict[str, Any], after: dict[str, Any]) -> dict[str, tuple[Any, Any]]:
    """The facts that differ, with both values; None where there is none."""
    paths = dict.fromkeys((*before, *after))
    return {p: (before.get(p), after.get(p)) for p in paths if before.get(p) != after.get(p)}


def change(path: str, before: Any, after: Any, opened: Opened) -> Change:
    """The change as the viewer may see it: a personal value shows only what it would tell."""
    masked = [
        value.kind for value in (before, after) if isinstance(value, Personal) and opened_text(value, opened) is None
    ]
    kind: PersonalKind | None = masked[-1] if masked else None
    return Change(path=path, before=shown(before, opened), after=shown(after, opened), masked=kind)


def shown(value: Any, opened: Opened) -> Any:
    """The value as it may be sent."""
    return opened_text(value, opened) if isinstance(value, Personal) else value


def opened_text(value: Personal, opened: Opened) -> str | None:
    """The text that was opened for the viewer where this value was first written."""
    version, _, path = value.origin.split("/", 2)
    return opened.get(int(version), {}).get(path)


def pointer(path: str) -> str:
    """The JSON pointer of a dotted path."""
    return "/" + path.removeprefix("event.").replace(".", "/")


def _steps(file_id: UUID, lines: Sequence[Line]) -> list[tuple[Line, dict[str, tuple[Any, Any]]]]:
    if not lines:
        return []
    kind = kind_begun_by(lines[0].stored_as)
    steps: list[tuple[Line, dict[str, tuple[Any, Any]]]] = []
    before = state_facts(kind.empty())
    for line, _, state in history(file_id, kind, BY_STORED_NAME, lines):
        after = state_facts(state)
        steps.append((line, differences(before, after)))
        before = after
    return steps
