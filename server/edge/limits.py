"""How much one document may hold."""

import unicodedata
from dataclasses import dataclass
from typing import Any, NamedTuple

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    IntValueNode,
    OperationDefinitionNode,
    SelectionSetNode,
    StringValueNode,
    ValidationRule,
)

from server.edge.gate import LARGEST_INTEGER
from server.faults import FaultCode, message


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentLimits:
    """Most of a document: tokens, levels of nesting, aliases, fields with all fragments opened, and what it costs."""

    tokens: int = 1000
    depth: int = 12
    aliases: int = 15
    fields: int = 500
    cost: int = 50_000


class Weight(NamedTuple):
    depth: int
    aliases: int
    fields: int


NOTHING = Weight(0, 0, 0)


def excess(document: DocumentNode, limits: DocumentLimits) -> GraphQLError | None:
    """The error for a document that asks too much, or None.

    Each fragment is weighed once, so a chain of fragments that double each other costs no more than its text.
    """
    scale = _Scale(document)
    for definition in document.definitions:
        if isinstance(definition, OperationDefinitionNode):
            weight = scale.weigh(definition.selection_set)
            for name in ("depth", "aliases", "fields"):
                allowed = getattr(limits, name)
                if getattr(weight, name) > allowed:
                    text = message(FaultCode.COST_EXCEEDED, f"{name}: at most {allowed}")
                    return GraphQLError(text, extensions={"code": FaultCode.COST_EXCEEDED.value})
    return None


class _Scale:
    def __init__(self, document: DocumentNode) -> None:
        definitions = document.definitions
        self._fragments = {d.name.value: d for d in definitions if isinstance(d, FragmentDefinitionNode)}
        self._weighed: dict[str, Weight] = {}

    def weigh(self, selections: SelectionSetNode | None) -> Weight:
        depth = aliases = fields = 0
        for selection in selections.selections if selections else ():
            if isinstance(selection, FragmentSpreadNode):
                inner = self._fragment(selection.name.value)
            else:
                inner = self.weigh(getattr(selection, "selection_set", None))
            if isinstance(selection, FieldNode):
                fields += 1
                aliases += selection.alias is not None
                # Introspection is deep by nature and has its own rule.
                inner = inner._replace(depth=0 if selection.name.value.startswith("__") else inner.depth + 1)
            depth = max(depth, inner.depth)
            aliases += inner.aliases
            fields += inner.fields
        return Weight(depth, aliases, fields)

    def _fragment(self, name: str) -> Weight:
        if name not in self._weighed:
            self._weighed[name] = NOTHING  # a cycle ends here; validation names it
            fragment = self._fragments.get(name)
            self._weighed[name] = self.weigh(fragment.selection_set) if fragment else NOTHING
        return self._weighed[name]


class LiteralsAreStorable(ValidationRule):
    """Holds literals inside a document to what the gate demands of JSON."""

    def enter_string_value(self, node: StringValueNode, *_: Any) -> None:
        try:
            node.value.encode()
        except UnicodeEncodeError:
            self._refuse(FaultCode.FORBIDDEN_CHARACTER, "lone surrogate", node)
        if "\0" in node.value:
            self._refuse(FaultCode.FORBIDDEN_CHARACTER, "NUL", node)
        elif not unicodedata.is_normalized("NFC", node.value):
            self._refuse(FaultCode.FORBIDDEN_CHARACTER, "literal not in NFC", node)

    def enter_int_value(self, node: IntValueNode, *_: Any) -> None:
        if len(node.value) > 20 or abs(int(node.value)) > LARGEST_INTEGER:
            self._refuse(FaultCode.NUMBER_TOO_LARGE, "64 bits", node)

    def _refuse(self, code: FaultCode, detail: str, node: StringValueNode | IntValueNode) -> None:
        self.report_error(GraphQLError(message(code, detail), [node], extensions={"code": code.value}))
