"""A line of the record as clients see it: typed, labelled in both languages, personal values masked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any, cast

import msgspec
import strawberry

from domain.catalogue import BY_STORED_NAME
from domain.law.duty import BY_CODE
from domain.record.line import DutyEnded, DutyOutcome, DutyStarted, Line
from domain.record.personal import Personal, PersonalKind
from server.schema.base.common import (
    ActorThen,
    Basis,
    DutyEnd,
    DutyStart,
    Label,
    Node,
    UnitThen,
    actor_then,
    basis_of,
    label,
    office_then,
    unit_then,
)
from server.schema.base.enums import Act, KindOfFile
from server.schema.base.ids import FILE_TYPES, global_id, position_token
from server.schema.base.scalars import Instant, Json


@strawberry.type(description="One recorded fact of a line or a file.")
class Detail:
    path: str = strawberry.field(description="JSON pointer to the fact.")
    value: Json | None = strawberry.field(description="The fact; null when masked.")
    masked: PersonalKind | None = strawberry.field(description="What it would tell, if it is withheld.")
    masked_label: Label | None = strawberry.field(description="The same in words.")
    erased: bool = strawberry.field(description="The subject's key was destroyed: nobody can read it any more.")


@strawberry.type(description="A fact that a line changed.")
class Change:
    path: str = strawberry.field(description="JSON pointer to the fact in the file's state.")
    before: Json | None = strawberry.field(description="Before the line; null when masked or not there.")
    after: Json | None = strawberry.field(description="After the line; null when masked or gone.")
    masked: PersonalKind | None = strawberry.field(description="What it would tell, if it is withheld.")


@strawberry.type(description="A document bound to the line by its bytes; the bytes are kept elsewhere.")
class AttachmentThen:
    sha256: str = strawberry.field(description="SHA-256, 64 lower-case hex digits.")
    size_bytes: int = strawberry.field(description="Size.")
    media_type: str = strawberry.field(description="Media type.")


class EntryRow:
    """What stands for the type Entry without being one: a ready row with attributes of the same names."""

    __slots__ = ()


@strawberry.type(
    description="One line of the record: an act, a lapse found by the clock, a reading, a refused attempt."
)
class Entry(Node):
    id: strawberry.ID = strawberry.field(description="Opaque id.")
    position: str = strawberry.field(description="Place in the whole record, as a decimal string; total order.")
    token: str = strawberry.field(description="Position token, for `atLeast` and for resuming.")
    file_id: strawberry.ID = strawberry.field(description="Id of the file the line stands in.")
    kind: KindOfFile = strawberry.field(description="What the file is about.")  # type: ignore[valid-type]
    version: int = strawberry.field(description="Number of the line within its file, from 1.")
    act: Act = strawberry.field(description="What was done.")  # type: ignore[valid-type]
    label: Label = strawberry.field(description="What was done, in words.")
    actor: ActorThen = strawberry.field(description="Who did it, as of then.")
    unit: UnitThen | None = strawberry.field(description="The unit whose matter it is, as of then.")
    occurred_at: Instant = strawberry.field(description="When it happened, as claimed.")
    recorded_at: Instant = strawberry.field(description="When it was recorded, by the record's own clock.")
    late: bool = strawberry.field(description="Recorded more than 24 hours after it happened.")
    reason: Detail | None = strawberry.field(description="Why, as given.")
    late_reason: Detail | None = strawberry.field(description="Why it was recorded late, as given.")
    basis: Basis | None = strawberry.field(description="Legal ground.")
    regime: str = strawberry.field(description="The legal regime of that date.")
    details: list[Detail] = strawberry.field(description="What the line says.")
    starts: list[DutyStart] = strawberry.field(description="Clocks it set going.")
    ends: list[DutyEnd] = strawberry.field(description="Clocks it met, or found to be not required or lapsed.")
    attachments: list[AttachmentThen] = strawberry.field(description="Documents bound to it.")
    correlation_id: str = strawberry.field(description="Links the lines of one request.")
    causation_id: strawberry.ID | None = strawberry.field(description="Id of the line it follows from.")
    seen_version: int | None = strawberry.field(description="Version of the file that the actor was looking at.")
    changes: list[Change] = strawberry.field(description="What it changed in the file.", default_factory=list)

    @classmethod
    def is_type_of(cls, obj: object, info: object) -> bool:
        """Ready rows stand for it."""
        return isinstance(obj, Entry | EntryRow)


ACT_LABELS: dict[str, Label] = {name: label(action.tells) for name, action in BY_STORED_NAME.items()}
MASK_LABELS: dict[PersonalKind, Label] = {kind: label(kind.label) for kind in PersonalKind}


def entry_of(line: Line, kind: str, opened: dict[str, str | None] | None = None) -> Entry:
    """The entry of a stored line of a file of this kind.

    `opened` gives the texts a viewer may read, by path; None for an erased one.
    """
    shown = opened or {}
    return Entry(
        id=strawberry.ID(global_id("Entry", line.id)),
        position=str(line.position),
        token=position_token(line.position or 0),
        file_id=strawberry.ID(global_id(FILE_TYPES[kind], line.file_id)),
        kind=KindOfFile(kind),
        version=line.version,
        act=Act(BY_STORED_NAME[line.stored_as].name),
        label=ACT_LABELS[line.stored_as],
        actor=actor_then(line.by),
        unit=unit_then(line.unit),
        occurred_at=cast(Any, line.occurred_at),
        recorded_at=cast(Any, line.recorded_at or line.occurred_at),
        late=line.late,
        reason=detail("reason", line.reason, shown) if line.reason else None,
        late_reason=detail("late_reason", line.late_reason, shown) if line.late_reason else None,
        basis=basis_of(line.basis),
        regime=line.regime,
        details=[detail(path, value, shown) for path, value in facts(line.event, "event")],
        starts=[started(s) for s in line.starts],
        ends=[ended(e) for e in line.ends],
        attachments=[
            AttachmentThen(sha256=a.sha256, size_bytes=a.size_bytes, media_type=a.media_type) for a in line.attachments
        ],
        correlation_id=str(line.correlation_id),
        causation_id=strawberry.ID(global_id("Entry", line.causation_id)) if line.causation_id else None,
        seen_version=line.seen_version,
    )


def detail(path: str, value: Any, opened: dict[str, str | None]) -> Detail:
    """One fact: a personal value shows only what it would tell, unless it was opened for this viewer."""
    pointer = "/" + path.removeprefix("event.").replace(".", "/")
    if not isinstance(value, Personal):
        return Detail(path=pointer, value=value, masked=None, masked_label=None, erased=False)
    if path in opened:
        text = opened[path]
        return Detail(path=pointer, value=cast(Any, text), masked=None, masked_label=None, erased=text is None)
    return Detail(path=pointer, value=None, masked=value.kind, masked_label=MASK_LABELS[value.kind], erased=False)


def facts(value: Any, path: str) -> Iterator[tuple[str, Any]]:
    """The leaves of an event or a state with their dotted paths; what is None is passed over."""
    if value is None:
        return
    if isinstance(value, Personal):
        yield path, value
    elif isinstance(value, tuple):
        for i, item in enumerate(cast(tuple[Any, ...], value)):
            yield from facts(item, f"{path}.{i}")
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from facts(getattr(value, name), f"{path}.{name}")
    else:
        yield path, msgspec.to_builtins(value) if not isinstance(value, datetime) else value.isoformat()


def started(start: DutyStarted) -> DutyStart:
    """The GraphQL form of a clock set going."""
    return DutyStart(
        code=start.code,
        label=label(BY_CODE[start.code].label),
        ref=start.ref,
        since=cast(Any, start.since),
        due_at=cast(Any, start.due_at),
        answers=cast(Any, office_then(start.answers)),
        rule_version=start.rule_version,
        basis=cast(Any, basis_of(start.basis)),
        confidence=str(start.confidence),
    )


def ended(end: DutyEnded) -> DutyEnd:
    """The GraphQL form of a clock that ended or lapsed."""
    return DutyEnd(code=end.code, label=label(BY_CODE[end.code].label), ref=end.ref, how=DutyOutcome(end.how).value)
