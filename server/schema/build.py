"""The whole schema: its roots, its scalars, and its printed form."""

from types import new_class
from typing import Any

import strawberry
from strawberry.schema.config import StrawberryConfig

from server.schema.acts.mutation import DESCRIPTION, Mutation
from server.schema.base.errors import RefusalError, VersionConflict
from server.schema.base.plain_lists import PlainLists
from server.schema.base.scalars import SCALARS
from server.schema.lists.parked import Incomplete, Operating
from server.schema.query import Query
from server.schema.subscription import Subscription

ROOT = strawberry.type(new_class("Mutation", (Mutation, Operating)), description=DESCRIPTION)
ONE_OF = "directive @oneOf on INPUT_OBJECT"
ONE_OF_DESCRIBED = f'"""Exactly one of the fields is given."""\n{ONE_OF}'


def parts() -> dict[str, Any]:
    """What the schema is made of, as `strawberry.Schema` takes it."""
    return {
        "query": Query,
        "mutation": ROOT,
        "subscription": Subscription,
        "extensions": [Incomplete],
        "types": [RefusalError, VersionConflict],
        "execution_context_class": PlainLists,
        "config": StrawberryConfig(scalar_map=SCALARS),
    }


def printed() -> str:
    """The text of schema.graphql."""
    return strawberry.Schema(**parts()).as_str().replace(ONE_OF, ONE_OF_DESCRIBED, 1) + "\n"
