"""The places of lines and files that hold a fact: its words, and how its value is given as everywhere in the API.

A value of an enum is given as GraphQL spells it, with its words; an id in the one opaque form; an instant as the
scalar DateTime is written. Days, numbers and texts stay what they are.

Where a field may point at a file of any kind, or at a person, the record does not say of which type the id is: it is
given as an id of "Any". Such an id is taken by `node`, by `fileIds` and wherever a file of any kind is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, lru_cache, partial
from typing import Any, NamedTuple, cast
from uuid import UUID

from domain import label as words
from domain.catalogue import ACTIONS, BY_NAME, BY_STORED_NAME, KINDS, REFUSALS_EVER
from domain.label import Labelled
from domain.law.duty import BY_CODE
from domain.record.field import Field, Names, PointsAt, fields_of
from domain.record.line import Line
from domain.record.wording import Fact, facts_of_event, facts_of_state, words_of_path
from server.schema.base.common import Label, label
from server.schema.base.ids import ANY_TYPE, ID_TYPES, global_id
from server.schema.base.scalars import write_instant

Told = tuple[Any, Label | None]
"""A value as it is given, with its words if it has some."""
Tell = Callable[[Any, Any], Told]
"""Gives a value that stands in something."""


@dataclass(frozen=True, slots=True)
class Place:
    """One place. `inner`: the places within each part that stands there; none where a fact does."""

    name: str
    many: bool
    label: Label
    tell: Tell
    inner: tuple[Place, ...]


class Leaf(NamedTuple):
    """A fact where it stands: `within` is the part that holds it."""

    pointer: str
    place: Place
    value: Any
    within: Any

    @property
    def told(self) -> Told:
        """The value as it is given; not for what is personal."""
        return self.place.tell(self.value, self.within)


@cache
def of_line(stored_as: str) -> tuple[Place, ...]:
    """The places of the events of this stored name."""
    return _places(facts_of_event(BY_STORED_NAME[stored_as]), ())


@cache
def of_file(kind: str) -> tuple[Place, ...]:
    """The places of the files of this kind."""
    return _places(facts_of_file(kind), ())


def facts_of_file(kind: str) -> dict[tuple[str, ...], Fact]:
    """What can be shown of the files of this kind, by its path."""
    return facts_within(kind, cast(type, KINDS[kind].empty().__class__))


@cache
def facts_within(kind: str, state: type) -> dict[tuple[str, ...], Fact]:
    """The same of the kind's state class, or of that of a part of it, by the path in it."""
    return facts_of_state(state, [action for action in ACTIONS if action.kind == kind])


def place_at(places: tuple[Place, ...], *path: str) -> Place:
    """The place to which these names lead."""
    found = next(place for place in places if place.name == path[0])
    return place_at(found.inner, *path[1:]) if path[1:] else found


def leaves(places: tuple[Place, ...], whole: Any) -> list[Leaf]:
    """The facts that stand in it, in the order of its fields; what is None is passed over."""
    found: list[Leaf] = []
    _gather(places, whole, "", found)
    return found


def _gather(places: tuple[Place, ...], whole: Any, pointer: str, found: list[Leaf]) -> None:
    for place in places:
        value = getattr(whole, place.name)
        if value is None:
            continue
        path = f"{pointer}/{place.name}"
        if place.many:
            for row, each in enumerate(value):
                if place.inner:
                    _gather(place.inner, each, f"{path}/{row}", found)
                else:
                    found.append(Leaf(f"{path}/{row}", place, each, whole))
        elif place.inner:
            _gather(place.inner, value, path, found)
        else:
            found.append(Leaf(path, place, value, whole))


def _places(facts: Mapping[tuple[str, ...], Fact], within: tuple[str, ...]) -> tuple[Place, ...]:
    return tuple(
        Place(fact.field.name, fact.field.many, _words_of(fact), tell(fact.field), _places(facts, path))
        for path, fact in facts.items()
        if path[:-1] == within
    )


def _words_of(fact: Fact) -> Label:
    if fact.words is None:
        raise AssertionError(f"{'.'.join(fact.path)} has no words")
    return label(fact.words)


def tell(field: Field) -> Tell:
    """How values of the field are given."""
    if field.points is not None:
        return partial(_id, field.points)
    if field.names is not None:
        return NAMED[field.names]
    if issubclass(field.of, Labelled):
        spelled: dict[Any, Told] = {member: (member.name, label(member.label)) for member in field.of}
        return lambda value, within: spelled[value]
    return BY_TYPE.get(field.of, _as_it_is)


def _id(points: PointsAt, value: UUID, within: Any) -> Told:
    kind = points.kind
    if points.told_by is not None:
        named = getattr(within, points.told_by)
        act = BY_NAME.get(named)
        kind = named if named in KINDS else act.kind if act is not None else None
    return _global_id(ID_TYPES[kind] if kind is not None else ANY_TYPE, value), None


def _act(name: str, within: Any) -> Told:
    action = BY_STORED_NAME.get(name) or BY_NAME.get(name)
    return (action.name.upper(), _label(action.asks)) if action is not None else (name, None)


def _duty(code: str, within: Any) -> Told:
    return code, _label(BY_CODE[code].label) if code in BY_CODE else None


def _refusal(code: str, within: Any) -> Told:
    return code.upper(), _label(REFUSALS_EVER[code]) if code in REFUSALS_EVER else None


def _field(path: str, within: Any) -> Told:
    """The words of a field that is named by its path, or by its name alone, in an event, a state or a line."""
    return path, _field_words(path, within.__class__, getattr(within, "kind", None))


@lru_cache(1024)
def _field_words(path: str, event: type, kind: str | None) -> Label | None:
    """Its own line is asked first: a correction names what it corrects as it says it itself.

    Then the file of the kind that the line names, then its lines; of an older reading, which names none, all of them.
    """
    names = tuple(name for name in path.removeprefix("event.").split(".") if not name.isdecimal())
    own = [facts_of_event(action) for action in ACTIONS if action.event is event]
    files = {each: facts_of_file(each) for each in KINDS}
    lines = [(action.kind, facts_of_event(action)) for action in BY_STORED_NAME.values()]
    of_kind = [files[kind]] if kind in files else []
    of_its_lines = [facts for each, facts in lines if each == kind]
    told = (own, of_kind, of_its_lines, [*files.values(), *(facts for _, facts in lines)])
    found = next((words for facts in told if (words := words_of_path(names, facts))), OF_EVERY_LINE.get(path))
    return label(found) if found else None


def _kind(name: str, within: Any) -> Told:
    return name.upper(), label(KINDS[name].label) if name in KINDS else None


def _boolean(value: bool, within: Any) -> Told:
    return value, YES if value else NO


def _instant(value: datetime, within: Any) -> Told:
    return write_instant(value), None


def _day(value: date, within: Any) -> Told:
    return value.isoformat(), None


def _as_it_is(value: Any, within: Any) -> Told:
    return value, None


YES, NO = label(words.YES), label(words.NO)
NAMED: dict[Names, Tell] = {
    Names.ACTS: _act,
    Names.DUTIES: _duty,
    Names.REFUSALS: _refusal,
    Names.KINDS: _kind,
    Names.FIELDS: _field,
}
OF_EVERY_LINE: dict[str, words.Label] = {field.name: field.called for field in fields_of(Line) if field.called}
"""The words of `reason` and `late_reason`, which any line may give."""
BY_TYPE: dict[Any, Tell] = {bool: _boolean, datetime: _instant, date: _day}
_global_id = lru_cache(8192)(global_id)
_label = cast(Callable[[Any], Label], lru_cache(1024)(label))
