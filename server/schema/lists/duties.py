"""Statutory clocks: which run, which were met in time or late, which lapsed, and who answers for each."""

from __future__ import annotations

from enum import Enum
from typing import Any, cast

import strawberry
from strawberry.types import Info

from domain.law.basis import Confidence, LegalBasis
from domain.law.duty import BY_CODE
from domain.record.vocabulary import OfficeRef, Role, UnitRef
from server.faults import CodedError, FaultCode
from server.schema.base.common import Basis, Label, OfficeThen, PageInfo, basis_of, label, office_then
from server.schema.base.context import Context
from server.schema.base.enums import KindOfFile
from server.schema.base.ids import FILE_TYPES, file_key, global_id, position_token
from server.schema.base.paging import page_of
from server.schema.base.scalars import Instant
from server.schema.base.tables import bounded, prepared, rows
from server.schema.base.visibility import HELD_KINDS, row_scope
from server.schema.files.register import register_at
from server.schema.lists.connection import connected
from server.schema.lists.trail import bounds, unit_key
from server.schema.lists.trail_types import InstantRange, UnitFilter

COLUMNS = (
    "d.due_at AS place, d.due_at::text, d.file_id, d.kind, d.code, d.ref, d.status, d.since, d.due_at, d.ended_at,"
    " d.started_position, d.lapsed_position, d.ended_position, d.lapsed_at, d.office_id, d.role,"
    " d.unit_id, d.unit_code, d.unit_name, d.rule_version, d.basis_document, d.basis_article, d.basis_form,"
    " d.confidence"
)
STARTED = 11  # the column d.started_position in a row of the statement
KEY = "(d.due_at, d.file_id, d.code, d.ref, d.started_position)"
BOUND = "(%s::timestamptz, %s::uuid, %s, %s, %s::bigint)"


@strawberry.enum(description="How a duty stands.")
class DutyStatus(Enum):
    RUNNING = strawberry.enum_value("running", description="Its time has not run out / Đang trong hạn.")
    OVERDUE = strawberry.enum_value(
        "overdue", description="Its time ran out and it is not done, recorded or not / Quá hạn, chưa thực hiện."
    )
    LAPSED = strawberry.enum_value(
        "lapsed", description="The record says that its time ran out; not done / Đã ghi nhận quá hạn."
    )
    MET = strawberry.enum_value("met", description="Done in time / Thực hiện đúng hạn.")
    MET_LATE = strawberry.enum_value("met_late", description="Done too late / Thực hiện muộn.")
    NOT_REQUIRED = strawberry.enum_value("not_required", description="Found not to be required / Không phải thực hiện.")


STATUS_SQL = {
    DutyStatus.RUNNING: "(d.status = 'running' AND d.due_at >= {now})",
    DutyStatus.OVERDUE: "(d.ended_position IS NULL AND d.due_at < {now})",
    DutyStatus.LAPSED: "d.status = 'lapsed'",
    DutyStatus.MET: "d.status = 'met'",
    DutyStatus.MET_LATE: "d.status = 'met_late'",
    DutyStatus.NOT_REQUIRED: "d.status = 'not_required'",
}


@strawberry.input(description="All conditions hold together; within a list any one is enough.")
class DutyFilter:
    status: list[DutyStatus] | None = strawberry.field(default=None, description="How the duties stand.")
    unit: UnitFilter | None = strawberry.field(
        default=None, description="Unit of the office that answers, as it was when the clock began."
    )
    lapsed: bool | None = strawberry.field(
        default=None, description="The record says that their time ran out, whatever came of it."
    )
    codes: list[str] | None = strawberry.field(default=None, description="Codes of duties, such as T04.")
    due: InstantRange | None = strawberry.field(default=None, description="When they are due.")
    file_id: strawberry.ID | None = strawberry.field(default=None, description="One file only.")


@strawberry.type(description="A duty that was set going, and how it stands.")
class Duty:
    file_id: strawberry.ID = strawberry.field(description="The file it runs on.")
    kind: KindOfFile = strawberry.field(description="What the file is about.")  # type: ignore[valid-type]
    code: str = strawberry.field(description="Code of the duty, such as T04.")
    label: Label = strawberry.field(description="The duty in words.")
    ref: str = strawberry.field(description="Round, item or measure it is for; empty for none.")
    status: DutyStatus = strawberry.field(description="How it stands now.")
    since: Instant = strawberry.field(description="When the clock began.")
    due_at: Instant = strawberry.field(description="When it is due.")
    lapsed_at: Instant | None = strawberry.field(
        description="When its time ran out, if the record says that it did; stays whatever came of it."
    )
    ended_at: Instant | None = strawberry.field(description="When what ended it happened.")
    started_by: str = strawberry.field(description="Position token of the line that started it.")
    lapsed_by: str | None = strawberry.field(description="Position token of the line that found it lapsed.")
    ended_by: str | None = strawberry.field(description="Position token of the line that ended it.")
    answers: OfficeThen = strawberry.field(description="The office that answers, as of the start.")
    rule_version: int = strawberry.field(description="Version of the duty's rule.")
    basis: Basis = strawberry.field(description="Legal ground.")
    confidence: Confidence = strawberry.field(description="How sure the figure is.")


@strawberry.type(description="A duty in a list, with its cursor.")
class DutyEdge:
    cursor: str = strawberry.field(description="Place of the duty in this question.")
    node: Duty = strawberry.field(description="The duty.")


@strawberry.type(description="A page of duties, by due time.")
class DutyConnection:
    edges: list[DutyEdge] = strawberry.field(description="The duties.")
    page_info: PageInfo = strawberry.field(description="Where the page stands.")
    read_at: str = strawberry.field(description="Position token: how far the table had come.")


async def duties(
    info: Info[Context, None],
    asked: DutyFilter | None,
    arguments: tuple[int | None, str | None, int | None, str | None],
    at_least: str | None,
) -> DutyConnection:
    """One page of duties, soonest due first, within what the viewer may see."""
    context = info.context
    await prepared(context, "duties", at_least)
    page = page_of(("duties", asked), (str, str, str, str, int), *arguments)
    clauses, values = await _conditions(context, asked or DutyFilter())
    bound = page.before if page.backwards else page.after
    if bound is not None:
        clauses.append(f"{KEY} {'<' if page.backwards else '>'} {BOUND}")
        values += bound
    order = "DESC" if page.backwards else "ASC"
    keys = ", ".join(f"{key} {order}" for key in KEY.strip("()").split(", "))
    statement = bounded(
        "duties",
        f"SELECT {COLUMNS} FROM read.duties d WHERE {' AND '.join(clauses)} ORDER BY {keys} LIMIT {page.size + 1}",  # noqa: S608 - parts from here, values as parameters
    )
    found = await rows(context, statement, values)
    now = context.services.now()
    return connected(context, DutyConnection, DutyEdge, page, found, _place, lambda row: _duty(row[3:], now))


def _place(row: tuple[Any, ...]) -> tuple[Any, ...]:
    due_at, file_id, _, code, ref, *_ = row[2:]
    return due_at, str(file_id), code, ref, row[STARTED]


async def _conditions(context: Context, asked: DutyFilter) -> tuple[list[str], list[Any]]:
    clauses, values = ["true"], list[Any]()
    scope = row_scope(context)
    now = context.services.now()
    if scope.units is not None:
        clauses.append("(d.unit_id = ANY(%s) OR d.unit_id = ANY(%s) AND d.kind = ANY(%s))")
        values += [list(scope.units), list(scope.held), list(HELD_KINDS)]
    if asked.status is not None:
        any_of = " OR ".join(STATUS_SQL[status].replace("{now}", "%s") for status in asked.status)
        clauses.append(f"({any_of or 'false'})")
        values += [now] * any_of.count("%s")
    if asked.unit is not None:
        register, _ = await register_at(context, None)
        unit = unit_key(register, asked.unit.by, cast(Any, asked.unit.at) or now)
        clauses.append("d.units @> ARRAY[%s::uuid]" if asked.unit.subtree else "d.unit_id = %s")
        values.append(unit)
    if asked.lapsed is not None:
        clauses.append(f"d.lapsed_at IS {'NOT ' if asked.lapsed else ''}NULL")
    if asked.codes is not None:
        if unknown := [code for code in asked.codes if code not in BY_CODE]:
            raise CodedError(FaultCode.BAD_USER_INPUT, f"codes: {len(unknown)} of them name no duty")
        clauses.append("d.code = ANY(%s)")
        values.append(asked.codes)
    for instant, sign in bounds(asked.due):
        clauses.append(f"d.due_at {sign} %s")
        values.append(instant)
    if asked.file_id is not None:
        clauses.append("d.file_id = %s")
        values.append(file_key(asked.file_id, "fileId"))
    return clauses, values


def _duty(row: tuple[Any, ...], now: Any) -> Duty:
    (
        file_id, kind, code, ref, status, since, due_at, ended_at, started, lapsed, ended_position, lapsed_at,
        office_id, role, unit_id, unit_code, unit_name, rule_version, document, article, form, confidence,
    ) = row  # fmt: skip
    office = OfficeRef(id=office_id, role=Role(role), unit=UnitRef(id=unit_id, code=unit_code, name=unit_name))
    overdue = status == "running" and due_at < now
    return Duty(
        file_id=strawberry.ID(global_id(FILE_TYPES[kind], file_id)),
        kind=KindOfFile(kind),
        code=code,
        label=label(BY_CODE[code].label),
        ref=ref,
        status=DutyStatus.OVERDUE if overdue else DutyStatus(status),
        since=since,
        due_at=due_at,
        lapsed_at=lapsed_at,
        ended_at=ended_at,
        started_by=position_token(started),
        lapsed_by=position_token(lapsed) if lapsed else None,
        ended_by=position_token(ended_position) if ended_position else None,
        answers=office_then(office),
        rule_version=rule_version,
        basis=basis_of(LegalBasis(document, article, form)),
        confidence=Confidence(confidence),
    )
