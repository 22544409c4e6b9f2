"""The schema that clients are built on is the one that is served."""

from pathlib import Path
from typing import Any, cast

from graphql import build_schema, introspection_from_schema

from server.schema.build import printed

MEMBERS = ("fields", "inputFields", "enumValues")
SCHEMA = Path(__file__).parents[2] / "schema.graphql"


def test_the_committed_schema_is_the_one_that_is_served() -> None:
    """When it is not: `python -m server schema > schema.graphql`."""
    assert SCHEMA.read_text(encoding="utf-8") == printed()


def test_everything_in_the_schema_is_described() -> None:
    bare: list[str] = []
    kinds = cast("list[dict[str, Any]]", introspection_from_schema(build_schema(printed()))["__schema"]["types"])
    for kind in kinds:
        if kind["name"].startswith("__"):
            continue
        members: list[dict[str, Any]] = [
            *(kind.get("fields") or []),
            *(kind.get("inputFields") or []),
            *(kind.get("enumValues") or []),
        ]
        arguments: list[dict[str, Any]] = [argument for field in members for argument in field.get("args", [])]
        bare += [f"{kind['name']}.{each['name']}" for each in (*members, *arguments) if not each["description"]]
        bare += [kind["name"]] if not kind["description"] else []
    assert bare == []
