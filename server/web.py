"""The web process: GraphQL over HTTP and sockets, the offline page in the demo, and a health answer."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from ipaddress import ip_address

import uvicorn
from starlette.applications import Starlette
from starlette.requests import HTTPConnection, Request
from starlette.responses import JSONResponse
from starlette.routing import BaseRoute, Route

from server.config import Config
from server.edge.gate import GateRules
from server.edge.http import EdgeConfig, graphql_app
from server.edge.ide.page import Example, page, page_headers, static_routes
from server.edge.issuer import DevelopmentIssuer, Person, token_route
from server.edge.operations import settle_memory
from server.edge.patience import Patience
from server.edge.served import build
from server.edge.tokens import Identity, SigningLogin, Verifier
from server.schema.base.context import Context, Services
from server.services import services


def application(
    config: Config,
    people: list[Person] | None = None,
    examples: list[Example] | None = None,
    edge: EdgeConfig | None = None,
) -> Starlette:
    """The ASGI application. `people` and `examples` are the demo's; without them there is no page.

    `edge` is for measurements and audits that need other limits than those of service.
    """
    demo = config.mode == "demo" and people is not None
    held: dict[str, Services] = {}

    async def get_context(connection: HTTPConnection, identity: Identity) -> Context:
        may_sign = signing.holds(identity, time.time())
        return Context(services=held["all"], person=identity.person_id, may_sign=may_sign)

    issuer = DevelopmentIssuer(config.development_issuer, mode=config.mode) if config.development_issuer else None
    shown = page(people, examples or []) if demo and people else None
    gate = GateRules(max_bytes=config.body_bytes)
    edge = replace(edge or EdgeConfig(), gate=gate, page=shown, page_headers=page_headers())
    schema = build(introspection=config.mode != "production")
    verifier = _verifier(config, issuer)
    signing = SigningLogin(seconds=config.signing_login_seconds, acrs=config.signing_acrs)
    endpoint, routes = graphql_app(schema, get_context, verifier, edge)
    more: list[BaseRoute] = [health_route(held, verifier)]
    if demo and issuer and people:
        more += [token_route(issuer, people), *static_routes()]

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncGenerator[None]:
        async with services(config) as opened:
            held["all"] = opened
            settle_memory()
            yield
            await endpoint.drain()

    app = Starlette(routes=[*routes, *more], lifespan=lifespan)
    app.router.redirect_slashes = False  # it would send the caller to whatever host the request names
    return app


def health_route(held: dict[str, Services], verifier: Verifier) -> Route:
    """`GET /health`: whether the log is reached, and what needs a person; not how far it has come."""

    async def health(request: Request) -> JSONResponse:
        await held["all"].log.head()
        return JSONResponse({"status": "ok", "alarms": alarms(verifier)})

    return Route("/health", health)


def alarms(verifier: Verifier) -> list[str]:
    """What needs a person, though requests are still answered."""
    since = verifier.keys_unread_since()
    return [] if since is None else [f"issuer keys not readable since {datetime.fromtimestamp(since, UTC)}"]


def _verifier(config: Config, issuer: DevelopmentIssuer | None) -> Verifier:
    if issuer is not None:
        return Verifier(issuer.jwks_file, issuer=issuer.issuer, audience=issuer.audience)
    return Verifier(config.issuer_keys_file, issuer=config.issuer, audience=config.audience)


def serve(config: Config, app: Starlette) -> None:
    """Listen until told to stop. Prints nothing of what people ask."""
    signal.signal(signal.SIGTERM, _end)
    if config.mode != "production" and not is_own_machine(config.http_host):
        print(
            f"warning: {config.mode} mode hands a token to whoever asks, and listens beyond this machine"
            f" (BAOVE_HTTP_HOST is {config.http_host})",
            file=sys.stderr,
        )
    uvicorn.run(
        app,
        host=config.http_host,
        port=config.http_port,
        loop="uvloop",
        http=Patience,
        access_log=False,
        log_level="warning",
        ws_max_size=config.body_bytes,
    )


def is_own_machine(host: str) -> bool:
    """Whether nobody from elsewhere can reach a server that listens there."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _end(number: int, frame: object) -> None:
    """Uvicorn raises the signal once more after an orderly end: that is no failure."""
    sys.exit(0)
