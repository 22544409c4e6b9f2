"""The whole schema, built once per process, and its printed form."""

import strawberry
from strawberry.schema.config import StrawberryConfig

from server.graphql_http import EdgeSchema, edge_schema
from server.schema.case_acts import CaseMutations
from server.schema.errors import Refusal, VersionConflict
from server.schema.query import Query
from server.schema.report_acts import ReportMutations
from server.schema.scalars import SCALARS


@strawberry.type
class Mutation(ReportMutations, CaseMutations):
    pass


def build(*, introspection: bool) -> EdgeSchema:
    """The schema; `introspection` on is for demo, tests and audits."""
    return edge_schema(
        Query,
        Mutation,
        types=[Refusal, VersionConflict],
        introspection=introspection,
        config=StrawberryConfig(scalar_map=SCALARS),
    )


def printed() -> str:
    """The text of schema.graphql."""
    return build(introspection=True).as_str() + "\n"
