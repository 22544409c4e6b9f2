"""Between a line and its stored bytes: versioned names, deterministic JSON, personal values sealed in place.

Stored state (format 1) is one JSON object, keys sorted, UTF-8, no spaces:

    {"at": occurred_at, "by": {...}, "event": {...}, "id": ..., "unit": {...}, ... }

Everything of the line but what the table's own columns hold: file_id, version, name (the topic), position,
recorded_at. Fields that are None, false or empty are left out. A personal value is stored as

    {"box": base64(nonce 12 | ciphertext | tag 16), "kind": "child",
     "origin": "1/report.received.1/event.child_name", "subject": uuid}

sealed with AES-256-GCM under the subject's key. `origin` is version, name and path of the field; the associated
data `format|file_id|origin|subject|kind` binds the box to it, and loading checks that the box lies where its
origin says: it opens in no other line and in no other field. Loading never opens a box: a folded file holds boxes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime
from functools import cache
from operator import is_not
from typing import Any, Protocol, cast
from uuid import UUID

import msgspec

from domain.catalogue import BY_STORED_NAME
from domain.law.basis import LegalBasis
from domain.record.field import fields_of
from domain.record.line import Actor, DutyEnded, DutyStarted, Line
from domain.record.personal import Personal, PersonalKind, personal_fields, personal_in
from domain.record.vocabulary import Attachment, UnitRef
from server.record.store import StoredLine
from server.record.stored_parts import (
    Parts,
    read_actor,
    read_attachments,
    read_basis,
    read_ends,
    read_parts,
    read_personal,
    read_starts,
    read_unit,
    settled,
)

FORMAT = 1


class Misplaced(Exception):
    """A sealed value lies in another field than the one it was sealed for."""


class Sealer(Protocol):
    """What seals and opens one value under its subject's key."""

    def seal(self, subject: UUID, kind: PersonalKind, text: str, bound_to: bytes) -> str:
        """The box: base64 of nonce, ciphertext and tag."""
        ...


class Stored(msgspec.Struct, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """The stored state, format 1."""

    at: datetime
    by: Actor
    command: UUID
    correlation: UUID
    event: msgspec.Raw
    id: UUID
    regime: str
    format: int
    attachments: tuple[Attachment, ...] = ()
    basis: LegalBasis | None = None
    cause: UUID | None = None
    ends: tuple[dict[str, Any], ...] = ()
    late: bool = False
    late_reason: Personal | None = None
    reason: Personal | None = None
    seen: int | None = None
    starts: tuple[dict[str, Any], ...] = ()
    unit: UnitRef | None = None


def write_personal(value: Any) -> dict[str, str]:
    """How a sealed value is stored; a plain one is refused."""
    if not isinstance(value, Personal):
        raise NotImplementedError(f"cannot store {type(value).__name__}")
    if value.text is not None or not value.box:
        raise Misplaced("a personal value that is not sealed")
    return {"box": value.box, "kind": value.kind, "origin": value.origin, "subject": str(value.subject)}


_encoder = msgspec.json.Encoder(order="sorted", enc_hook=write_personal)
_event_decoders: dict[str, msgspec.json.Decoder[Any]] = {}


def encode(line: Line, sealer: Sealer) -> bytes:
    """The bytes to store. Every personal value is sealed on the way; a plain one cannot get past."""
    sealed = seal_all(line, sealer)
    stored = Stored(
        at=sealed.occurred_at.astimezone(UTC),
        by=sealed.by,
        command=sealed.command_id,
        correlation=sealed.correlation_id,
        event=msgspec.Raw(_encoder.encode(sealed.event)),
        id=sealed.id,
        regime=sealed.regime,
        format=FORMAT,
        attachments=sealed.attachments,
        basis=sealed.basis,
        cause=sealed.causation_id,
        ends=tuple(map(sparse, sealed.ends)),
        late=sealed.late,
        late_reason=sealed.late_reason,
        reason=sealed.reason,
        seen=sealed.seen_version,
        starts=tuple(map(sparse, sealed.starts)),
        unit=sealed.unit,
    )
    return _encoder.encode(stored)


def sparse(part: DutyStarted | DutyEnded) -> dict[str, Any]:
    """A part by its fields, without those that say nothing."""
    return {f.name: value for f in fields(part) if (value := getattr(part, f.name)) not in (None, ())}


def load(stored: StoredLine) -> Line:
    """The line that a stored one holds."""
    return decode(stored.file_id, stored.version, stored.name, stored.state, stored.position, stored.recorded_at)


def decode(
    file_id: UUID, version: int, name: str, state: bytes, position: int | None, recorded_at: datetime | None
) -> Line:
    """The line that the bytes hold, type-checked, boxes closed. Raises on bytes that are not of format 1."""
    return line_of(file_id, version, name, read_parts(state), position, recorded_at)


def line_of(
    file_id: UUID, version: int, name: str, parts: Parts, position: int | None, recorded_at: datetime | None
) -> Line:
    """The line of which these are the parts."""
    decoder = _event_decoders.get(name)
    if decoder is None:
        decoder = _event_decoders[name] = msgspec.json.Decoder(BY_STORED_NAME[name].event, dec_hook=read_personal)
    line = Line(
        id=parts.id,
        file_id=file_id,
        version=version,
        stored_as=name,
        event=takeable(decoder.decode(parts.event)),
        occurred_at=settled(parts.at),
        by=read_actor(bytes(parts.by)),
        unit=read_unit(bytes(parts.unit)),
        regime=parts.regime,
        command_id=parts.command,
        correlation_id=parts.correlation,
        causation_id=parts.cause,
        seen_version=parts.seen,
        reason=parts.reason,
        late=parts.late,
        late_reason=parts.late_reason,
        basis=read_basis(bytes(parts.basis)),
        attachments=read_attachments(bytes(parts.attachments)),
        starts=read_starts(parts.starts),
        ends=read_ends(bytes(parts.ends)),
        recorded_at=recorded_at,
        position=position,
    )
    for path, value in personal_values(line):
        if value.origin != f"{version}/{name}/{path}":
            raise Misplaced(f"{name} {path}")
    return line


def takeable(event: Any) -> Any:
    """The event, or a part of one, with every instant as the database can take it; itself when they all are so."""
    if isinstance(event, datetime):
        return settled(event)
    if isinstance(event, tuple):
        found = tuple([takeable(each) for each in cast(tuple[Any, ...], event)])
        return found if any(map(is_not, found, cast(tuple[Any, ...], event))) else cast(Any, event)
    changed: dict[str, Any] = {}
    for name in instant_fields(event.__class__):
        value = getattr(event, name)
        if (taken := takeable(value)) is not value:
            changed[name] = taken
    return replace(event, **changed) if changed else event


@cache
def instant_fields(cls: type) -> tuple[str, ...]:
    """The fields of an event or a part that hold an instant, at any depth."""
    if not is_dataclass(cls):
        return ()
    return tuple(f.name for f in fields_of(cls) if f.of is datetime or instant_fields(f.of))


def bound_to(file_id: UUID, origin: str, subject: UUID, kind: PersonalKind) -> bytes:
    """The associated data that ties a box to its line and field."""
    return f"{FORMAT}|{file_id}|{origin}|{subject}|{kind}".encode()


def personal_values(line: Line) -> Iterator[tuple[str, Personal]]:
    """Every personal value of the line with its path: `reason`, `late_reason`, `event.child_name`, ..."""
    if line.reason is not None:
        yield "reason", line.reason
    if line.late_reason is not None:
        yield "late_reason", line.late_reason
    yield from personal_in(line.event, "event")


def seal_all(line: Line, sealer: Sealer) -> Line:
    """The line with every plain personal value sealed for its place."""

    def seal(path: str, value: Personal) -> Personal:
        if value.text is None:
            raise Misplaced(f"{line.stored_as} {path}: a box cannot be copied into another line")
        origin = f"{line.version}/{line.stored_as}/{path}"
        box = sealer.seal(
            value.subject, value.kind, value.text, bound_to(line.file_id, origin, value.subject, value.kind)
        )
        return Personal(subject=value.subject, kind=value.kind, box=box, origin=origin)

    return replace(
        line,
        reason=seal("reason", line.reason) if line.reason else None,
        late_reason=seal("late_reason", line.late_reason) if line.late_reason else None,
        event=_map(line.event, "event", seal),
    )


def _map(value: Any, path: str, change: Callable[[str, Personal], Personal]) -> Any:
    if isinstance(value, Personal):
        return change(path, value)
    if isinstance(value, tuple):
        return tuple(_map(v, f"{path}.{i}", change) for i, v in enumerate(cast(tuple[Any, ...], value)))
    names = personal_fields(value.__class__)
    if not names:
        return value
    return replace(value, **{n: _map(getattr(value, n), f"{path}.{n}", change) for n in names})
