"""Whatever people type into an act, no words of theirs come to lie in the record in clear."""

from collections.abc import Iterator
from dataclasses import is_dataclass, replace
from datetime import date
from typing import Any, cast
from uuid import UUID

import pytest

from domain.catalogue import ACTIONS, BY_COMMAND
from domain.record.action import Action
from domain.record.clear import Clear
from domain.record.field import Field, fields_of
from domain.record.file import Request
from domain.record.formal import input_reasons
from domain.record.grammar import GRAMMARS, MALFORMED, malformed
from domain.record.perform import perform
from domain.record.personal import Personal
from domain.record.refusal import Reason, Refused
from domain.record.vocabulary import MEDIA_TYPES, Attachment, OfficeRef, Role, UnitRef
from tests.cases.told import Told, copied, tell_all, when

NAME = "Nguyễn Thị Bích Ngọc"
HOSTILE = (
    NAME,
    "NGUYỄN-THỊ-BÍCH-NGỌC",
    "bich_ngoc",
    "123/QĐ-NGỌC",
    "NGỌC-12",
    "Cháu Ngọc ở số 4 đường Lê Lợi bị mẹ kế đánh.",
    "Chủ tịch Nguyễn Thị Bích Ngọc",
    "0123456789" * 40,
)
HOLDERS = {(HOSTILE[0], Clear.OFFICIAL)}
"""An official is appointed under the own name; nothing else of the list passes there either."""


OF_PEOPLE = [a for a in ACTIONS if any(may.role is not Role.SYSTEM for may in a.may)]
OF_THE_REGISTER = {"establish_unit", "merge_unit", "split_unit", "end_unit", "establish_office", "appoint_holder"}
"""What in the stories the system enters, from the public list."""


def places(cls: type, within: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str, ...], Field]]:
    """Every text of a command that people type, at any depth; units and offices are looked up, not typed."""
    for field in fields_of(cls):
        path = (*cast(tuple[str, ...], within), field.name)
        if field.of is str and field.names is None:
            yield path, field
        elif is_dataclass(field.of) and field.of not in (UnitRef, OfficeRef):
            yield from places(field.of, path)


def put(part: Any, path: tuple[str, ...], text: str) -> Any:
    """The command with the text at the place, in the first row where there are rows; itself where there is none."""
    name, *rest = path
    value = getattr(part, name)
    if not rest:
        return replace(part, **{name: (text, *value[1:]) if isinstance(value, tuple) else text})
    if isinstance(value, tuple):
        rows = cast(tuple[Any, ...], value)
        return replace(part, **{name: (put(rows[0], tuple(rest), text), *rows[1:])}) if rows else part
    return part if value is None else replace(part, **{name: put(value, tuple(rest), text)})


def in_clear(value: Any) -> Iterator[str]:
    """Every text of an event that is not sealed."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in cast(tuple[Any, ...], value):
            yield from in_clear(each)
    elif is_dataclass(value) and not isinstance(value, Personal):
        event: type[Any] = cast(Any, value).__class__
        for field in fields_of(event):
            yield from in_clear(getattr(value, field.name))


def leaked(told: Told, command: Any, text: str) -> bool:
    """Whether the act is recorded and the text stands in its line in clear."""
    request = Request(
        file_id=told.file.id,
        command=command,
        command_id=UUID(int=1),
        at=when(told),
        **{name: value for name, value in told.asked.items() if name not in ("at", "occurred_at")},
    )
    try:
        action = BY_COMMAND[type(command)]
        line = perform(action, copied(told.file), request, told.story.register, told.related)
    except Refused:
        assert command != told.command, f"{type(command).__name__} is refused though nothing was changed"
        return False
    return any(text.strip() in held for held in in_clear(line.event))


def test_no_act_takes_words_into_the_clear_part_of_its_line() -> None:
    tried: set[str] = set()
    found: list[tuple[str, str, str]] = []

    def listen(told: Told) -> None:
        name = BY_COMMAND[type(told.command)].name
        if told.line is None or told.asked.get("person") is None or name in tried:
            return
        tried.add(name)
        assert not leaked(told, told.command, NAME)
        for path, field in places(told.command.__class__):
            found.extend(
                (name, ".".join(path), text)
                for text in HOSTILE
                if (text, field.clear) not in HOLDERS and leaked(told, put(told.command, path, text), text)
            )

    tell_all(listen)
    assert found == []
    assert {action.name for action in OF_PEOPLE} - OF_THE_REGISTER <= tried


@pytest.mark.parametrize("action", OF_PEOPLE, ids=lambda action: action.name)
def test_every_clear_text_of_a_command_is_refused_where_it_holds_words(action: Action[Any, Any, Any]) -> None:
    for path, field in places(action.command):
        for text in HOSTILE if field.clear else ():
            if (text, field.clear) not in HOLDERS:
                [given] = given_alone(action.command, path, text)
                assert given.refusal in MALFORMED, path


def given_alone(cls: type, path: tuple[str, ...], text: str) -> Iterator[Reason]:
    """What is wrong with the one input, whatever the others would be."""
    *within, name = path
    for row in within:
        [cls] = [field.of for field in fields_of(cls) if field.name == row]
    [field] = [field for field in fields_of(cls) if field.name == name]
    part = cls(**{f.name: None for f in fields_of(cls)} | {name: (text,) if field.many else text})
    yield from (each for each in input_reasons(part, date(2026, 3, 2)) if each.path[0] == name)


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("clear", GRAMMARS)
def test_no_shape_admits_words(clear: Clear, text: str) -> None:
    if (text, clear) not in HOLDERS:
        assert malformed(clear, text) is not None


@pytest.mark.parametrize(
    ("clear", "text"),
    [
        (Clear.NUMBER, "123/QĐ-UBND"),
        (Clear.NUMBER, "12-3/2026/QĐ-UBND"),
        (Clear.NUMBER, "1669/NQ-UBTVQH15"),
        (Clear.NUMBER, "45"),
        (Clear.NUMBER, "GUQ-07"),
        (Clear.NUMBER, "QĐ-15/UBND"),
        (Clear.ARTICLE, "26.3"),
        (Clear.LINK, "1.2"),
        (Clear.OFFICIAL, "Vũ Đức Hải"),
        (Clear.OFFICIAL, "Y Ban"),
        (Clear.PUBLIC, "Sở Lao động - Thương binh và Xã hội Hải Phòng"),
        (Clear.PUBLIC, "Phường An Biên"),
        (Clear.UNIT_CODE, "11359"),
        (Clear.UNIT_CODE, "HP-SYT"),
        (Clear.FORM, "phường"),
        (Clear.TITLE, "Trưởng phòng Văn hóa - Xã hội"),
    ],
)
def test_what_officials_write_is_taken(clear: Clear, text: str) -> None:
    assert malformed(clear, text) is None


def test_every_reason_to_lie_in_clear_has_a_shape() -> None:
    assert {*GRAMMARS, Clear.BIRTH_YEAR} == {*Clear}


def test_a_media_type_is_one_of_a_list() -> None:
    assert "application/pdf" in MEDIA_TYPES
    assert all(text not in MEDIA_TYPES for text in (f"image/{NAME}", "x/y", "application/nguyen-bich-ngoc"))


def test_a_field_that_lay_in_clear_without_a_shape_would_be_found() -> None:
    """Negative control: the walk finds a text in the clear part of an event and none in a sealed one."""
    attachment = Attachment(sha256="ab" * 32, size_bytes=1, media_type=f"image/{NAME}")
    assert any(NAME in text for text in in_clear(attachment))
