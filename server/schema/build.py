"""The whole schema, built once per process, and its printed form."""

from strawberry.schema.config import StrawberryConfig

from server.edge.http import EdgeSchema, edge_schema
from server.schema.acts.mutation import Mutation
from server.schema.base.errors import Refusal, VersionConflict
from server.schema.base.plain_lists import PlainLists
from server.schema.base.scalars import SCALARS
from server.schema.query import Query
from server.schema.subscription import Subscription

ONE_OF = "directive @oneOf on INPUT_OBJECT"
ONE_OF_DESCRIBED = f'"""Exactly one of the fields is given."""\n{ONE_OF}'


def build(*, introspection: bool) -> EdgeSchema:
    """The schema; `introspection` on is for demo, tests and audits."""
    return edge_schema(
        Query,
        Mutation,
        Subscription,
        types=[Refusal, VersionConflict],
        introspection=introspection,
        execution_context_class=PlainLists,
        config=StrawberryConfig(scalar_map=SCALARS),
    )


def printed() -> str:
    """The text of schema.graphql."""
    return build(introspection=True).as_str().replace(ONE_OF, ONE_OF_DESCRIBED, 1) + "\n"
