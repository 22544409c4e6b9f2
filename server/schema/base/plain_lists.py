"""Lists of ready rows, written out without graphql-core's work for each leaf; errors stay exactly its own.

Where every selected field of a list's items is read from an attribute, the list is completed by plain functions.
Anything else (resolvers, abstract types, `__typename`), and any surprise while it runs, goes the standard way.
"""

from __future__ import annotations

from collections.abc import Callable
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

Write = Callable[[Any], Any]
TAKEN_AS_IS: dict[str, type] = {GraphQLString.name: str, GraphQLID.name: str, GraphQLBoolean.name: bool}


class Unplain(Exception):
    """It takes the standard way."""


class PlainLists(StrawberryGraphQLCoreExecutionContext):
    """The execution of one operation. The functions are made anew for each list, so variables count as they are."""

    def complete_list_value(
        self, return_type: Any, field_details_list: Any, info: Any, path: Any, result: Any, position_context: Any
    ) -> Any:
        """The list's items as they go out."""
        if isinstance(result, list):
            try:
                write = self._nullable(return_type, field_details_list)
                return write(result)
            except Exception:  # noqa: S110 - whatever it was, the standard way meets it again and reports it
                pass
        standard: Any = super()
        return standard.complete_list_value(return_type, field_details_list, info, path, result, position_context)

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
