"""Whatever GraphQL lets through, the answer is a line, a refusal or the caller's mistake: never our fault."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    build_schema,
)
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from strawberry.utils.str_converters import to_camel_case

from domain.catalogue import ACTIONS
from domain.record.vocabulary import Role
from domain.unit.state import Level
from server.schema.base.ids import global_id
from tests.database import Database
from tests.record.wild import strings, whole
from tests.schema.api_kit import SCHEMA, Api, api, commune, mutation_text
from tests.schema.test_mutations import EVENING, HAI, LAN, opened

PARSED = build_schema(SCHEMA.as_str())
MUTATION = PARSED.mutation_type
assert isinstance(MUTATION, GraphQLObjectType)
INPUTS: dict[str, Any] = {name: field.args["input"].type for name, field in MUTATION.fields.items() if field.args}
OTHERS = {
    "Bùi Ngọc Mai": Role.HEALTH_DEPARTMENT_OFFICER,
    "Ngô Thanh Thủy": Role.HOME_AFFAIRS_OFFICER,
    "Đặng Văn Sổ": Role.REGISTRAR,
}
PEOPLE = {LAN: Role.PROTECTION_WORKER, HAI: Role.COMMUNE_CHAIR} | OTHERS
ODD = ["id", "UmVwb3J0", "Q2FzZTo=", "0", "---", "5d0c7b1e-6f0e-4b6e-9c55-2160000000aa"]
INSTANTS = (
    *("2026-03-02T22:10:00+07:00", "2026-03-02T22:15:00+07:00", "2026-03-05T08:00:00Z") * 4,
    *("1900-01-01T00:00:00Z", "2999-12-31T23:59:59.999999-23:59", "2017-06-30T23:59:59+07:00"),
    *("2026-03-02", "1900-01-01T00:00:00+23:59", "9999-12-31T23:59:59-12:00", "hôm qua"),
)
DAYS = (
    *("2026-03-02", "2026-03-20", "2026-04-30") * 4,
    *("1900-01-01", "2999-12-31", "0001-01-01", "9999-12-31", "2026-02-30"),
)
UUIDS = [str(uuid4()), "5d0c7b1e-6f0e-4b6e-9c55-2160000000aa"]
SELDOM = ("officeId", "expectedVersion", "occurredAt", "attachments")


@dataclass(frozen=True)
class Here:
    """What the record holds: ids, each with a word of the fields that ask for it, and codes of units."""

    ids: list[tuple[str, str]]
    codes: list[str]


def values(kind: Any, here: Here, name: str = "") -> st.SearchStrategy[Any]:
    """JSON values that fit the type, at home in the record or not; ids mostly of the kind that the field asks for."""
    if isinstance(kind, GraphQLNonNull):
        return values(kind.of_type, here, name)  # pyright: ignore[reportUnknownMemberType]
    if isinstance(kind, GraphQLList):
        return st.lists(values(kind.of_type, here, name), max_size=3)  # pyright: ignore[reportUnknownMemberType]
    if isinstance(kind, GraphQLEnumType):
        return st.sampled_from(sorted(kind.values))
    if isinstance(kind, GraphQLInputObjectType):
        given = {n: values(f.type, here, n) for n, f in kind.fields.items() if n not in SELDOM}
        needed = {n: v for n, v in given.items() if isinstance(kind.fields[n].type, GraphQLNonNull)}
        seldom = {n: values(kind.fields[n].type, here, n) for n in SELDOM if n in kind.fields}
        usual = st.fixed_dictionaries(needed, optional={n: v for n, v in given.items() if n not in needed})
        return st.one_of(*[usual] * 5, st.fixed_dictionaries(needed, optional=seldom))
    fitting = [i for word, i in here.ids if word in name.lower()] or [i for _, i in here.ids]
    scalars: dict[str, st.SearchStrategy[Any]] = {
        "String": strings.filter(lambda text: len(text) < 1_000) | st.sampled_from(here.codes),
        "ID": st.sampled_from([*fitting * 12, *[i for _, i in here.ids], *ODD]),
        "UUID": st.sampled_from([*UUIDS * 9, "không"]) if name != "idempotencyKey" else st.uuids().map(str),
        "Int": whole,
        "Boolean": st.booleans(),
        "DateTime": st.sampled_from(INSTANTS),
        "Date": st.sampled_from(DAYS),
    }
    return scalars[kind.name]


def able(mutation: str) -> list[str]:
    """The people who may do the act somewhere."""
    (action,) = (action for action in ACTIONS if to_camel_case(action.name) == mutation)
    return [name for name, role in PEOPLE.items() if role in {m.role for m in action.may}]


async def settled(a: Api) -> Here:
    """A record with some of everything."""
    ward = await commune(a)
    department = await a.record.unit("HP-SYT", "Sở Y tế", Level.DEPARTMENT)
    offices = [await a.appointed(department, role, name) for name, role in OTHERS.items()]
    a.record.at(EVENING)
    report, case = await opened(a)
    told = (("report", report), ("duplicate", report), ("case", case), ("into", case), ("file", report), ("file", case))
    named = (("unit", ward), ("parent", ward), ("unit", department))
    units = ((word, global_id("Unit", unit.id)) for word, unit in named)
    person = ("personId", global_id("Person", a.people[LAN]))
    subject = ("subject", global_id("Subject", uuid4()))
    return Here([*told, *(("office", i) for i in offices), *units, person, subject], ["11359", "HP-SYT", "31"])


def test_no_input_brings_about_a_fault(database: Database, tmp_path: Path) -> None:
    came_to: Counter[str] = Counter()
    with asyncio.Runner() as runner:
        opening = api(database, tmp_path, at="2026-02-02T08:00")
        a = runner.run(opening.__aenter__())
        here = runner.run(settled(a))

        @settings(
            max_examples=500,
            phases=[Phase.generate, Phase.shrink],
            suppress_health_check=(HealthCheck.too_slow, HealthCheck.data_too_large),
            database=None,
        )
        @given(st.data())
        def tried(data: st.DataObject) -> None:
            mutation = data.draw(st.sampled_from(sorted(INPUTS)))
            given = data.draw(values(INPUTS[mutation], here))
            who = data.draw(st.sampled_from(able(mutation) * 3 + list(PEOPLE)))
            answer = runner.run(a.post(who, mutation_text(mutation), {"input": given}))
            told: dict[str, Any] = answer.json()
            assert answer.status_code < 500, (mutation, given)
            for error in told.get("errors", []):
                assert error["extensions"]["code"] != "INTERNAL", (mutation, json.dumps(given, ensure_ascii=False))
                came_to[error["extensions"]["code"]] += 1
            came: dict[str, Any] = told.get("data") or {}
            payload = came.get(mutation)
            if payload:
                came_to["recorded" if payload["entry"] else "refused"] += 1

        try:
            tried()
        finally:
            runner.run(opening.__aexit__(None, None, None))
    # Wild input is hardly ever lawful; what counts is that it got as far as the acts' own rules.
    assert {"refused", "BAD_USER_INPUT"} <= set(came_to), came_to
