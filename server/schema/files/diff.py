"""What lines changed in their file: per line, between two moments, and who last set each field."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from domain.catalogue import BY_STORED_NAME, kind_begun_by
from domain.record.fold import history
from domain.record.line import Line
from domain.record.personal import Personal, PersonalKind
from server.schema.base.detail import Change
from server.schema.base.places import Leaf, Told, leaves, of_file

Opened = dict[int, dict[str, str | None]]
"""Texts that the viewer may read, by version of the line and path in it, as `reveal_lines` gives them."""
Pair = tuple[Leaf | None, Leaf | None]
"""A fact before and after; None where there is none."""


def changes_by_version(file_id: UUID, lines: Sequence[Line], opened: Opened | None = None) -> dict[int, list[Change]]:
    """What each line of a file changed; all lines from the first on are needed."""
    found: dict[int, list[Change]] = {}
    for line, touched in _steps(file_id, lines):
        found[line.version] = [change(pair, opened or {}) for pair in touched.values()]
    return found


def setters(file_id: UUID, lines: Sequence[Line]) -> dict[str, Line]:
    """The line that last changed each fact, by path; facts that are gone are among them."""
    last: dict[str, Line] = {}
    for line, touched in _steps(file_id, lines):
        last.update(dict.fromkeys(touched, line))
    return last


def state_facts(kind: str, state: Any) -> dict[str, Leaf]:
    """The facts of a state by JSON pointer."""
    return {leaf.pointer: leaf for leaf in leaves(of_file(kind), state)}


def differences(before: dict[str, Leaf], after: dict[str, Leaf]) -> dict[str, Pair]:
    """The facts that differ, with both values."""
    paths = dict.fromkeys((*before, *after))
    pairs = ((p, (before.get(p), after.get(p))) for p in paths)
    return {p: pair for p, pair in pairs if _value(pair[0]) != _value(pair[1])}


def change(pair: Pair, opened: Opened) -> Change:
    """The change as the viewer may see it: a personal value shows only what it would tell."""
    leaf = pair[1] or pair[0]
    if leaf is None:
        raise AssertionError("a change of nothing")
    values = [_value(each) for each in pair]
    masked: list[PersonalKind] = [
        value.kind for value in values if isinstance(value, Personal) and opened_text(value, opened) is None
    ]
    (before, before_label), (after, after_label) = (_told(each, opened) for each in pair)
    return Change(
        path=leaf.pointer,
        label=leaf.place.label,
        before=before,
        before_label=before_label,
        after=after,
        after_label=after_label,
        masked=masked[-1] if masked else None,
    )


def opened_text(value: Personal, opened: Opened) -> str | None:
    """The text that was opened for the viewer where this value was first written."""
    version, _, path = value.origin.split("/", 2)
    return opened.get(int(version), {}).get(path)


def _value(leaf: Leaf | None) -> Any:
    return leaf.value if leaf is not None else None


def _told(leaf: Leaf | None, opened: Opened) -> Told:
    """The value as it may be sent."""
    if leaf is None:
        return None, None
    return (opened_text(leaf.value, opened), None) if isinstance(leaf.value, Personal) else leaf.told


def _steps(file_id: UUID, lines: Sequence[Line]) -> list[tuple[Line, dict[str, Pair]]]:
    if not lines:
        return []
    kind = kind_begun_by(lines[0].stored_as)
    steps: list[tuple[Line, dict[str, Pair]]] = []
    before = state_facts(kind.name, kind.empty())
    for line, _, state in history(file_id, kind, BY_STORED_NAME, lines):
        after = state_facts(kind.name, state)
        steps.append((line, differences(before, after)))
        before = after
    return steps
