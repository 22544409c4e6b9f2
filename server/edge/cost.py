"""What an operation may cost, counted from its document and its arguments before anything of it runs.

A field costs 1, one that holds a list as often as rows are asked for, a root field what it takes to ask the tables or
to fold a file. Rows: `first` or `last` of a page, the number of `ids`; GUESSED where nothing tells.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, cast

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLObjectType,
    GraphQLSchema,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionSetNode,
    Undefined,
    get_named_type,
    get_nullable_type,  # pyright: ignore[reportUnknownVariableType]
    value_from_ast_untyped,
)

from server.faults import CodedError, FaultCode
from server.schema.base.paging import PAGE_DEFAULT, PAGE_MAX

GUESSED = 10
ASKING = 50
FOLDING = 400
NAMES_A_FILE = ("by", "id", "ids", "fileId", "input")
"""Arguments of root fields by which a file is named: it is folded for the answer."""
Sizes = Callable[[Mapping[str, Any]], int]


@dataclass(frozen=True, slots=True)
class Price:
    """A cost that depends on variables: what is sure, and what comes so many times."""

    sure: int
    times: tuple[tuple[Sizes, Price], ...] = ()

    def at(self, variables: Mapping[str, Any]) -> int:
        """The cost with these variables. Raises BAD_USER_INPUT for a page that holds no row or too many."""
        return self.sure + sum(size(variables) * each.at(variables) for size, each in self.times)


def price_of(schema: GraphQLSchema, document: DocumentNode, name: str | None) -> Price:
    """The price of the operation of this name, or of the only one, in a document that is valid."""
    operations = [d for d in document.definitions if isinstance(d, OperationDefinitionNode)]
    named = (o for o in operations if name is None or (o.name is not None and o.name.value == name))
    operation = next(named, None)
    if operation is None:  # the schema says so itself
        return Price(0)
    root = schema.get_root_type(operation.operation)
    return _Pricing(schema, document, operation).root(root, operation.selection_set)


class _Pricing:
    def __init__(self, schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode) -> None:
        self._schema = schema
        self._fragments = {d.name.value: d for d in document.definitions if isinstance(d, FragmentDefinitionNode)}
        given = operation.variable_definitions or ()
        self._defaults = {
            v.variable.name.value: value_from_ast_untyped(v.default_value) for v in given if v.default_value
        }

    def root(self, kind: Any, selections: SelectionSetNode) -> Price:
        """The price of root fields: those that answer from tables ask, the others fold files."""
        return self._sum(kind, selections, None, top=True)

    def _sum(self, kind: Any, selections: SelectionSetNode, rows: Sizes | None, *, top: bool = False) -> Price:
        sure, times = 0, list[tuple[Sizes, Price]]()
        for node in selections.selections:
            if isinstance(node, FieldNode):
                price = self._field(kind, node, rows, top=top)
            elif isinstance(node, FragmentSpreadNode):
                fragment = self._fragments[node.name.value]
                on = self._schema.get_type(fragment.type_condition.name.value)
                price = self._sum(on, fragment.selection_set, rows, top=top)
            else:
                inline = cast(InlineFragmentNode, node)
                on = self._schema.get_type(inline.type_condition.name.value) if inline.type_condition else kind
                price = self._sum(on, inline.selection_set, rows, top=top)
            sure += price.sure
            times += price.times
        return Price(sure, tuple(times))

    def _field(self, kind: Any, node: FieldNode, rows: Sizes | None, *, top: bool) -> Price:
        fields: dict[str, Any] = kind.fields if isinstance(kind, GraphQLObjectType | GraphQLInterfaceType) else {}
        field = fields.get(node.name.value)
        if field is None:  # __typename and introspection, which has limits of its own
            return Price(1)
        own = (FOLDING if any(name in field.args for name in NAMES_A_FILE) else ASKING) if top else 1
        rows = self._sizes(node, field.args) or rows
        listed = isinstance(cast(Any, get_nullable_type)(field.type), GraphQLList)
        if node.selection_set is None:
            return Price(own)
        inner = self._sum(get_named_type(field.type), node.selection_set, None if listed else rows)
        if not listed:
            return Price(own + inner.sure, inner.times)
        each = own if "ids" in field.args else 0
        return Price(own, ((rows or _guessed, Price(inner.sure + each, inner.times)),))

    def _sizes(self, node: FieldNode, known: Mapping[str, Any]) -> Sizes | None:
        """How many rows the arguments of a field ask for; None where they tell nothing of rows."""
        given = {a.name.value: a.value for a in node.arguments or ()}
        if "first" in known:
            asked = [given[n] for n in ("first", "last") if n in given]
            return lambda variables: max([_page(self._value(a, variables)) for a in asked], default=PAGE_DEFAULT)
        if "ids" in known and "ids" in given:
            return lambda variables: _length(self._value(given["ids"], variables))
        return None

    def _value(self, node: Any, variables: Mapping[str, Any]) -> Any:
        return value_from_ast_untyped(node, {**self._defaults, **variables})


def _guessed(variables: Mapping[str, Any]) -> int:
    return GUESSED


def _page(size: Any) -> int:
    if size is None or size is Undefined:
        return PAGE_DEFAULT
    if not isinstance(size, int) or isinstance(size, bool):
        return PAGE_MAX  # of the wrong type: refused before anything runs
    if not 1 <= size <= PAGE_MAX:
        raise CodedError(FaultCode.BAD_USER_INPUT, f"a page holds 1 to {PAGE_MAX}")
    return size


def _length(value: Any) -> int:
    return len(cast("list[Any]", value)) if isinstance(value, list) else 1
