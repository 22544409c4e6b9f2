"""The answers given when a request cannot be served: a code, both languages, and an id for the log.

These are neither refusals (the domain's answer, carried as data) nor conflicts: only a broken request, a
missing right to ask, or our own fault comes this way.
"""

import hashlib
import logging
import traceback
from enum import StrEnum
from typing import Any
from uuid import uuid4

from graphql import GraphQLError, GraphQLSyntaxError
from strawberry.exceptions import StrawberryInputCoercionError

from server.away import is_away

log = logging.getLogger("server.edge")


class FaultCode(StrEnum):
    """What `errors[].extensions.code` may hold."""

    UNAUTHENTICATED = "UNAUTHENTICATED"
    FORBIDDEN = "FORBIDDEN"
    BAD_REQUEST = "BAD_REQUEST"
    BAD_USER_INPUT = "BAD_USER_INPUT"
    BODY_TOO_LARGE = "BODY_TOO_LARGE"
    BODY_TOO_DEEP = "BODY_TOO_DEEP"
    BODY_TOO_SLOW = "BODY_TOO_SLOW"
    BODY_NOT_UTF8 = "BODY_NOT_UTF8"
    BODY_NOT_JSON = "BODY_NOT_JSON"
    BODY_NOT_AN_OBJECT = "BODY_NOT_AN_OBJECT"
    DUPLICATE_KEY = "DUPLICATE_KEY"
    FORBIDDEN_CHARACTER = "FORBIDDEN_CHARACTER"
    NUMBER_TOO_LARGE = "NUMBER_TOO_LARGE"
    UNSUPPORTED_MEDIA_TYPE = "UNSUPPORTED_MEDIA_TYPE"
    METHOD_NOT_ALLOWED = "METHOD_NOT_ALLOWED"
    GRAPHQL_PARSE_FAILED = "GRAPHQL_PARSE_FAILED"
    GRAPHQL_VALIDATION_FAILED = "GRAPHQL_VALIDATION_FAILED"
    COST_EXCEEDED = "COST_EXCEEDED"
    RATE_LIMITED = "RATE_LIMITED"
    PURPOSE_REQUIRED = "PURPOSE_REQUIRED"
    READING_LIMIT = "READING_LIMIT"
    SEARCH_LIMIT = "SEARCH_LIMIT"
    TIMEOUT = "TIMEOUT"
    READ_MODEL_BEHIND = "READ_MODEL_BEHIND"
    UNAVAILABLE = "UNAVAILABLE"
    INTERNAL = "INTERNAL"


WORDS: dict[FaultCode, tuple[str, str]] = {
    FaultCode.UNAUTHENTICATED: (
        "Thiếu mã truy cập hoặc mã không còn hiệu lực.",
        "The access token is missing or no longer valid.",
    ),
    FaultCode.FORBIDDEN: ("Không được phép.", "Not permitted."),
    FaultCode.BAD_REQUEST: ("Yêu cầu không đúng dạng.", "The request is malformed."),
    FaultCode.BAD_USER_INPUT: ("Dữ liệu nhập không hợp lệ.", "The input is not valid."),
    FaultCode.BODY_TOO_LARGE: ("Nội dung gửi lên quá lớn.", "The body is too large."),
    FaultCode.BODY_TOO_DEEP: ("Nội dung lồng nhau quá sâu.", "The body is nested too deeply."),
    FaultCode.BODY_TOO_SLOW: ("Nội dung gửi lên quá chậm.", "The body arrived too slowly."),
    FaultCode.BODY_NOT_UTF8: ("Nội dung phải là UTF-8.", "The body must be UTF-8."),
    FaultCode.BODY_NOT_JSON: ("Nội dung không phải JSON hợp lệ.", "The body is not valid JSON."),
    FaultCode.BODY_NOT_AN_OBJECT: (
        "Nội dung phải là một đối tượng JSON.",
        "The body must be one JSON object.",
    ),
    FaultCode.DUPLICATE_KEY: ("Một khóa xuất hiện hai lần.", "A key appears twice."),
    FaultCode.FORBIDDEN_CHARACTER: (
        "Văn bản chứa ký tự không được phép.",
        "The text holds a character that is not allowed.",
    ),
    FaultCode.NUMBER_TOO_LARGE: ("Số quá lớn.", "A number is too large."),
    FaultCode.UNSUPPORTED_MEDIA_TYPE: (
        "Chỉ nhận application/json, UTF-8, không nén.",
        "Only application/json in UTF-8, not compressed, is accepted.",
    ),
    FaultCode.METHOD_NOT_ALLOWED: (
        "Phương thức HTTP không được phép cho thao tác này.",
        "The HTTP method is not allowed for this operation.",
    ),
    FaultCode.GRAPHQL_PARSE_FAILED: (
        "Không đọc được văn bản GraphQL.",
        "The GraphQL document cannot be read.",
    ),
    FaultCode.GRAPHQL_VALIDATION_FAILED: (
        "Văn bản GraphQL không hợp lệ.",
        "The GraphQL document is not valid.",
    ),
    FaultCode.COST_EXCEEDED: (
        "Truy vấn vượt quá giới hạn cho phép.",
        "The query exceeds what is allowed.",
    ),
    FaultCode.RATE_LIMITED: (
        "Quá nhiều yêu cầu; xin thử lại sau.",
        "Too many requests; please try again later.",
    ),
    FaultCode.PURPOSE_REQUIRED: (
        "Phải nêu mục đích tìm trong nội dung bảo mật.",
        "State the purpose of searching what is personal.",
    ),
    FaultCode.READING_LIMIT: (
        "Trong một giờ qua đã xem nhiều hồ sơ hơn mức thông thường; đề nghị nêu lý do.",
        "More files were read within the last hour than is usual; give the reason.",
    ),
    FaultCode.SEARCH_LIMIT: (
        "Trong một giờ qua đã tìm nhiều từ hơn mức cho phép; xin đợi.",
        "More words were searched for within the last hour than is allowed; please wait.",
    ),
    FaultCode.TIMEOUT: (
        "Quá thời gian; thao tác ghi có thể đã hoàn tất, đề nghị gửi lại với cùng mã yêu cầu (idempotencyKey).",
        "Out of time; a write may have been recorded, so repeat it with the same idempotencyKey.",
    ),
    FaultCode.READ_MODEL_BEHIND: (
        "Dữ liệu đọc chưa theo kịp vị trí yêu cầu.",
        "The read tables have not reached the position asked for.",
    ),
    FaultCode.UNAVAILABLE: (
        "Cơ sở dữ liệu tạm thời không tiếp nhận; xin gửi lại, thao tác ghi với cùng idempotencyKey.",
        "The database takes nothing for now; send it again, a write with the same idempotencyKey.",
    ),
    FaultCode.INTERNAL: ("Lỗi của hệ thống.", "A fault of the system."),
}

STATUS: dict[FaultCode, int] = {
    FaultCode.UNAUTHENTICATED: 401,
    FaultCode.FORBIDDEN: 403,
    FaultCode.METHOD_NOT_ALLOWED: 405,
    FaultCode.RATE_LIMITED: 429,
    FaultCode.READ_MODEL_BEHIND: 503,
    FaultCode.UNAVAILABLE: 503,
    FaultCode.TIMEOUT: 504,
    FaultCode.INTERNAL: 500,
}


class CodedError(Exception):
    """A request that cannot be served; its code and words may be shown to the caller.

    `detail` names the place in English (a header, a limit) and never repeats what the caller sent.
    """

    def __init__(self, code: FaultCode, detail: str = "", *, retry_after: int | None = None) -> None:
        super().__init__(code.value)
        self.code = code
        self.detail = detail
        self.retry_after = retry_after


def message(code: FaultCode, detail: str = "") -> str:
    vietnamese, english = WORDS[code]
    return f"{vietnamese} / {english}" + (f" ({detail})" if detail else "")


def new_error_id() -> str:
    return uuid4().hex


def fingerprint(document: str | None) -> str:
    """Names an operation in the log without its text, which may hold a child's name as a literal."""
    return hashlib.sha256((document or "").encode("utf-8", "surrogatepass")).hexdigest()[:16]


def as_error(fault: CodedError) -> dict[str, Any]:
    """One entry of a response's `errors`, and a log line with the same id."""
    error_id = new_error_id()
    log.info("request not served code=%s errorId=%s", fault.code, error_id)
    extensions = {"code": fault.code.value, "errorId": error_id}
    return {"message": message(fault.code, fault.detail), "extensions": extensions}


def settle(errors: list[GraphQLError], document: str | None) -> None:
    """Turns every error of a result, in place, into one that may leave the server."""
    for error in errors:
        if "code" in (error.extensions or {}):
            continue
        original = error.original_error
        if isinstance(original, CodedError):
            _show(error, original.code, message(original.code, original.detail))
        elif is_away(original):
            log.error("the database did not answer: %s", type(original).__name__)
            _show(error, FaultCode.UNAVAILABLE, message(FaultCode.UNAVAILABLE))
        elif isinstance(original, RecursionError):
            _show(error, FaultCode.COST_EXCEEDED, message(FaultCode.COST_EXCEEDED, "nesting"))
        elif isinstance(error, GraphQLSyntaxError):
            _show(error, FaultCode.GRAPHQL_PARSE_FAILED, error.message)
        elif _is_the_callers(error):
            _show(error, FaultCode.BAD_USER_INPUT, error.message)
        else:
            _hide(error, document)


def _is_the_callers(error: GraphQLError) -> bool:
    """Variables that do not fit fail before any field runs; a bad argument is named in its field's error."""
    if error.path is None:
        return bool(error.nodes) or isinstance(error, StrawberryInputCoercionError)
    return error.original_error is None and error.message.startswith("Argument '")


def _show(error: GraphQLError, code: FaultCode, text: str) -> None:
    error.message = text
    error.extensions = {"code": code.value}


def _hide(error: GraphQLError, document: str | None) -> None:
    error_id = new_error_id()
    log.error("fault errorId=%s operation=%s %s", error_id, fingerprint(document), place(error.original_error))
    _show(error, FaultCode.INTERNAL, message(FaultCode.INTERNAL))
    error.extensions = {"code": FaultCode.INTERNAL.value, "errorId": error_id}


def place(fault: BaseException | None) -> str:
    """The kind of a fault and where it was raised, without its text, which may quote what people wrote."""
    if fault is None:
        return "raised by the executor"
    frames = traceback.extract_tb(fault.__traceback__)[-4:]
    where = " < ".join(f"{frame.name}:{frame.lineno}" for frame in reversed(frames))
    return f"{type(fault).__name__} at {where}"
