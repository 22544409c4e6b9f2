"""Which cases there are: filtered and ordered, in pages both ways, within what the viewer may see."""

from __future__ import annotations

from enum import Enum
from typing import Any, cast
from uuid import UUID

import strawberry
from strawberry.types import Info

from domain.case.state.case import Phase, RiskLevel
from domain.law.harm import HarmKind
from domain.record.file_kind import Scope
from domain.record.reading import Visibility, sees_everywhere
from domain.record.vocabulary import UnitRef
from server.schema.base.common import PageInfo, UnitThen, unit_then
from server.schema.base.context import Context
from server.schema.base.ids import global_id, position_token
from server.schema.base.paging import Page, page_of
from server.schema.base.scalars import Instant
from server.schema.base.tables import bounded, prepared, rows
from server.schema.base.visibility import units_by_scope
from server.schema.files.register import register_at
from server.schema.lists.trail import unit_key
from server.schema.lists.trail_types import InstantRange, UnitFilter

COLUMNS = (
    "c.file_id AS place, c.file_id, c.number, c.phase, c.risk, c.risk_confirmed, c.serious_danger, c.harm_kinds,"
    " c.child_age_band, c.place_unit_id, c.place_unit_code, c.place_unit_name, c.residence_unit_id,"
    " c.residence_unit_code, c.residence_unit_name, c.lead_unit_id, c.lead_unit_code, c.lead_unit_name,"
    " c.clock_start, c.opened_at, c.closed_at, c.urgent, c.separated, c.no_contact, c.reports, c.reopened,"
    " c.running, c.lapsed, c.next_due, c.next_due_code, c.version, c.changed_at"
)
OWN = (
    "(c.lead_unit_id = ANY(%s) OR c.place_unit_id = ANY(%s)"
    " OR coalesce(c.residence_unit_id, c.place_unit_id) = ANY(%s))"
)


@strawberry.enum(description="Order of cases.")
class CaseOrder(Enum):
    OPENED_LAST = strawberry.enum_value("opened_at DESC", description="Opened last first / Mới mở trước.")
    OPENED_FIRST = strawberry.enum_value("opened_at ASC", description="Opened first first / Mở sớm trước.")
    CHANGED_LAST = strawberry.enum_value("changed_at DESC", description="Changed last first / Mới ghi trước.")
    DUE_FIRST = strawberry.enum_value("next_due ASC", description="Due soonest first / Sắp đến hạn trước.")


@strawberry.input(description="All conditions hold together; within a list any one is enough.")
class CaseFilter:
    phases: list[Phase] | None = strawberry.field(default=None, description="Where they stand.")
    risks: list[RiskLevel] | None = strawberry.field(default=None, description="Level of risk that counts.")
    harm_kinds: list[HarmKind] | None = strawberry.field(default=None, description="Kinds of harm.")
    unit: UnitFilter | None = strawberry.field(
        default=None, description="Unit in the lead or below it as it is now. `side` does not apply."
    )
    overdue: bool | None = strawberry.field(default=None, description="A duty's time has run out.")
    separated: bool | None = strawberry.field(default=None, description="The child is separated.")
    urgent: bool | None = strawberry.field(default=None, description="An urgent measure is open.")
    no_contact: bool | None = strawberry.field(default=None, description="A no-contact order holds.")
    opened_at: InstantRange | None = strawberry.field(default=None, description="When they were opened.")


@strawberry.type(description="A case in a list. Ask for the whole of it with `case(by: {id: ...})`.")
class CaseSummary:
    case_id: strawberry.ID = strawberry.field(description="The case.")
    number: str = strawberry.field(description="Official number.")
    phase: Phase = strawberry.field(description="Where it stands.")
    risk: RiskLevel | None = strawberry.field(description="Level of risk that counts.")
    risk_confirmed: bool = strawberry.field(description="The Chair has confirmed the level.")
    serious_danger: bool = strawberry.field(description="The child is in serious danger.")
    harm_kinds: list[HarmKind] = strawberry.field(description="Kinds of harm.")
    child_age_band: str | None = strawberry.field(description="Age at opening: 0-5, 6-10, 11-15 or 16+.")
    place: UnitThen | None = strawberry.field(description="Where it happened.")
    residence: UnitThen | None = strawberry.field(description="Where the child lives, if known.")
    lead: UnitThen | None = strawberry.field(description="The unit in the lead.")
    clock_start: Instant | None = strawberry.field(description="First receipt of any linked report.")
    opened_at: Instant | None = strawberry.field(description="When it was opened.")
    closed_at: Instant | None = strawberry.field(description="When it was closed.")
    urgent: bool = strawberry.field(description="An urgent measure is open.")
    separated: bool = strawberry.field(description="The child is separated.")
    no_contact: bool = strawberry.field(description="A no-contact order holds.")
    reports: int = strawberry.field(description="How many reports are linked to it.")
    reopened: int = strawberry.field(description="How often it was reopened.")
    running: int = strawberry.field(description="How many duties run.")
    lapsed: int = strawberry.field(description="Of how many of these the record says that their time ran out.")
    next_due: Instant | None = strawberry.field(description="Earliest due time of a duty that runs.")
    next_due_code: str | None = strawberry.field(description="Code of that duty.")
    overdue: bool = strawberry.field(description="That time has passed.")
    version: int = strawberry.field(description="Number of lines.")
    changed_at: Instant = strawberry.field(description="When the last line was recorded.")


@strawberry.type(description="A case in a list, with its cursor.")
class CaseEdge:
    cursor: str = strawberry.field(description="Place of the case in this question.")
    node: CaseSummary = strawberry.field(description="The case.")


@strawberry.type(description="A page of cases.")
class CaseConnection:
    edges: list[CaseEdge] = strawberry.field(description="The cases.")
    page_info: PageInfo = strawberry.field(description="Where the page stands.")
    read_at: str = strawberry.field(description="Position token: how far the table had come.")


async def cases(
    info: Info[Context, None],
    asked: CaseFilter | None,
    order: CaseOrder,
    arguments: tuple[int | None, str | None, int | None, str | None],
    at_least: str | None,
) -> CaseConnection:
    """One page of cases, within what the viewer may see."""
    context = info.context
    await prepared(context, "caseload", at_least)
    page = page_of(("cases", order.value, asked), (str, str), *arguments)
    clauses, values = await _conditions(context, asked or CaseFilter())
    column, direction = str(order.value).split()
    statement, more_values = _page(column, direction, clauses, page)
    found = await rows(context, statement, [*values, *more_values])
    kept, more = page.cut([row for row in found if row[1] is not None])
    now = context.services.now()
    edges = [CaseEdge(cursor=page.cursor(row[-1], str(row[2])), node=_summary(row[2:-1], now)) for row in kept]
    return CaseConnection(
        edges=edges,
        page_info=page.info([edge.cursor for edge in edges], more),
        read_at=position_token(found[0][0]),
    )


def _page(column: str, direction: str, clauses: list[str], page: Page) -> tuple[str, list[Any]]:
    """A case without the instant that is ordered by comes last, as if it lay infinitely far off."""
    missing = "'-infinity'" if direction == "DESC" else "'infinity'"
    key = f"coalesce(c.{column}, {missing}::timestamptz)"
    downwards = (direction == "DESC") is not page.backwards
    bound, values = page.before if page.backwards else page.after, list[Any]()
    if bound is not None:
        clauses = [*clauses, f"({key}, c.file_id) {'<' if downwards else '>'} (%s::timestamptz, %s::uuid)"]
        values = list(bound)
    way = "DESC" if downwards else "ASC"
    statement = bounded(
        "caseload",
        f"SELECT {COLUMNS}, {key}::text FROM read.caseload c WHERE {' AND '.join(clauses)}"  # noqa: S608 - parts from here, values as parameters
        f" ORDER BY {key} {way}, c.file_id {way} LIMIT {page.size + 1}",
    )
    return statement, values


async def _conditions(context: Context, asked: CaseFilter) -> tuple[list[str], list[Any]]:
    clauses, values = ["true"], list[Any]()

    def add(clause: str, *parameters: Any) -> None:
        clauses.append(clause)
        values.extend(parameters)

    now = context.services.now()
    if not sees_everywhere(context.standings(), Visibility.LINES):
        own = units_by_scope(context)
        add(OWN, *[list(own.get(scope, ())) for scope in (Scope.LEAD, Scope.PLACE, Scope.RESIDENCE)])
    for column, wanted in (("phase", asked.phases), ("risk", asked.risks)):
        if wanted is not None:
            add(f"c.{column} = ANY(%s)", [each.value for each in wanted])
    if asked.harm_kinds is not None:
        add("c.harm_kinds && %s::text[]", [each.value for each in asked.harm_kinds])
    if asked.unit is not None:
        register, _ = await register_at(context, None)
        unit = unit_key(register, asked.unit.by, cast(Any, asked.unit.at) or now)
        below = register.subtree(unit, now) if unit and asked.unit.subtree else frozenset[UUID]()
        add("c.lead_unit_id = ANY(%s)", [*below, *([unit] if unit else [])])
    if asked.overdue is not None:
        add(f"{'' if asked.overdue else 'NOT '}coalesce(c.next_due < %s, false)", now)
    for column, flag in (("separated", asked.separated), ("urgent", asked.urgent), ("no_contact", asked.no_contact)):
        if flag is not None:
            add(f"c.{column}" if flag else f"NOT c.{column}")
    for instant, sign in ((asked.opened_at.since, ">="), (asked.opened_at.until, "<")) if asked.opened_at else ():
        if instant is not None:
            add(f"c.opened_at {sign} %s", instant)
    return clauses, values


def _summary(row: tuple[Any, ...], now: Any) -> CaseSummary:
    (
        file_id, number, phase, risk, risk_confirmed, serious_danger, harm_kinds, child_age_band,
        *units, clock_start, opened_at, closed_at, urgent, separated, no_contact, reports, reopened,
        running, lapsed, next_due, next_due_code, version, changed_at,
    ) = row  # fmt: skip
    return CaseSummary(
        case_id=strawberry.ID(global_id("Case", file_id)),
        number=number,
        phase=Phase(phase),
        risk=RiskLevel(risk) if risk else None,
        risk_confirmed=risk_confirmed,
        serious_danger=serious_danger,
        harm_kinds=[HarmKind(each) for each in harm_kinds],
        child_age_band=child_age_band,
        place=_unit(*units[0:3]),
        residence=_unit(*units[3:6]),
        lead=_unit(*units[6:9]),
        clock_start=clock_start,
        opened_at=opened_at,
        closed_at=closed_at,
        urgent=urgent,
        separated=separated,
        no_contact=no_contact,
        reports=reports,
        reopened=reopened,
        running=running,
        lapsed=lapsed,
        next_due=next_due,
        next_due_code=next_due_code,
        overdue=next_due is not None and next_due < now,
        version=version,
        changed_at=changed_at,
    )


def _unit(key: UUID | None, code: str, name: str) -> UnitThen | None:
    return unit_then(UnitRef(id=key, code=code, name=name)) if key else None
