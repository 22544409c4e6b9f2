"""The words of every fact that can be shown: said once where it is asked for, and found again from there.

A field of an event has the words of the field of its command that bears the same name; a field of a state those of
the fields of that name in the events of its kind, where these agree. What has none there says its own.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, is_dataclass, replace
from functools import cache
from typing import Any

from domain.label import Label
from domain.record.action import Action
from domain.record.field import Field, fields_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One place of an event or a state: `path` leads there without the numbers of rows, `field` tells what it is."""

    path: tuple[str, ...]
    field: Field
    words: Label | None


def facts_of_event(action: Action[Any, Any, Any]) -> dict[tuple[str, ...], Fact]:
    """Every place of an act's event, by its path."""
    return {fact.path: fact for fact in _facts(_paired(action.event, action.command), (), None)}


def facts_of_state(state: type, actions: Iterable[Action[Any, Any, Any]]) -> dict[tuple[str, ...], Fact]:
    """Every place of a kind's state, by its path; `actions` are those of the kind."""
    return {fact.path: fact for fact in _facts(_inherited(state, _by_name(actions)), (), None)}


def facts_of_row(row: type, state: Mapping[tuple[str, ...], Fact]) -> dict[str, Field]:
    """The fields of a list's row by their names; what one does not say itself is that of the state's field."""
    return {f.name: _filled(f, fact.field if (fact := state.get((f.name,))) else None) for f in fields_of(row)}


def words_of_path(path: tuple[str, ...], files: Iterable[Mapping[tuple[str, ...], Fact]]) -> Label | None:
    """The words of the facts that lie at the path, or of those with its last name where none does.

    Whose path it is is not told: where different facts bear it, all their words stand side by side.
    """
    facts = [fact for each in files for fact in each.values() if fact.path[-1] == path[-1]]
    there = [fact for fact in facts if fact.path == path] or facts
    said = {label.vi: label for fact in there if (label := fact.field.called) is not None}
    if not said:
        return None
    return Label(vi=" / ".join(one.vi for one in said.values()), en=" / ".join(one.en for one in said.values()))


@cache
def _paired(event: type, command: type) -> tuple[tuple[Field, tuple[Any, ...]], ...]:
    """The fields of an event, or of a part of one, with what its command says, and the same of their parts."""
    asked = {f.name: f for f in fields_of(command)} if is_dataclass(command) else {}
    found: list[tuple[Field, tuple[Any, ...]]] = []
    for field in fields_of(event):
        source = asked.get(field.name)
        inner = _paired(field.of, source.of if source else type(None)) if is_dataclass(field.of) else ()
        found.append((_filled(field, source), inner))
    return tuple(found)


def _inherited(state: type, named: Mapping[str, Field]) -> tuple[tuple[Field, tuple[Any, ...]], ...]:
    found: list[tuple[Field, tuple[Any, ...]]] = []
    for field in fields_of(state):
        inner = _inherited(field.of, named) if is_dataclass(field.of) else ()
        found.append((_filled(field, named.get(field.name)), inner))
    return tuple(found)


def _filled(field: Field, source: Field | None) -> Field:
    """The field with what it does not say itself taken from where its value comes from."""
    if source is None:
        return field
    return replace(
        field,
        words=field.words or source.words,
        clear=field.clear or source.clear,
        points=field.points or source.points,
        names=field.names or source.names,
    )


def _by_name(actions: Iterable[Action[Any, Any, Any]]) -> dict[str, Field]:
    """The fields of the events by their name, where all that bear it say the same."""
    found: dict[str, dict[Label | None, Field]] = {}
    for action in actions:
        for fact in facts_of_event(action).values():
            found.setdefault(fact.field.name, {}).setdefault(fact.field.called, fact.field)
    return {name: next(iter(said.values())) for name, said in found.items() if len(said) == 1}


def _facts(
    fields: Iterable[tuple[Field, tuple[Any, ...]]], within: tuple[str, ...], of: Label | None
) -> Iterator[Fact]:
    for field, inner in fields:
        path = (*within, field.name)
        words = _together(of, field.called)
        yield Fact(path=path, field=field, words=words)
        yield from _facts(inner, path, words)


def _together(of: Label | None, own: Label | None) -> Label | None:
    """The words of a part before those of what lies in it."""
    if of is None or own is None:
        return own
    return Label(vi=f"{of.vi} · {own.vi}", en=f"{of.en} · {own.en}")
