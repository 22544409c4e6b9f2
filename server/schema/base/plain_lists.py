"""Lists of ready rows, written out without graphql-core's work for each leaf; errors stay exactly its own.

Where every selected field of a list's items is read from an attribute, the list is completed by plain functions.
Anything else (resolvers, abstract types, `__typename`), and any surprise while it runs, goes the standard way.
"""

from __future__ import annotations

from collections.abc import Callable
from inspect import isawaitable
from typing import Any, cast

from graphql import (
    GraphQLBoolean,
    GraphQLEnumType,
    GraphQLID,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLScalarType,
    GraphQLString,
)
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext
from strawberry.schema.schema_converter import GraphQLCoreConverter

from server.record.slices import in_slices

Write = Callable[[Any], Any]
ROWS_AT_ONCE = 10
TAKEN_AS_IS: dict[str, type] = {GraphQLString.name: str, GraphQLID.name: str, GraphQLBoolean.name: bool}


class Unplain(Exception):
    """It takes the standard way."""


class PlainLists(StrawberryGraphQLCoreExecutionContext):
    """The execution of one operation. The functions are made anew for each list, so variables count as they are."""

    def complete_list_value(
        self, return_type: Any, field_details_list: Any, info: Any, path: Any, result: Any, position_context: Any
    ) -> Any:
        """The list's items as they go out."""

        def standard() -> Any:
            base: Any = super(PlainLists, self)
            return base.complete_list_value(return_type, field_details_list, info, path, result, position_context)

        if isinstance(result, list):
            try:
                item = self._of(return_type.of_type, field_details_list)
                if len(cast(list[Any], result)) > ROWS_AT_ONCE:
                    return self._in_slices(item, cast(list[Any], result), standard)
                return [item(each) for each in cast(list[Any], result)]
            except Exception:  # noqa: S110 - whatever it was, the standard way meets it again and reports it
                pass
        return standard()

    async def _in_slices(self, item: Write, rows: list[Any], standard: Callable[[], Any]) -> Any:
        try:
            return [item(each) async for each in in_slices(rows)]
        except Exception:
            told = standard()
            return await told if isawaitable(told) else told

    def _of(self, kind: Any, details: Any) -> Write:
        if not isinstance(kind, GraphQLNonNull):
            inner = self._nullable(kind, details)
            return lambda value: None if value is None else inner(value)
        inner = self._nullable(cast(Any, kind).of_type, details)

        def needed(value: Any) -> Any:
            if value is None:
                raise Unplain
            return inner(value)

        return needed

    def _nullable(self, kind: Any, details: Any) -> Write:
        if isinstance(kind, GraphQLScalarType):
            return _scalar(kind)
        if isinstance(kind, GraphQLEnumType):
            return _enum(kind)
        if isinstance(kind, GraphQLList):
            item = self._of(cast(Any, kind).of_type, details)

            def items(value: Any) -> list[Any]:
                if not isinstance(value, list):
                    raise Unplain
                return [item(each) for each in cast(list[Any], value)]

            return items
        if isinstance(kind, GraphQLObjectType):
            return self._object(kind, details)
        raise Unplain

    def _object(self, kind: GraphQLObjectType, details: Any) -> Write:
        fields, deferred, _ = self.collect_subfields(kind, details)
        if deferred:
            raise Unplain
        plan: list[tuple[str, str, Write]] = []
        for key, each in fields.items():
            field = kind.fields.get(each[0].node.name.value)
            if field is None or not getattr(field.resolve, "_is_default", False):
                raise Unplain
            name: str = field.extensions[GraphQLCoreConverter.DEFINITION_BACKREF].python_name
            plan.append((key, name, self._of(field.type, each)))
        fits = kind.is_type_of

        def write(value: Any) -> dict[str, Any]:
            if fits is not None and not fits(value, None):  # type: ignore[arg-type]
                raise Unplain
            return {key: put(getattr(value, name)) for key, name, put in plan}

        return write


def _scalar(kind: GraphQLScalarType) -> Write:
    taken = TAKEN_AS_IS.get(kind.name)
    if taken is None:
        return kind.coerce_output_value

    def write(value: Any) -> Any:
        return value if value.__class__ is taken else kind.coerce_output_value(value)

    return write


def _enum(kind: GraphQLEnumType) -> Write:
    names: dict[Any, str] = {}

    def write(value: Any) -> str:
        name = names.get(value)
        if name is None:
            name = names[value] = kind.coerce_output_value(value)
        return name

    return write
