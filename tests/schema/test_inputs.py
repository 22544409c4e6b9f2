"""What a command may not say, since its input derives from it: refused where the schema is built, met by no client."""

from collections.abc import Callable
from dataclasses import dataclass, field, make_dataclass, replace
from typing import Annotated, Any

import pytest
import strawberry
from strawberry.exceptions import DuplicatedTypeName
from strawberry.tools import create_type

from domain.case.oversight.answer_direction import ANSWER_DIRECTION
from domain.label import Label
from domain.record.action import Action
from domain.record.field import says
from server.schema.acts.inputs import input_of
from server.schema.build import parts

WORDS = says("Nội dung", "What it says")
ONE, ANOTHER = "domain.case.fields", "domain.report.fields"
"""Modules of the domain that the parts are said to be of."""


def part(name: str, module: str, said: str) -> type[Any]:
    """A part of a command, of this module, with one text."""
    return make_dataclass(
        name, [(said, Annotated[str, WORDS])], namespace={"__doc__": "A part.", "__module__": module}, frozen=True
    )


def command(name: str, *fields: Any) -> type[Any]:
    """A command of these fields."""
    return make_dataclass(name, fields, namespace={"__doc__": "A command."}, frozen=True, kw_only=True)


def act(asked: type[Any]) -> Action[Any, Any, Any]:
    """An act with this command."""
    return replace(ANSWER_DIRECTION, command=asked)


def built(*commands: type[Any]) -> str:
    """The schema in which each of these commands is asked for."""

    def mutation(asked: type[Any]) -> Callable[..., str]:
        def resolve(input: Any) -> str:
            return str(input)

        resolve.__name__ = asked.__name__.lower()
        resolve.__annotations__["input"] = input_of(act(asked))
        return resolve

    fields = [strawberry.field(mutation(each)) for each in commands]
    return strawberry.Schema(query=create_type("Query", fields), config=parts()["config"]).as_str()


def looks(*rooms: type[Any]) -> list[type[Any]]:
    """A command for each of these parts."""
    return [command(f"Look{n}", ("room", Annotated[each, WORDS])) for n, each in enumerate(rooms)]


def test_two_parts_of_one_name_are_refused() -> None:
    first, second = part("Room", ONE, "wall"), part("Room", ANOTHER, "floor")
    with pytest.raises(DuplicatedTypeName, match="RoomInput is defined multiple times"):
        built(*looks(first, second))


def test_parts_of_two_names_and_one_part_asked_for_twice_are_not() -> None:
    """Negative control."""
    first, second = part("Room", ONE, "wall"), part("Floor", ANOTHER, "floor")
    text = built(*looks(first, second, first))
    assert (text.count("input RoomInput {"), text.count("input FloorInput {")) == (1, 1)


@pytest.mark.parametrize("name", ["reason", "attachments", "office_id", "case_id"])
def test_a_field_called_as_an_input_of_every_act_is_refused(name: str) -> None:
    with pytest.raises(TypeError, match=f"every act has an input of this name already: .*{name}"):
        input_of(act(command("Say", (name, Annotated[str, WORDS]))))
    assert input_of(act(command("Say", ("other", Annotated[str, WORDS]))))


def test_a_default_that_is_made_anew_is_refused() -> None:
    def every_room() -> tuple[str, ...]:
        return ("hall",)

    @dataclass(frozen=True, kw_only=True)
    class Look:
        """Which rooms."""

        rooms: Annotated[tuple[str, ...], Label(vi="Phòng", en="Rooms")] = field(default_factory=every_room)

    with pytest.raises(TypeError, match="rooms: a default of an input is a value that never changes"):
        input_of(act(Look))
    constant = command("Look", ("rooms", Annotated[tuple[str, ...], WORDS], ("hall",)))
    assert 'rooms: [String!]! = ["hall"]' in built(constant)


def test_a_command_that_nobody_described_is_refused() -> None:
    """A dataclass without a docstring is given one that lists its fields: clients would be shown that."""

    @dataclass(frozen=True, kw_only=True)
    class Look:
        room: Annotated[str, WORDS]

    assert str(Look.__doc__).startswith("Look(")
    with pytest.raises(TypeError, match="Look: a docstring describes it in the schema"):
        input_of(act(Look))
