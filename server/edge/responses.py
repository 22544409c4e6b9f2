"""Results and faults as HTTP responses: status codes and media types as the GraphQL-over-HTTP draft says."""

from typing import Any

import orjson
from graphql import GraphQLError
from starlette.responses import Response
from strawberry.types import ExecutionResult

from server.faults import STATUS, CodedError, FaultCode, as_error, log, message, new_error_id, place

GRAPHQL_RESPONSE = "application/graphql-response+json"
JSON = "application/json"


def preferred_media(accept: str) -> str:
    """The first of the two media types that the caller names; plain JSON where it names neither."""
    for part in accept.lower().split(","):
        kind = part.partition(";")[0].strip()
        if kind in (GRAPHQL_RESPONSE, JSON):
            return kind
    return JSON


def result_response(result: ExecutionResult, media: str) -> Response:
    """A request error has no `data` at all; a result with `data` is 200 whatever its field errors."""
    errors = result.errors or []
    body: dict[str, Any] = {}
    status = 200
    if result.data is None and errors and all(error.path is None for error in errors):
        status = _status(errors, media)
    else:
        body["data"] = result.data
    if errors:
        body["errors"] = [error.formatted for error in errors]
    if result.extensions:
        body["extensions"] = result.extensions
    return respond(body, status, media, _retry_after(errors))


def _retry_after(errors: list[GraphQLError]) -> int | None:
    faults = (error.original_error for error in errors)
    return next((fault.retry_after for fault in faults if isinstance(fault, CodedError)), None)


def _status(errors: list[GraphQLError], media: str) -> int:
    """Plain JSON keeps 200 for errors in the document itself, as older clients expect."""
    code = (errors[0].extensions or {}).get("code", "")
    return STATUS.get(code, 400 if media == GRAPHQL_RESPONSE else 200)


def fault_response(fault: CodedError, media: str) -> Response:
    return respond({"errors": [as_error(fault)]}, STATUS.get(fault.code, 400), media, fault.retry_after)


def crash_response(fault: Exception, media: str) -> Response:
    error_id = new_error_id()
    log.error("fault errorId=%s %s", error_id, place(fault))
    extensions = {"code": FaultCode.INTERNAL.value, "errorId": error_id}
    return respond({"errors": [{"message": message(FaultCode.INTERNAL), "extensions": extensions}]}, 500, media)


def respond(body: dict[str, Any], status: int, media: str, retry_after: int | None = None) -> Response:
    headers = {"vary": "accept", "cache-control": "no-store"}
    if status == 401:
        headers["www-authenticate"] = "Bearer"
    if status == 405:
        headers["allow"] = "POST"
    if retry_after is not None:
        headers["retry-after"] = str(retry_after)
    return Response(orjson.dumps(body), status, headers, f"{media}; charset=utf-8")
