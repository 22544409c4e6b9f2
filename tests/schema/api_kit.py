"""The API over a running record: the real edge, real services, and people who show a token."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast
from uuid import UUID, uuid4

import httpx
from graphql import GraphQLObjectType, build_schema, get_named_type
from psycopg_pool import AsyncConnectionPool
from starlette.applications import Starlette
from starlette.requests import HTTPConnection

from domain.access.patterns import Limits
from domain.record.vocabulary import Role, UnitRef, office_id
from domain.unit.state import Level
from server.edge.allowance import CallerLimits
from server.edge.gate import GateRules
from server.edge.http import EdgeConfig, graphql_app
from server.edge.responses import GRAPHQL_RESPONSE
from server.edge.served import build
from server.edge.tokens import BadToken, Identity, SigningLogin
from server.follow.tail import Tail
from server.record.attempts import AttemptLog
from server.record.readings import RecentReadings
from server.schema.base.context import Context, Services
from server.schema.base.ids import global_id
from tests.database import Database
from tests.record.kit import Record, record

NEVER = 4_000_000_000
ERRORS = """
    errors {
      __typename code field message { vi en }
      ... on Refusal { units { code name } offices { officeId } }
      ... on VersionConflict { expectedVersion actualVersion missed { act version } }
    }
"""
LINE = "entry { id act version late actor { name role capacity delegation } attachments { sha256 } } position"
SCHEMA = build(introspection=True)
MUTATION = cast(GraphQLObjectType, build_schema(SCHEMA.as_str()).mutation_type)


@dataclass
class Api:
    """A client of the API. `people` holds who was appointed, by name; their ids are their tokens.

    They have just signed in, but for those of whom `signed_in_ago` tells how many seconds ago it was.
    """

    record: Record
    services: Services
    client: httpx.AsyncClient
    attempts: AttemptLog
    people: dict[str, UUID] = field(default_factory=dict[str, UUID])
    signed_in_ago: dict[str, int] = field(default_factory=dict[str, int])

    async def post(self, name: str, query: str, variables: dict[str, Any]) -> httpx.Response:
        """One request by the person of this name."""
        return await self.client.post(
            "/graphql",
            json={"query": query, "variables": variables},
            headers={"authorization": f"Bearer {self.token(name)}", "accept": GRAPHQL_RESPONSE},
        )

    def token(self, name: str) -> str:
        ago = self.signed_in_ago.get(name)
        return str(self.people[name]) if ago is None else f"{self.people[name]}:{ago}"

    async def fault(self, name: str, mutation: str, **given: Any) -> str:
        """One act that cannot be served; gives the fault's code."""
        given.setdefault("idempotencyKey", str(uuid4()))
        answer = await self.post(name, mutation_text(mutation), {"input": given})
        assert answer.status_code == 200
        return answer.json()["errors"][0]["extensions"]["code"]

    async def act(self, name: str, mutation: str, **given: Any) -> dict[str, Any]:
        """One act by the person of this name; gives the payload."""
        given.setdefault("idempotencyKey", str(uuid4()))
        answer = (await self.post(name, mutation_text(mutation), {"input": given})).json()
        assert not answer.get("errors"), answer
        return answer["data"][mutation]

    async def codes(self, name: str, mutation: str, **given: Any) -> dict[str, str | None]:
        """One act that must be refused; gives the input at fault of each refusal, its path joined by dots."""
        payload = await self.act(name, mutation, **given)
        assert payload["entry"] is None, payload
        return {error["code"]: ".".join(error["field"]) if error["field"] else None for error in payload["errors"]}

    async def appointed(self, unit: UnitRef, role: Role, name: str) -> str:
        """Establish an office with this holder; gives the office's id."""
        self.people[name] = await self.record.office(unit, role, name)
        return global_id("Office", office_id(unit.id, role))


def mutation_text(mutation: str) -> str:
    """The document of a mutation that asks for the line, the errors and the file."""
    payload: str = cast(Any, get_named_type(MUTATION.fields[mutation].type)).name
    kind = f"{payload[0].lower()}{payload.removesuffix('Payload')[1:]}"
    asked = f"{mutation[0].upper()}{mutation[1:]}Input!"
    told = f"{kind} {{ id }} {LINE} takenAsNow {ERRORS}"
    return f"mutation Do($input: {asked}) {{ {mutation}(input: $input) {{ {told} }} }}"


@asynccontextmanager
async def api(database: Database, folder: Path, *, at: str) -> AsyncGenerator[Api]:
    """The API over a fresh record whose clock the test sets."""
    session = {"autocommit": True}
    pool = AsyncConnectionPool(database.dsn("baove_reader"), min_size=0, max_size=2, open=False, kwargs=session)
    async with record(database, folder, at=at) as r, pool as reader, Tail(database.dsn("baove_reader")) as tail:
        attempts = AttemptLog(r.handler)
        services = Services(
            log=r.log,
            handler=r.handler,
            register_cache=r.register_cache,
            keyring=r.keyring,
            reader=reader,
            tail=tail,
            attempts=attempts,
            readings=RecentReadings(r.log),
            limits=Limits(),
            now=r.handler.now,
        )

        made: list[Api] = []

        async def get_context(connection: HTTPConnection, identity: Identity) -> Context:
            may_sign = SigningLogin().holds(identity, NEVER)
            return Context(services=made[0].services, person=identity.person_id, may_sign=may_sign)

        def verify(token: str) -> Identity:
            person, _, ago = token.partition(":")
            try:
                return Identity(UUID(person), NEVER, None, NEVER - int(ago or 0))
            except ValueError:
                raise BadToken("no person") from None

        callers = CallerLimits(per_second=1e6, burst=1e6, cost_per_second=1e9, cost_burst=1e9, side_by_side=1_000)
        edge = EdgeConfig(gate=GateRules(), callers=callers, seconds=60)
        _, routes = graphql_app(SCHEMA, get_context, verify, edge)
        transport = httpx.ASGITransport(Starlette(routes=routes))
        async with httpx.AsyncClient(transport=transport, base_url="http://edge.test") as client:
            made.append(Api(r, services, client, attempts))
            yield made[0]


async def commune(a: Api) -> UnitRef:
    """A city with one ward that has a worker, Phạm Thị Lan, and a Chair, Vũ Đức Hải."""
    city = await a.record.unit("31", "Thành phố Hải Phòng", Level.PROVINCE)
    ward = await a.record.unit("11359", "Phường An Biên", Level.COMMUNE, city)
    await a.appointed(ward, Role.PROTECTION_WORKER, "Phạm Thị Lan")
    await a.appointed(ward, Role.COMMUNE_CHAIR, "Vũ Đức Hải")
    return ward
