"""Inputs derived from commands: every field of a command becomes a field of the input, and is read back from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import MISSING, is_dataclass
from dataclasses import fields as dataclass_fields
from datetime import date, datetime
from functools import cache
from types import new_class
from typing import Any
from uuid import UUID, uuid5

import strawberry
from strawberry.utils.str_converters import to_camel_case

from domain.catalogue import BY_NAME, KINDS
from domain.record.action import Action
from domain.record.field import PERSON, Field, Names, fields_of
from domain.record.refusal import Path, Reason
from domain.record.refusals import ID_MALFORMED
from domain.record.register import Register
from domain.record.units import midnight
from domain.record.vocabulary import BAOVE, NOBODY, UnitRef, unknown_unit
from server.faults import CodedError
from server.schema.base.described import description_of
from server.schema.base.enums import Act
from server.schema.base.ids import ID_TYPES, file_key, key_of
from server.schema.base.scalars import Day, Instant

PLAIN: dict[Any, Any] = {datetime: Instant, date: Day, UnitRef: str}
"""What stands in an input for a type of the domain; a unit is asked for by its code."""


@strawberry.input(description="A document kept elsewhere, named by its bytes.")
class AttachmentInput:
    sha256: str = strawberry.field(description="SHA-256, 64 lower-case hex digits.")
    size_bytes: int = strawberry.field(description="Size.")
    media_type: str = strawberry.field(description="Media type.")


@strawberry.input(description="What every act takes.")
class ActInput:
    idempotency_key: UUID = strawberry.field(
        description="A UUID made by the client: the same key with the same input gives the same answer again."
    )
    expected_version: int | None = strawberry.field(
        default=None,
        description="Version of the file that was looked at; refused when the file has moved on.",
    )
    reason: str | None = strawberry.field(default=None, description="Why; some acts demand it.")
    occurred_at: Instant | None = strawberry.field(default=None, description="When it happened, if not now.")
    late_reason: str | None = strawberry.field(
        default=None, description="Why it is recorded more than 24 hours after it happened."
    )
    attachments: list[AttachmentInput] = strawberry.field(default_factory=list, description="Documents.")
    office_id: strawberry.ID | None = strawberry.field(
        default=None, description="The office to act in, for somebody who holds several."
    )


class InputReader:
    """Reads one input as the register knows it when the act happens; ids that are none are gathered as reasons."""

    def __init__(self, register: Register, at: datetime, person: UUID) -> None:
        self.register, self.at, self.person = register, at, person
        self.reasons: list[Reason] = []

    def command(self, action: Action[Any, Any, Any], given: Any) -> Any:
        """The domain's command."""
        return self._part(action.command, given, ())

    def file(self, action: Action[Any, Any, Any], given: Any, command: Any) -> UUID:
        """The file the act is recorded on; a new one's id follows from the command, else from person and key."""
        if action.opens_file is not None:
            return action.opens_file(command)
        if not action.opens:
            name, words = target_of(action)
            return self._id(Field.of_id(name, action.kind, words), getattr(given, name), (name,))
        return uuid5(BAOVE, f"file:{self.person}:{given.idempotency_key}")

    def office(self, given: ActInput) -> UUID | None:
        """The office that the person acts in, if one is named."""
        return self._id(OFFICE, given.office_id, ("office_id",)) if given.office_id is not None else None

    def unit(self, code: str, on: date | None) -> UnitRef:
        """The unit that bears the code, at the beginning of the day `on` if one is given; an unknown one for none."""
        return self.register.unit_at(code.strip(), midnight(on) if on else self.at) or unknown_unit(code)

    def _part(self, cls: type, given: Any, within: Path) -> Any:
        read = {f.name: self._field(f, given, (*within, f.name)) for f in fields_of(cls) if not f.by_system}
        return cls(**read)

    def _field(self, field: Field, given: Any, path: Path) -> Any:
        value = getattr(given, field.asked_as)
        if value is None:
            return None
        if not field.many:
            return self._value(field, value, given, path)
        return tuple(self._value(field, each, given, (*path, str(row))) for row, each in enumerate(value))

    def _value(self, field: Field, value: Any, given: Any, path: Path) -> Any:
        if field.points is not None:
            return self._id(field, value, path)
        if field.of is UnitRef:
            return self.unit(value, getattr(given, field.read_on) if field.read_on else None)
        if field.names is Names.ACTS:
            return BY_NAME[value.value].first_stored_as
        return self._part(field.of, value, path) if _is_part(field) else value

    def _id(self, field: Field, value: str, path: Path) -> UUID:
        try:
            return _key(field, value)
        except CodedError:
            self.reasons.append(Reason(ID_MALFORMED, path, field.called))
            return NOBODY


OFFICE = Field.of_id("office_id", "office", None)


def _is_part(field: Field) -> bool:
    """Whether the value has inputs of its own; a unit is one value, asked for by its code."""
    return is_dataclass(field.of) and field.of is not UnitRef


def _key(field: Field, value: str) -> UUID:
    points = field.points
    if points is None:
        raise AssertionError(f"{field.name} is no id")
    if points is PERSON and (sub := subject_of(value)) is not None:
        return sub
    if points.kind is not None:
        return key_of(value, ID_TYPES[points.kind], field.asked_as)
    return file_key(value, field.asked_as, or_person=points.or_person)


def subject_of(value: str) -> UUID | None:
    """The person whom an issuer calls so: whoever never held an office has no other name yet than a token's `sub`."""
    try:
        sub = UUID(value)
    except ValueError:
        return None
    return sub if str(sub) == value else None


def target_of(action: Action[Any, Any, Any]) -> tuple[str, Any]:
    """The input by which the act names its file, and its words."""
    asked = KINDS[action.kind or ""].asked_as
    if asked is None:
        raise AssertionError(f"files of the kind {action.kind} are not named in inputs")
    return asked


def _described(field: Field) -> str:
    """The words of a field as the schema prints them; a unit is asked for by its code."""
    text = field.words.en if field.words else ""
    if field.of is UnitRef:
        text = f"{'Codes' if field.many else 'Code'} of {text[:1].lower()}{text[1:]}"
    return f"{text}."


@cache
def input_of(action: Action[Any, Any, Any]) -> type[ActInput]:
    """The input of an act's mutation, called as its command."""
    members: dict[str, tuple[Any, Any]] = {}
    if not action.opens and action.opens_file is None:
        name, words = target_of(action)
        members[name] = strawberry.ID, strawberry.field(description=f"{words.en}.")
    own = _members(action.command)
    shared = {f.name for f in dataclass_fields(ActInput)} | set(members)
    if taken := shared & set(own):
        raise TypeError(f"{action.command.__name__}: every act has an input of this name already: {sorted(taken)}")
    return _made(action.command, members | own, ActInput)


def _members(cls: type) -> dict[str, tuple[Any, Any]]:
    defaults = {f.name: f for f in dataclass_fields(cls)}
    return {
        field.asked_as: (_type(field), _default(field, defaults[field.name]))
        for field in fields_of(cls)
        if not field.by_system
    }


def _default(field: Field, declared: Any) -> Any:
    words = _described(field)
    if field.required:
        left_out: dict[str, Any] = {"default": None} if field.optional else {}
        return strawberry.field(description=words, **left_out)
    if declared.default is MISSING:
        raise TypeError(f"{field.name}: a default of an input is a value that never changes, not made anew")
    if field.many and declared.default is not None:
        rows: tuple[Any, ...] = declared.default
        return strawberry.field(default_factory=lambda: list(rows), description=words)
    return strawberry.field(default=declared.default, description=words)


def _type(field: Field) -> Any:
    of: Any = PLAIN.get(field.of, field.of)
    if field.points is not None:
        of = strawberry.ID
    elif field.names is Names.ACTS:
        of = Act
    elif _is_part(field):
        of = _part_input(field.of)
    if field.many:
        of = list[of]
    return of | None if field.optional else of


@cache
def _part_input(cls: type) -> type:
    return _made(cls, _members(cls), object)


def _made(cls: Any, members: dict[str, tuple[Any, Any]], base: type) -> Any:
    """The input type of a command or of a part of one; described by the docstring of that."""

    def body(namespace: dict[str, Any]) -> None:
        namespace["__module__"] = cls.__module__  # two inputs of one name are told apart by it, and refused
        namespace["__annotations__"] = {name: of for name, (of, _) in members.items()}
        namespace |= {name: default for name, (_, default) in members.items()}

    name = f"{getattr(cls, 'ASKED_AS', cls.__name__)}Input"
    made = new_class(name, () if base is object else (base,), {}, body)
    return strawberry.input(made, description=description_of(cls))


def input_path(command: type, path: Path) -> list[str]:
    """The path of a reason in the names of the input: `("files", "0")` is `["fileIds", "0"]` there."""
    return [to_camel_case(name) for name in _names(command, path)]


def _names(cls: Any, path: Path) -> Iterator[str]:
    for name in path:
        field = next((f for f in fields_of(cls) if f.name == name), None) if is_dataclass(cls) else None
        yield field.asked_as if field else name
        cls = field.of if field else cls
