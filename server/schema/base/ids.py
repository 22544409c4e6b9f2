"""Opaque ids, cursors and position tokens: base64url of what they stand for; clients only carry them."""

import base64
import binascii
from uuid import UUID

from domain.catalogue import KINDS
from server.faults import CodedError, FaultCode

CELL = "hp"
PERSON_TYPE = "Person"
FILE_TYPES: dict[str, str] = {name: name.capitalize() for name in KINDS}
"""The GraphQL type of the files of each kind."""
ID_TYPES: dict[str, str] = FILE_TYPES | {"person": PERSON_TYPE}
"""The same, and that of people: what a field of the domain can point at."""


def global_id(kind: str, key: UUID) -> str:
    """The id of a thing across the whole API: `kind` is its GraphQL type."""
    return pack(f"{kind}:{key.hex}")


def key_of(global_id: str, kind: str) -> UUID:
    """The inverse of `global_id`. Raises BAD_USER_INPUT for an id of another kind or of none."""
    name, _, key = _unpack(global_id, "id").partition(":")
    if name != kind:
        raise CodedError(FaultCode.BAD_USER_INPUT, f"this is no id of a {kind}")
    return _uuid(key)


def kind_of(global_id: str) -> tuple[str, UUID]:
    """The GraphQL type and the key behind an id."""
    name, _, key = _unpack(global_id, "id").partition(":")
    return name, _uuid(key)


def position_token(position: int) -> str:
    """Where the log stood: opaque, since later several cells number their lines apart."""
    return pack(f"{CELL}:{position}")


def position_of(token: str) -> int:
    """The inverse of `position_token`. Raises BAD_USER_INPUT."""
    cell, _, position = _unpack(token, "position token").partition(":")
    if cell != CELL or not position.isdecimal() or len(position) > 18:
        raise CodedError(FaultCode.BAD_USER_INPUT, "this is no position token of this cell")
    return int(position)


def pack(text: str) -> str:
    """Base64url of a text, without padding."""
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def _unpack(text: str, what: str) -> str:
    try:
        return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)).decode("ascii")
    except (binascii.Error, ValueError):
        raise CodedError(FaultCode.BAD_USER_INPUT, f"malformed {what}") from None


def _uuid(key: str) -> UUID:
    try:
        return UUID(hex=key)
    except ValueError:
        raise CodedError(FaultCode.BAD_USER_INPUT, "malformed id") from None
