"""Subscriptions over `graphql-transport-ws`: text frames, each through the gate, closed with the token."""

import asyncio
import time
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from contextlib import ExitStack
from datetime import timedelta
from functools import partial
from typing import Any, cast

import orjson
import strawberry
from graphql import GraphQLError
from starlette.requests import HTTPConnection, Request
from starlette.responses import Response
from starlette.websockets import WebSocket, WebSocketDisconnect, WebSocketState
from strawberry.asgi import ASGIWebSocketAdapter, GraphQL
from strawberry.http.exceptions import NonTextMessageReceived, WebSocketDisconnected
from strawberry.subscriptions import GRAPHQL_TRANSPORT_WS_PROTOCOL
from strawberry.subscriptions.protocols.graphql_transport_ws.handlers import (
    BaseGraphQLTransportWSHandler,
    Operation,
)
from strawberry.subscriptions.protocols.graphql_transport_ws.types import (
    ConnectionInitMessage,
    SubscribeMessage,
)
from strawberry.types.graphql import OperationType

from server.edge.allowance import Allowance
from server.edge.gate import GateRules, operation, parse
from server.edge.tokens import Identity
from server.faults import CodedError, FaultCode, as_error
from server.schema.base.run import CURRENT_RUN, Run

CLOSE_BAD_MESSAGE = 4400
CLOSE_UNAUTHENTICATED = 4401
CLOSE_EXPIRED = 4403
CLOSE_TOO_MANY = 4429
CLOSE_REASON_BYTES = 123  # RFC 6455, 5.5: a control frame holds 125 bytes, two of them the code


class Adapter(ASGIWebSocketAdapter):
    """Reads through the gate and writes text frames; binary ones are unreadable to the graphql-ws client."""

    async def iter_json(self, *, ignore_parsing_errors: bool = False) -> AsyncGenerator[object, None]:
        while self.ws.application_state != WebSocketState.DISCONNECTED:
            received = await self.ws.receive()
            if received["type"] == "websocket.disconnect":
                return
            if received.get("text") is None:
                raise NonTextMessageReceived
            try:
                message = self._read(received["text"])
            except CodedError as fault:
                await self.close(CLOSE_BAD_MESSAGE, fault.code.value)
                return
            yield message

    def _read(self, text: str) -> dict[str, Any]:
        try:
            raw = text.encode()
        except UnicodeEncodeError:
            raise CodedError(FaultCode.BODY_NOT_UTF8) from None
        message = parse(raw, cast("Any", self).view.rules)
        payload = message.get("payload")
        if not isinstance(message.get("type"), str) or not isinstance(message.get("id", ""), str):
            raise CodedError(FaultCode.BAD_REQUEST)
        if payload is not None and not isinstance(payload, dict):
            raise CodedError(FaultCode.BAD_REQUEST)
        if message["type"] == "subscribe":
            if not message.get("id"):
                raise CodedError(FaultCode.BAD_REQUEST)
            operation(cast("dict[str, Any]", payload or {}))
        return message

    async def send_json(self, message: Mapping[str, object]) -> None:
        try:
            await self.ws.send_text(orjson.dumps(message).decode())
        except (WebSocketDisconnect, RuntimeError) as gone:
            raise WebSocketDisconnected from gone

    async def close(self, code: int, reason: str) -> None:
        if self.ws.application_state != WebSocketState.DISCONNECTED:
            await self.ws.close(code, reason.encode()[:CLOSE_REASON_BYTES].decode(errors="ignore"))


class SocketHandler(BaseGraphQLTransportWSHandler[Any, None]):
    """One socket: the token comes in `connection_init`, and the socket ends with it."""

    identity: Identity
    expiry: asyncio.Task[None] | None = None

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._counted = ExitStack()

    async def handle_connection_init(self, message: ConnectionInitMessage) -> None:
        view = cast("Sockets", self.view)
        if not self.connection_init_received:
            try:
                self.identity = view.verify(token_of(message.get("payload") or {}))
                self.context = await view.get_caller_context(self.connection, self.identity)
            except CodedError as fault:
                await self.websocket.close(CLOSE_UNAUTHENTICATED, fault.code.value)
                return
            try:
                self._counted.enter_context(view.allowance.socket(self.identity.person_id))
            except CodedError as fault:
                await self.websocket.close(CLOSE_TOO_MANY, fault.code.value)
                return
            self.expiry = asyncio.create_task(self._close_at_expiry())
        await super().handle_connection_init(message)

    async def handle_subscribe(self, message: SubscribeMessage) -> None:
        if self.connection_acknowledged:
            try:
                cast("Sockets", self.view).allowance.take(self.identity.person_id)
            except CodedError as fault:
                payload: list[Any] = [as_error(fault)]
                await self.send_message({"id": message["id"], "type": "error", "payload": payload})
                return
        await super().handle_subscribe(message)

    async def run_operation(self, operation: Operation[Any, None]) -> None:
        """Held to the limits of operations over HTTP, but that who listens may do so without end."""
        view, person = cast("Sockets", self.view), self.identity.person_id
        try:
            with ExitStack() as counted:
                async with asyncio.timeout(view.seconds) as patience:

                    def admit(kind: OperationType, cost: int) -> None:
                        view.allowance.charge(person, cost)
                        listens = kind is OperationType.SUBSCRIPTION
                        counted.enter_context((view.allowance.subscription if listens else view.allowance.slot)(person))
                        if listens:
                            patience.reschedule(None)

                    spent, turn = partial(view.allowance.debit, person), partial(view.allowance.turn, person)
                    CURRENT_RUN.set(Run(may_write=False, admit=admit, spent=spent, turn=turn))
                    await super().run_operation(operation)
        except TimeoutError:
            errors: list[Any] = [as_error(CodedError(FaultCode.TIMEOUT))]
            await operation.send_operation_message({"id": operation.id, "type": "error", "payload": errors})

    async def shutdown(self) -> None:
        self._counted.close()
        if self.expiry:
            self.expiry.cancel()
        await super().shutdown()

    @property
    def connection(self) -> HTTPConnection:
        return cast("Adapter", self.websocket).ws

    async def _close_at_expiry(self) -> None:
        await asyncio.sleep(max(0.0, self.identity.expires_at - time.time()))
        await self.websocket.close(CLOSE_EXPIRED, FaultCode.UNAUTHENTICATED.value)

    @staticmethod
    def _get_pre_execution_close_reason(error: GraphQLError) -> str | None:
        """A document with a mistake gets an `error` message; the socket and its other operations go on."""
        return None


def token_of(payload: Mapping[str, object]) -> str:
    """The token in `connectionParams`: `authorization: "Bearer ..."`, in either spelling of the key."""
    value = payload.get("authorization", payload.get("Authorization"))
    scheme, _, token = (value if isinstance(value, str) else "").partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise CodedError(FaultCode.UNAUTHENTICATED)
    return token


class Sockets(GraphQL[Any, None]):
    """Strawberry's view, used for sockets only; its own checks refuse handshakes from foreign origins."""

    websocket_adapter_class = Adapter  # type: ignore[assignment]
    graphql_transport_ws_handler_class = SocketHandler

    def __init__(
        self,
        schema: strawberry.Schema,
        get_context: Callable[[HTTPConnection, Identity], Awaitable[object]],
        verify: Callable[[str], Identity],
        allowance: Allowance,
        rules: GateRules,
        *,
        allowed_origins: tuple[str, ...],
        seconds: float,
    ) -> None:
        super().__init__(
            schema,
            graphql_ide=None,
            subscription_protocols=(GRAPHQL_TRANSPORT_WS_PROTOCOL,),
            connection_init_wait_timeout=timedelta(seconds=5),
            allowed_origins=allowed_origins,
        )
        self.get_caller_context = get_context
        self.verify = verify
        self.allowance = allowance
        self.rules = rules
        self.seconds = seconds

    async def get_context(self, request: Request | WebSocket, response: Response | WebSocket) -> None:
        """Nothing is known before `connection_init`; the handler asks for the caller's context then."""
