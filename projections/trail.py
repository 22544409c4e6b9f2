"""Who did what, when, where and in which office: one row for each line of the record.

`read.trail`, one row a line, never changed: what each column holds stands in trail.sql, how it is written in `columns`
below, by name, and how clients read it in the server's list.

`read.trail_unit`, one row for each line and unit it concerns: the unit whose matter it is (`matter`), the
actor's own (`actor`), and every unit above either on the day of the act, as the record knew it then.
"Everything in X and below, as it was then" is `unit_id = X`; by default both sides count. `act` stands here so
that one act within a unit is found in the index alone.

`read.trail_file`: which case a file belongs to (the case itself, its reports, and their access logs). "All
about case X": `file_id IN (SELECT file_id FROM read.trail_file WHERE case_id = X)`.

A range of recorded_at is best asked as a range of positions: `RECORDED_SINCE` gives its first one. One act within
a unit: `u.unit_id = X AND u.act = ...`.

Pages are by position and bound by it: `WHERE t.position < :before ... ORDER BY t.position DESC LIMIT 51`.
Qualify the column: `ORDER BY position` would sort by an output column of that name. In a join with trail_unit
bound both: `u.position < :before AND t.position < :before`, or a page far back is found by walking from the head.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from uuid import UUID

from domain.catalogue import KINDS
from domain.law.basis import LegalBasis
from domain.record.file_kind import CLOCK, SYSTEM
from domain.record.line import Actor, DutyOutcome, Line
from domain.record.vocabulary import Role, access_id
from projections.entry import (
    FeedEntry,
    Projection,
    Rows,
    Sources,
    Statement,
    Write,
    array,
    beside,
    escaped,
    hexed,
    known,
    remembering,
    unit_columns,
)

NONE = "\\N"

RECORDED_SINCE = """
coalesce((SELECT r.position FROM read.trail r WHERE r.recorded_at >= %s ORDER BY r.recorded_at, r.position LIMIT 1),
    9223372036854775807)
"""
"""SQL: the position of the first line recorded at an instant or later; beyond all positions if there is none."""


def fold(entries: Sequence[FeedEntry], sources: Sources) -> Iterator[Write]:
    yield Rows.by_name("trail", [columns(entry) for entry in entries])
    yield Rows("trail_unit", [r for entry in entries for r in unit_rows(entry)])
    belongs = dict(pair for entry in entries for pair in files_of_cases(entry))
    if belongs:
        yield Statement(BELONGS, [list(belongs), list(belongs.values())])


BELONGS = """
INSERT INTO {trail_file} SELECT * FROM unnest(%s::uuid[], %s::uuid[])
ON CONFLICT (file_id) DO UPDATE SET case_id = excluded.case_id
"""


def columns(entry: FeedEntry) -> dict[str, str]:
    """A line's row: what COPY is given for each column, or for several that are written together."""
    line = entry.line
    return {
        "position": str(entry.position),
        "recorded_at": line.recorded_at.isoformat() if line.recorded_at else NONE,
        "occurred_at": line.occurred_at.isoformat(),
        "late": "t" if line.late else "f",
        "kind": entry.kind,
        "file_id": entry.file,
        "version": str(line.version),
        "id": hexed(line.id),
        "act": entry.act,
        "stored_as": line.stored_as,
        "category": category(entry.kind, line),
        ACTOR: actor_columns(line.by),
        "unit_id, unit_code, unit_name": unit_columns(line.unit),
        "units": array(concerned(entry.matter_units, entry.actor_units)),
        "correlation_id": hexed(line.correlation_id),
        "causation_id": hexed(line.causation_id) if line.causation_id else NONE,
        "command_id": hexed(line.command_id),
        "seen_version": str(line.seen_version) if line.seen_version is not None else NONE,
        "basis_document, basis_article, basis_form": basis_columns(line.basis),
        "regime": line.regime,
        "reason": "t" if line.reason else "f",
        "late_reason": "t" if line.late_reason else "f",
        "attachment_count": str(len(line.attachments)),
        "attachments": escaped(entry.attachments),
        "starts": escaped(entry.starts),
        "ends": escaped(entry.ends),
        "details": escaped(entry.event),
    }


ACTOR = (
    "person_id, actor_name, role, capacity, delegation, rule,"
    " office_id, office_role, actor_unit_id, actor_unit_code, actor_unit_name"
)


@remembering
def actor_columns(by: Actor) -> str:
    office = by.office
    return "\t".join(
        (
            known(by.person) if by.person else NONE,
            escaped(by.name),
            by.role.value,
            by.capacity.value,
            escaped(by.delegation) if by.delegation is not None else NONE,
            escaped(by.rule) if by.rule is not None else NONE,
            known(office.id) if office else NONE,
            office.role.value if office else NONE,
            unit_columns(office.unit if office else None),
        )
    )


@remembering
def basis_columns(basis: LegalBasis | None) -> str:
    return f"{escaped(basis.document)}\t{basis.article}\t{escaped(basis.form)}" if basis else "\\N\t\\N\t\\N"


@lru_cache(maxsize=20_000)
def concerned(matter: tuple[str, ...], actor: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*matter, *actor)))


@lru_cache(maxsize=20_000)
def sides(matter: tuple[str, ...], actor: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Each unit that a line concerns, with the columns that tell on which side it stands."""
    return tuple((unit, f"{'ft'[unit in matter]}\t{'ft'[unit in actor]}") for unit in concerned(matter, actor))


def category(kind: str, line: Line) -> str:
    own = KINDS[kind]
    if own.always:
        return own.heading.name
    if any(ended.how is DutyOutcome.LAPSED for ended in line.ends):
        return CLOCK.name
    return SYSTEM.name if line.by.role is Role.SYSTEM else own.heading.name


def unit_rows(entry: FeedEntry) -> Iterator[str]:
    for unit, side in sides(entry.matter_units, entry.actor_units):
        yield f"{unit}\t{entry.position}\t{entry.act}\t{side}"


def files_of_cases(entry: FeedEntry) -> tuple[tuple[UUID, UUID], ...]:
    """The files that from this line on belong to a case, each with it."""
    line = entry.line
    case = KINDS[entry.kind].of_case(line)
    return () if case is None else ((line.file_id, case), (access_id(line.file_id), case))


TRAIL = Projection(
    name="trail",
    version=2,
    tables=("trail", "trail_unit", "trail_file"),
    ddl=beside(__file__),
    start=lambda: fold,
)
