"""Random requests to a schema: every root field with arguments that fit, or nearly fit, and random selections."""

from __future__ import annotations

import json
from random import Random
from typing import Any
from uuid import UUID

from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLScalarType,
    GraphQLSchema,
    GraphQLUnionType,
)

TEXTS = ["", " ", "Cháu ở nhà một mình.", "a" * 3000, "Đ" * 900, "𠀀", "e\u0301", "\u202eẩn", "\u200b",
         "'; DROP TABLE x; --", "%s %(a)s {}", "\\",
         '"', "<b>", "0", "1", "2", "null", "-1", "1e400", "\t\n", "🧒"]  # fmt: skip
UNFIT_TEXTS = ["\0", "a\0b"]
INTEGERS = [0, 1, -1, 2, 3, 7, 20, 100, 101, 2015, 2**31 - 1, -(2**31)]
INSTANTS = ["2026-03-02T22:10:00+07:00", "2026-03-02T15:12:00Z", "2026-03-05T00:00:00+07:00", "2026-04-01T00:00:00Z",
            "1900-01-01T00:00:00Z", "2999-12-31T23:59:59.999999+14:00", "1900-01-01T00:00:00+14:00",
            "2999-12-31T23:59:59-12:00", "2025-02-29T00:00:00Z", "2026-03-02T22:10:00", "2016-12-31T23:59:60Z",
            "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "2026-W10-1", "20260302T221000Z"]  # fmt: skip
DAYS = ["2026-03-02", "2026-03-20", "1900-01-01", "2999-12-31", "2024-02-30", "2026-3-2", "", "20260302", "2026-W10-1"]
UNFIT: list[Any] = [None, True, 1.5, -1, "x", [], {}, [[]], {"a": 1}, 2**31, 2**63, 1e308, "2026"]


class Requests:
    """Requests by chance. `known`: real ids, codes, numbers, tokens and cursors to name things by."""

    def __init__(self, schema: GraphQLSchema, known: dict[str, list[str]], seed: int, unfit: float = 0.004) -> None:
        self._schema, self._known, self._unfit = schema, known, unfit
        self._draw = Random(seed)  # noqa: S311

    def request(self, kind: str, name: str) -> dict[str, Any]:
        """The body of one request for the root field."""
        root = self._schema.query_type if kind == "query" else self._schema.mutation_type
        assert root is not None
        field = root.fields[name]
        given = {a: self._value(f.type, a) for a, f in field.args.items() if _needed(f) or self._draw.random() < 0.5}
        declared = ", ".join(f"${argument}: {field.args[argument].type}" for argument in given)
        passed = ", ".join(f"{argument}: ${argument}" for argument in given)
        head = f"{kind} Fuzz({declared})" if given else f"{kind} Fuzz"
        text = f"{head} {{ {name}{f'({passed})' if passed else ''} {self._selection(field.type, 4)} }}"
        return {"query": text, "variables": given}

    def bent(self, body: dict[str, Any]) -> bytes:
        """The bytes of a body with something in it changed, cut out or repeated."""
        raw = bytearray(json.dumps(body, ensure_ascii=self._draw.random() < 0.5).encode())
        for _ in range(self._draw.randint(1, 4)):
            at, length = self._draw.randrange(len(raw)), self._draw.randint(1, 12)
            what = self._draw.randrange(4)
            if what == 0:
                raw[at] = self._draw.randrange(256)
            elif what == 1 and len(raw) > length + 1:
                del raw[at : at + length]
            elif what == 2:
                raw[at:at] = raw[at : at + length]
            else:
                raw[at:at] = self._draw.choice([b"\\ud800", b"\\u0000", b"[" * 40, b"1" * 400, b"\xff", b"NaN", b"{}"])
        return bytes(raw)

    def _value(self, kind: Any, name: str) -> Any:
        if self._draw.random() < self._unfit:
            return self._draw.choice(UNFIT)
        if isinstance(kind, GraphQLNonNull):
            inner = self._value(_inside(kind), name)
            return self._value(_inside(kind), name) if inner is None else inner
        if self._draw.random() < 0.1:
            return None
        if isinstance(kind, GraphQLList):
            return [self._value(_inside(kind), name) for _ in range(self._draw.choice([0, 1, 1, 2, 3]))]
        if isinstance(kind, GraphQLEnumType):
            return self._draw.choice(list(kind.values))
        if isinstance(kind, GraphQLInputObjectType):
            return self._object(kind)
        assert isinstance(kind, GraphQLScalarType)
        return self._scalar(kind.name, name)

    def _object(self, kind: GraphQLInputObjectType) -> dict[str, Any]:
        fields = kind.fields
        if kind.is_one_of:
            name = self._draw.choice(list(fields))
            return {name: self._value(GraphQLNonNull(fields[name].type), name)}
        return {n: self._value(f.type, n) for n, f in fields.items() if _needed(f) or self._draw.random() < 0.5}

    def _scalar(self, kind: str, name: str) -> Any:
        draw = self._draw
        if kind == "Boolean":
            return draw.random() < 0.5
        if kind in ("Int", "Float"):
            return draw.randint(1, 20) if draw.random() < 0.8 else draw.choice(INTEGERS)
        if kind == "UUID":
            return str(UUID(int=draw.getrandbits(128), version=4))
        if kind == "DateTime":
            return draw.choice(INSTANTS[:4] if draw.random() < 0.93 else INSTANTS)
        if kind == "Date":
            return draw.choice(DAYS[:2] if draw.random() < 0.93 else DAYS)
        known = self._known.get(name) or self._known[kind]
        if draw.random() < 0.93 and (kind == "ID" or name in self._known):
            return draw.choice(known)
        return draw.choice(TEXTS + known + (UNFIT_TEXTS if draw.random() < 0.05 else []))

    def _selection(self, kind: Any, depth: int) -> str:
        kind = _named(kind)
        if isinstance(kind, GraphQLUnionType):
            return "{ __typename }"
        if not isinstance(kind, GraphQLObjectType | GraphQLInterfaceType):
            return ""
        chosen = [n for n, f in kind.fields.items() if self._draw.random() < 0.6 and (depth or not _composite(f))]
        parts = [f"{name} {self._selection(kind.fields[name].type, depth - 1)}" for name in chosen]
        return "{ __typename " + " ".join(parts) + " }"


def _needed(argument: Any) -> bool:
    return isinstance(argument.type, GraphQLNonNull) and "default" not in repr(argument.default_value).lower()


def _composite(field: Any) -> bool:
    return isinstance(_named(field.type), GraphQLObjectType | GraphQLInterfaceType | GraphQLUnionType)


def _inside(kind: Any) -> Any:
    return kind.of_type


def _named(kind: Any) -> Any:
    return _named(_inside(kind)) if hasattr(kind, "of_type") else kind
