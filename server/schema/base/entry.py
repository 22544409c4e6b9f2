"""A line of the record as clients see it: typed, labelled in both languages, personal values masked."""

from __future__ import annotations

from typing import Any, cast

import strawberry

from domain.catalogue import BY_STORED_NAME
from domain.law.basis import HEADS_ANSWER, Confidence
from domain.law.duty import BY_CODE
from domain.record.line import DutyEnded, DutyOutcome, DutyStarted, Line
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
from server.schema.base.detail import Change, Detail, details_of_line, reason_of
from server.schema.base.enums import Act, KindOfFile
from server.schema.base.ids import FILE_TYPES, global_id, position_token
from server.schema.base.scalars import Instant


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
CONFIDENCE_LABELS: dict[Confidence, Label] = {each: label(each.label) for each in Confidence}
OUTCOME_LABELS: dict[DutyOutcome, Label] = {each: label(each.label) for each in DutyOutcome}


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
        reason=reason_of("reason", shown) if line.reason else None,
        late_reason=reason_of("late_reason", shown) if line.late_reason else None,
        basis=basis_of(line.basis) if line.basis else None,
        regime=line.regime,
        details=details_of_line(line.stored_as, line.event, shown),
        starts=[started(s) for s in line.starts],
        ends=[ended(e) for e in line.ends],
        attachments=[
            AttachmentThen(sha256=a.sha256, size_bytes=a.size_bytes, media_type=a.media_type) for a in line.attachments
        ],
        correlation_id=str(line.correlation_id),
        causation_id=strawberry.ID(global_id("Entry", line.causation_id)) if line.causation_id else None,
        seen_version=line.seen_version,
    )


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
        basis=basis_of(start.basis),
        confidence=Confidence(start.confidence),
        confidence_label=CONFIDENCE_LABELS[Confidence(start.confidence)],
    )


def ended(end: DutyEnded) -> DutyEnd:
    """The GraphQL form of a clock that ended or lapsed."""
    return DutyEnd(
        code=end.code,
        label=label(BY_CODE[end.code].label),
        ref=end.ref,
        how=end.how,
        how_label=OUTCOME_LABELS[end.how],
        review_ground=basis_of(HEADS_ANSWER) if end.how is DutyOutcome.LAPSED else None,
    )
