"""The strict reading of what comes in over HTTP and sockets, before anything else looks at it.

One JSON object in UTF-8 without a byte order mark, no key twice, no NaN or Infinity, no integer beyond
64 bits, no NUL and no lone surrogate in any text; all text is brought to NFC. All else is a `CodedError`.
"""

import json
import math
import unicodedata
from asyncio import timeout
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NoReturn, cast
from urllib.parse import parse_qsl

from starlette.requests import Request

from server.faults import CodedError, FaultCode

LARGEST_INTEGER = 2**63 - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class GateRules:
    """The bytes of one body or socket message, the levels of nested JSON, the seconds for a whole body."""

    max_bytes: int = 256 * 1024
    max_depth: int = 32
    read_seconds: float = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """What a caller asks to run."""

    query: str
    variables: dict[str, Any] | None
    operation_name: str | None


async def read_operation(request: Request, rules: GateRules, *, allow_get: bool) -> Operation:
    if request.method == "POST":
        _check_headers(request)
        return operation(parse(await _body(request, rules), rules))
    if request.method == "GET" and allow_get:
        return operation(_parameters(request, rules))
    raise CodedError(FaultCode.METHOD_NOT_ALLOWED)


def operation(asked: dict[str, Any]) -> Operation:
    query, variables = asked.get("query"), asked.get("variables")
    name, extensions = asked.get("operationName"), asked.get("extensions")
    if not isinstance(query, str) or not query:
        raise CodedError(FaultCode.BAD_REQUEST, "query must be a non-empty string")
    if variables is not None and not isinstance(variables, dict):
        raise CodedError(FaultCode.BAD_REQUEST, "variables must be an object")
    if name is not None and not isinstance(name, str):
        raise CodedError(FaultCode.BAD_REQUEST, "operationName must be a string")
    if extensions is not None and not isinstance(extensions, dict):
        raise CodedError(FaultCode.BAD_REQUEST, "extensions must be an object")
    return Operation(query=query, variables=cast("dict[str, Any] | None", variables), operation_name=name)


def _check_headers(request: Request) -> None:
    kinds = request.headers.getlist("content-type")
    kind, _, parameter = (kinds[0] if len(kinds) == 1 else "").partition(";")
    charset = parameter.strip().lower().replace('"', "")
    if kind.strip().lower() != "application/json" or charset not in ("", "charset=utf-8"):
        raise CodedError(FaultCode.UNSUPPORTED_MEDIA_TYPE, "content-type")
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        raise CodedError(FaultCode.UNSUPPORTED_MEDIA_TYPE, "content-encoding")


async def _body(request: Request, rules: GateRules) -> bytes:
    """Stops reading at the limit, whatever `content-length` promised."""
    body = bytearray()
    try:
        async with timeout(rules.read_seconds):
            async for chunk in request.stream():
                body += chunk
                if len(body) > rules.max_bytes:
                    raise CodedError(FaultCode.BODY_TOO_LARGE, f"{rules.max_bytes} bytes")
    except TimeoutError:
        raise CodedError(FaultCode.BODY_TOO_SLOW, f"{rules.read_seconds:g} s") from None
    return bytes(body)


def _parameters(request: Request, rules: GateRules) -> dict[str, Any]:
    """Reads a query from the address with the same strictness as from a body."""
    raw = cast("bytes", request.scope["query_string"])
    if len(raw) > rules.max_bytes:
        raise CodedError(FaultCode.BODY_TOO_LARGE, f"{rules.max_bytes} bytes")
    try:
        pairs = parse_qsl(raw.decode("ascii"), keep_blank_values=True, max_num_fields=8, errors="strict")
    except ValueError:
        raise CodedError(FaultCode.BODY_NOT_UTF8, "address") from None
    asked: dict[str, Any] = clean(_object(pairs), rules.max_depth)
    for name in ("variables", "extensions"):
        if asked.get(name):
            asked[name] = parse(asked[name].encode(), rules)
    return asked


def parse(raw: bytes, rules: GateRules) -> dict[str, Any]:
    """The one JSON object that `raw` holds."""
    if len(raw) > rules.max_bytes:
        raise CodedError(FaultCode.BODY_TOO_LARGE, f"{rules.max_bytes} bytes")
    try:
        value: Any = _STRICT.decode(raw.decode("utf-8"))
    except UnicodeDecodeError:
        raise CodedError(FaultCode.BODY_NOT_UTF8) from None
    except RecursionError:
        raise CodedError(FaultCode.BODY_TOO_DEEP, f"{rules.max_depth} levels") from None
    except ValueError:
        raise CodedError(FaultCode.BODY_NOT_JSON) from None
    if not isinstance(value, dict):
        raise CodedError(FaultCode.BODY_NOT_AN_OBJECT)
    return clean(cast("dict[str, Any]", value), rules.max_depth)


def clean(value: Any, levels: int) -> Any:
    """The same value in NFC; refuses text that cannot be stored, and more than `levels` of nesting."""
    if isinstance(value, str):
        return clean_text(value)
    if not isinstance(value, dict | list):
        return value
    if levels == 0:
        raise CodedError(FaultCode.BODY_TOO_DEEP)
    if isinstance(value, list):
        return [clean(item, levels - 1) for item in cast("list[Any]", value)]
    members = cast("dict[str, Any]", value).items()
    return _object([(clean_text(key), clean(item, levels - 1)) for key, item in members])


def clean_text(text: str) -> str:
    if "\0" in text:
        raise CodedError(FaultCode.FORBIDDEN_CHARACTER, "NUL")
    if text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        raise CodedError(FaultCode.FORBIDDEN_CHARACTER, "lone surrogate") from None
    return unicodedata.normalize("NFC", text)


def _object(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise CodedError(FaultCode.DUPLICATE_KEY)
    return members


def _integer(digits: str) -> int:
    # 20 characters hold every 64-bit integer with its sign; longer ones would take quadratic time to convert.
    if len(digits) > 20 or not -LARGEST_INTEGER - 1 <= (value := int(digits)) <= LARGEST_INTEGER:
        raise CodedError(FaultCode.NUMBER_TOO_LARGE, "64 bits")
    return value


def _float(digits: str) -> float:
    value = float(digits)
    if not math.isfinite(value):
        raise CodedError(FaultCode.NUMBER_TOO_LARGE)
    return value


def _constant(_: str) -> NoReturn:
    raise CodedError(FaultCode.BODY_NOT_JSON, "NaN or Infinity")


_STRICT = json.JSONDecoder(object_pairs_hook=_object, parse_int=_integer, parse_float=_float, parse_constant=_constant)
