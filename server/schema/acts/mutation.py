"""The root of all acts: a mutation for each act that people do, in the order of the catalogue."""

from typing import Any

from strawberry.tools import create_type

from domain.catalogue import ACTIONS
from domain.record.action import Action
from domain.record.vocabulary import Role
from server.schema.acts.acting import mutation_of
from server.schema.acts.payloads import PAYLOADS


def of_people(action: Action[Any, Any, Any]) -> bool:
    """Whether people do it by a mutation; reading is asked for by queries, its line written before the data leaves."""
    return (action.kind or "") in PAYLOADS and any(may.role is not Role.SYSTEM for may in action.may)


DESCRIPTION = (
    "Acts. Each answers with the file, the new line and all refusals; one that operates the server, with a yes."
)
Mutation = create_type(
    "Mutation",
    [mutation_of(action, PAYLOADS[action.kind or ""]) for action in ACTIONS if of_people(action)],
    description=DESCRIPTION,
)
