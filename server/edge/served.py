"""The schema as it is served: with the edge's limits, caches and codes."""

from server.edge.http import EdgeSchema, edge_schema
from server.schema.build import parts


def build(*, introspection: bool) -> EdgeSchema:
    """The schema, built once per process; `introspection` on is for demo, tests and audits."""
    return edge_schema(**parts(), introspection=introspection)
