"""GraphQL over HTTP: one operation per request, raced against the clock and the caller's leaving."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import strawberry
from graphql import GraphQLError
from starlette.requests import HTTPConnection, Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Route, WebSocketRoute
from starlette.types import Receive, Scope, Send
from strawberry.schema.exceptions import CannotGetOperationTypeError, InvalidOperationTypeError
from strawberry.types import ExecutionContext
from strawberry.types.graphql import OperationType

from server.edge.allowance import Allowance, CallerLimits
from server.edge.gate import GateRules, Operation, read_operation
from server.edge.limits import DocumentLimits
from server.edge.operations import documents
from server.edge.redaction import without_values
from server.edge.responses import crash_response, fault_response, preferred_media, result_response
from server.edge.sockets import Sockets
from server.edge.tokens import Identity
from server.faults import CodedError, FaultCode, settle
from server.schema.base.run import CURRENT_RUN, Run

QUOTING = (FaultCode.GRAPHQL_PARSE_FAILED, FaultCode.GRAPHQL_VALIDATION_FAILED, FaultCode.BAD_USER_INPUT)
GetContext = Callable[[HTTPConnection, Identity], Awaitable[object]]


@dataclass(frozen=True, slots=True, kw_only=True)
class EdgeConfig:
    """How the edge behaves.

    `seconds` is the time one operation may take; `allow_get` lets queries (never mutations) be sent in the
    address, which then appears in the logs of whatever stands in front; `page` is the HTML for browsers
    and `page_headers` go with it.
    """

    gate: GateRules = field(default_factory=GateRules)
    callers: CallerLimits = field(default_factory=CallerLimits)
    seconds: float = 10.0
    allow_get: bool = False
    allowed_origins: tuple[str, ...] = ()
    page: str | None = None
    page_headers: Mapping[str, str] = field(default_factory=dict[str, str])


class EdgeSchema(strawberry.Schema):
    """A schema whose errors carry codes and whose faults are logged without any of the caller's words."""

    def process_errors(self, errors: list[GraphQLError], execution_context: ExecutionContext | None = None) -> None:
        settle(errors, execution_context.query if execution_context else None)
        for error in errors:
            if (error.extensions or {}).get("code") in QUOTING:
                error.message = without_values(error.message, self._schema)


def edge_schema(
    query: type,
    mutation: type | None = None,
    subscription: type | None = None,
    *,
    introspection: bool = False,
    limits: DocumentLimits | None = None,
    **options: Any,
) -> EdgeSchema:
    """The schema with the edge's caches and limits; `options` go to `strawberry.Schema` (`types`, ...)."""
    prepared = documents(limits=limits or DocumentLimits(), introspection=introspection)
    extensions = [prepared, *options.pop("extensions", ())]
    return EdgeSchema(query, mutation, subscription, extensions=extensions, **options)


def graphql_app(
    schema: strawberry.Schema,
    get_context: GetContext,
    verify: Callable[[str], Identity],
    config: EdgeConfig | None = None,
    *,
    path: str = "/graphql",
) -> tuple["GraphQLOverHTTP", list[BaseRoute]]:
    """The endpoint and its routes, HTTP and socket, with or without a "/" behind the path.

    Await `endpoint.drain()` when stopping.
    """
    config = config or EdgeConfig()
    allowance = Allowance(config.callers, time.monotonic)
    endpoint = GraphQLOverHTTP(schema, get_context, verify, config, allowance)
    sockets = Sockets(
        schema,
        get_context,
        verify,
        allowance,
        config.gate,
        allowed_origins=config.allowed_origins,
        seconds=config.seconds,
    )
    paths = (path, f"{path}/")
    return endpoint, [each for p in paths for each in (Route(p, endpoint), WebSocketRoute(p, sockets))]


class GraphQLOverHTTP:
    """The ASGI endpoint for one operation per request."""

    def __init__(
        self,
        schema: strawberry.Schema,
        get_context: GetContext,
        verify: Callable[[str], Identity],
        config: EdgeConfig,
        allowance: Allowance,
    ) -> None:
        self._schema = schema
        self._get_context = get_context
        self._verify = verify
        self._config = config
        self._allowance = allowance
        self._running: set[asyncio.Task[Response]] = set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        if self._config.page and _is_browser(request):
            headers = {"vary": "accept", **self._config.page_headers}
            response: Response | None = HTMLResponse(self._config.page, headers=headers)
        else:
            response = await self._answer(request)
        if response is not None:
            await response(scope, receive, send)

    async def drain(self) -> None:
        """Waits for the mutations that outlived their callers."""
        if self._running:
            await asyncio.wait(self._running)

    async def _answer(self, request: Request) -> Response | None:
        """None when the caller has gone."""
        media = preferred_media(request.headers.get("accept", ""))
        try:
            identity = self._verify(bearer(request))
            asked = await read_operation(request, self._config.gate, allow_get=self._config.allow_get)
            return await self._race(request, asked, identity, media)
        except CodedError as fault:
            return fault_response(fault, media)
        except Exception as fault:
            return crash_response(fault, media)

    async def _race(self, request: Request, asked: Operation, identity: Identity, media: str) -> Response | None:
        """Runs the operation until it ends, the time is up or the caller leaves.

        A mutation whose execution has started is never cancelled: it may have been recorded already, and the
        caller learns the outcome by sending the same idempotency key again.
        """
        run = Run(
            may_write=request.method == "POST",
            admit=lambda kind, cost: self._allowance.charge(identity.person_id, cost),
            spent=lambda cost: self._allowance.debit(identity.person_id, cost),
            turn=lambda: self._allowance.turn(identity.person_id),
        )
        task = asyncio.create_task(self._run(request, asked, identity, media, run))
        gone = asyncio.create_task(_left(request))
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        try:
            done, _ = await asyncio.wait(
                {task, gone}, timeout=self._config.seconds, return_when=asyncio.FIRST_COMPLETED
            )
        finally:
            gone.cancel()
            if not task.done() and not run.must_finish:
                task.cancel()
        if task in done:
            return task.result()
        if gone in done:
            return None
        return fault_response(CodedError(FaultCode.TIMEOUT), media)

    async def _run(self, request: Request, asked: Operation, identity: Identity, media: str, run: Run) -> Response:
        CURRENT_RUN.set(run)
        try:
            self._allowance.take(identity.person_id)
            with self._allowance.slot(identity.person_id):
                context = await self._get_context(request, identity)
                return await self._execute(asked, context, run, media)
        except CodedError as fault:
            return fault_response(fault, media)
        except Exception as fault:
            return crash_response(fault, media)

    async def _execute(self, asked: Operation, context: object, run: Run, media: str) -> Response:
        allowed = (OperationType.QUERY, OperationType.MUTATION) if run.may_write else (OperationType.QUERY,)
        try:
            result = await self._schema.execute(
                asked.query,
                variable_values=asked.variables,
                context_value=context,
                operation_name=asked.operation_name,
                allowed_operation_types=allowed,
            )
        except CannotGetOperationTypeError:
            raise CodedError(FaultCode.BAD_REQUEST, "operationName names no operation") from None
        except InvalidOperationTypeError:
            raise CodedError(FaultCode.METHOD_NOT_ALLOWED) from None
        return result_response(result, media)


async def _left(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


def _is_browser(request: Request) -> bool:
    wants_page = "text/html" in request.headers.get("accept", "")
    return request.method == "GET" and wants_page and "query" not in request.query_params


def bearer(request: Request) -> str:
    """The token of the one `Authorization: Bearer` header."""
    headers = request.headers.getlist("authorization")
    scheme, _, token = (headers[0] if len(headers) == 1 else "").partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise CodedError(FaultCode.UNAUTHENTICATED)
    return token
