"""Lists written the short way come out as graphql-core itself would write them, errors included."""

import asyncio
from enum import Enum
from itertools import chain, combinations
from typing import Any

import pytest
import strawberry
from strawberry.types.execution import ExecutionResult

from server.schema.base.plain_lists import PlainLists


@strawberry.enum
class Colour(Enum):
    RED = "red"
    BLUE = "blue"


@strawberry.type
class Inner:
    name: str
    number: int | None


@strawberry.type
class Thing:
    id: strawberry.ID
    name: str
    number: int
    flag: bool | None
    colour: Colour
    inner: Inner | None
    inners: list[Inner]
    words: list[str]

    @strawberry.field
    def computed(self) -> str:
        return self.name + "!"


def things(odd: str) -> list[Any]:
    """Three things; what `odd` names is wrong in one."""
    good: dict[str, Any] = {
        "id": strawberry.ID("1"),
        "name": "một",
        "number": 1,
        "flag": None,
        "colour": Colour.RED,
        "inner": Inner(name="a", number=None),
        "inners": [Inner(name="b", number=2)],
        "words": ["x", "y"],
    }
    make: Any = Thing
    wrong: dict[str, Any] = {
        "name": None,
        "number": "no number",
        "flag": "perhaps",
        "colour": "green",
        "inner": Inner(name=None, number=1 << 40),  # type: ignore[arg-type]
        "inners": None,
        "words": ["x", None],
    }
    return [make(**good), make(**good | ({odd: wrong[odd]} if odd else {})), make(**good | {"inner": None})]


@strawberry.type
class Query:
    @strawberry.field
    def things(self, odd: str) -> list[Thing | None]:
        return things(odd)


SHORT = strawberry.Schema(Query, execution_context_class=PlainLists)
STANDARD = strawberry.Schema(Query)
FIELDS = {
    "id": "id",
    "name": "n: name",
    "number": "number @include(if: $yes)",
    "flag": "... { flag }",
    "colour": "colour @skip(if: $yes) c2: colour",
    "inner": "...F inner { name }",
    "inners": "inners { name number }",
    "words": "words",
    "computed": "computed",
    "typename": "__typename",
}


async def answer(schema: strawberry.Schema, query: str, odd: str) -> tuple[Any, list[Any]]:
    result = await schema.execute(query, {"odd": odd, "yes": True})
    assert isinstance(result, ExecutionResult)
    return result.data, sorted(str(error.formatted) for error in result.errors or [])


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("odd", ["", "name", "number", "flag", "colour", "inner", "inners", "words"])
def test_every_selection_comes_out_as_the_standard_way_has_it(odd: str) -> None:
    async def compare() -> None:
        for chosen in chain(*(combinations(FIELDS, size) for size in (1, 2, 3, len(FIELDS)))):
            fields = " ".join(FIELDS[name] for name in chosen)
            fragment = "fragment F on Thing { inner { number } }" if "inner" in chosen else ""
            yes = "number" in chosen or "colour" in chosen
            variables = "$odd: String!, $yes: Boolean!" if yes else "$odd: String!"
            query = f"query Q({variables}) {{ things(odd: $odd) {{ {fields} }} }} {fragment}"
            assert await answer(SHORT, query, odd) == await answer(STANDARD, query, odd), query

    asyncio.run(compare())


def test_the_short_way_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: what goes the standard way resolves each leaf."""
    resolved: list[str] = []
    real = PlainLists.execute_field

    def counted(self: Any, *arguments: Any, **more: Any) -> Any:
        resolved.append("field")
        return real(self, *arguments, **more)

    monkeypatch.setattr(PlainLists, "execute_field", counted)
    asyncio.run(answer(SHORT, "query Q($odd: String!) { things(odd: $odd) { id name colour } }", ""))
    assert len(resolved) == 1
    asyncio.run(answer(SHORT, "query Q($odd: String!) { things(odd: $odd) { id computed } }", ""))
    assert len(resolved) > 2
