"""Opaque ids, cursors and position tokens: base64url of what they stand for; clients only carry them."""

import base64
import binascii
import re
from uuid import UUID

from domain.catalogue import KINDS
from server.faults import CodedError, FaultCode

CELL = "hp"
HEX = re.compile(r"[0-9a-f]{32}")
PERSON_TYPE = "Person"
ANY_TYPE = "Any"
"""What stands in an id of which the record does not tell whether it is of a person, or of which kind of file."""
FILE_TYPES: dict[str, str] = {name: "".join(word.capitalize() for word in name.split("_")) for name in KINDS}
"""The GraphQL type of the files of each kind: `VisitRequest` for `visit_request`. Ids bear it, so it stays for good."""
ID_TYPES: dict[str, str] = FILE_TYPES | {"person": PERSON_TYPE}
"""The same, and that of people: what a field of the domain can point at."""


def global_id(kind: str, key: UUID) -> str:
    """The id of a thing across the whole API: `kind` is its GraphQL type."""
    return pack(f"{kind}:{key.hex}")


def key_of(global_id: str, kind: str, field: str) -> UUID:
    """The inverse of `global_id`. Raises BAD_USER_INPUT, naming the field, for an id of another kind or of none."""
    name, key = _taken_apart(global_id)
    fits = name == kind or (name == ANY_TYPE and kind in FILE_TYPES.values())
    if not fits or key is None:
        raise no_id(field, f"{'an' if kind[0] in 'AEIOU' else 'a'} {kind}")
    return key


def kind_of(global_id: str, field: str) -> tuple[str, UUID]:
    """The GraphQL type and the key behind an id. Raises BAD_USER_INPUT, naming the field."""
    name, key = _taken_apart(global_id)
    if key is None:
        raise no_id(field, "anything")
    return name, key


def file_key(global_id: str, field: str, *, or_person: bool = False) -> UUID:
    """The key behind the id of a file of any kind. Raises BAD_USER_INPUT, naming the field."""
    name, key = _taken_apart(global_id)
    if key is None or not (name in (ANY_TYPE, *FILE_TYPES.values()) or (or_person and name == PERSON_TYPE)):
        raise no_id(field, "a file or a person" if or_person else "a file")
    return key


def no_id(field: str, what: str) -> CodedError:
    """The fault that names the field and the form that an id has."""
    form = "ids are opaque: give one back as an answer gave it, never a UUID or a number"
    return CodedError(FaultCode.BAD_USER_INPUT, f"{field}: this is no id of {what}; {form}")


def position_token(position: int) -> str:
    """Where the log stood: opaque, since later several cells number their lines apart."""
    return pack(f"{CELL}:{position}")


def position_of(token: str, field: str) -> int:
    """The inverse of `position_token`. Raises BAD_USER_INPUT, naming the field."""
    cell, _, position = (_unpacked(token) or "").partition(":")
    if cell != CELL or not position.isdecimal() or len(position) > 18:
        raise CodedError(FaultCode.BAD_USER_INPUT, f"{field}: this is no position token of this cell")
    return int(position)


def pack(text: str) -> str:
    """Base64url of a text, without padding."""
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def _taken_apart(global_id: str) -> tuple[str, UUID | None]:
    name, _, key = (_unpacked(global_id) or "").partition(":")
    return name, UUID(hex=key) if HEX.fullmatch(key) else None


def _unpacked(text: str) -> str | None:
    """What the text stands for; None where it is not spelled as an answer spells it."""
    try:
        told = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)).decode("ascii")
    except (binascii.Error, ValueError):
        return None
    return told if pack(told) == text else None
