"""Stored lines taken apart for reading: what recurs from line to line is read once and then shared."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import cache, lru_cache
from typing import Any
from uuid import UUID

import msgspec

from domain.law.basis import LegalBasis
from domain.record.line import Actor, DutyEnded, DutyStarted, HeldFrom
from domain.record.personal import Personal, PersonalKind
from domain.record.vocabulary import Attachment, OfficeRef, UnitRef

NOTHING = msgspec.Raw(b"[]")
NULL = msgspec.Raw(b"null")
KEPT = 20_000
OFFSET_MAX = timedelta(hours=14)


class Parts(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """The stored state as it is read: parts that recur from line to line are still bytes."""

    at: datetime
    by: msgspec.Raw
    command: UUID
    correlation: UUID
    event: msgspec.Raw
    id: UUID
    regime: str
    format: int
    attachments: msgspec.Raw = NOTHING
    basis: msgspec.Raw = NULL
    cause: UUID | None = None
    ends: msgspec.Raw = NOTHING
    late: bool = False
    late_reason: Personal | None = None
    reason: Personal | None = None
    seen: int | None = None
    starts: msgspec.Raw = NOTHING
    unit: msgspec.Raw = NULL


class Start(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A started duty as it is read."""

    code: str
    ref: str
    since: datetime
    due_at: datetime
    answers: msgspec.Raw
    rule_version: int
    basis: msgspec.Raw
    confidence: str
    regime: str
    calendar_version: int
    held: tuple[HeldFrom, ...] = ()


def settled(instant: datetime) -> datetime:
    """The instant; in UTC if it was told at an offset that the database cannot take, such as +23:00."""
    if instant.tzinfo is UTC:
        return instant
    offset = instant.utcoffset()
    return instant if offset is not None and abs(offset) <= OFFSET_MAX else instant.astimezone(UTC)


def read_personal(cls: type, stored: Any) -> Any:
    """The inverse of `write_personal`; the box stays closed."""
    if cls is not Personal:
        raise NotImplementedError(f"cannot load {cls.__name__}")
    return Personal(
        subject=_id(stored["subject"]),
        kind=_personal_kind(stored["kind"]),
        box=stored["box"],
        origin=stored["origin"],
    )


_id = lru_cache(KEPT)(UUID)
_personal_kind = cache(PersonalKind)
_parts = msgspec.json.Decoder(Parts, dec_hook=read_personal)
_started = msgspec.json.Decoder(tuple[Start, ...])

# Equal bytes give the same object. What was refused is not kept: it is refused again.
read_actor = lru_cache(KEPT)(msgspec.json.Decoder(Actor).decode)
read_basis = lru_cache(KEPT)(msgspec.json.Decoder(LegalBasis | None).decode)
read_unit = lru_cache(KEPT)(msgspec.json.Decoder(UnitRef | None).decode)
read_ends = lru_cache(KEPT)(msgspec.json.Decoder(tuple[DutyEnded, ...]).decode)
read_attachments = lru_cache(KEPT)(msgspec.json.Decoder(tuple[Attachment, ...]).decode)
_office = lru_cache(KEPT)(msgspec.json.Decoder(OfficeRef).decode)
_duty_basis = lru_cache(KEPT)(msgspec.json.Decoder(LegalBasis).decode)


def read_parts(state: bytes) -> Parts:
    """The stored state taken apart; what is still bytes is checked by those that read it."""
    return _parts.decode(state)


def read_starts(stored: msgspec.Raw) -> tuple[DutyStarted, ...]:
    """The duties that a line starts."""
    if stored is NOTHING:
        return ()
    return tuple(
        DutyStarted(
            code=each.code,
            ref=each.ref,
            since=settled(each.since),
            due_at=settled(each.due_at),
            answers=_office(bytes(each.answers)),
            rule_version=each.rule_version,
            basis=_duty_basis(bytes(each.basis)),
            confidence=each.confidence,
            regime=each.regime,
            calendar_version=each.calendar_version,
            held=tuple(HeldFrom(unit=h.unit, since=settled(h.since), office=h.office) for h in each.held),
        )
        for each in _started.decode(stored)
    )
