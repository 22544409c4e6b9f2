"""Messages about a broken request without the caller's words: any value or misplaced name may be a child's."""

import re
from functools import lru_cache

from graphql import GraphQLEnumType, GraphQLInputObjectType, GraphQLInterfaceType, GraphQLObjectType, GraphQLSchema

CUTS = (
    (re.compile(r"[,;] found\b.*", re.DOTALL), ""),
    (re.compile(r", but encountered error '([^']*)'\.?$"), r": \1"),
    (re.compile(r", but encountered error .*", re.DOTALL), ""),
    (re.compile(r"(cannot represent (?:an? )?non[- ][^:]*value): .*", re.DOTALL), r"\1"),
    (re.compile(r"\bValue .* does not exist in (?=')", re.DOTALL), "Value does not exist in "),
    (re.compile(r" not to include unknown field .*", re.DOTALL), " not to include an unknown field"),
    (re.compile(r'"(?:[^"\\]|\\.)*"?', re.DOTALL), "…"),
)
QUOTED = re.compile(r"'([^']*)'")
NAMES = re.compile(r"[@$]?[_A-Za-z][_0-9A-Za-z]*")
SHAPE = re.compile(r"[@$_0-9A-Za-z.\[\]!(){}:=,& ]*")


def without_values(text: str, schema: GraphQLSchema) -> str:
    """The message of graphql-core with every value cut out, and every quoted name that the schema does not know."""
    for pattern, instead in CUTS:
        text = pattern.sub(instead, text)
    known = names(schema)

    def keep(found: re.Match[str]) -> str:
        said = found[1]
        ours = SHAPE.fullmatch(said) and all(n[0] == "$" or n.lstrip("@") in known for n in NAMES.findall(said))
        return found[0] if ours else "'…'"

    return QUOTED.sub(keep, text)


@lru_cache(8)
def names(schema: GraphQLSchema) -> frozenset[str]:
    """Every name that the schema itself speaks."""
    found = {directive.name for directive in schema.directives}
    found |= {argument for directive in schema.directives for argument in directive.args}
    for name, kind in schema.type_map.items():
        found.add(name)
        if isinstance(kind, GraphQLEnumType):
            found |= kind.values.keys()
        elif isinstance(kind, GraphQLInputObjectType):
            found |= kind.fields.keys()
        elif isinstance(kind, GraphQLObjectType | GraphQLInterfaceType):
            found |= kind.fields.keys()
            found |= {argument for field in kind.fields.values() for argument in field.args}
    return frozenset(found)
