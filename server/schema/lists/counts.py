"""How many lines: by act, unit and month, of a unit and all below it as of then."""

from __future__ import annotations

from datetime import datetime
from enum import Enum
from typing import Any, cast
from uuid import UUID

import strawberry
from strawberry.types import Info

from domain.catalogue import ACTIONS
from domain.unit.state import Unit
from projections.counts import EVERYWHERE
from server.faults import CodedError, FaultCode
from server.schema.base.common import Label, UnitThen, label, unit_then
from server.schema.base.context import Context
from server.schema.base.enums import Act
from server.schema.base.ids import position_token
from server.schema.base.scalars import Day
from server.schema.base.tables import prepared, rows
from server.schema.base.visibility import GUARDED_KINDS, HELD_KINDS, row_scope
from server.schema.files.register import register_at
from server.schema.lists.trail import unit_key, values_of
from server.schema.lists.trail_types import UnitFilter

BY_NAME = {action.name: action for action in ACTIONS}
GUARDED_ACTS = [a.name for a in ACTIONS if a.stored_as.partition(".")[0] in GUARDED_KINDS]
HELD_ACTS = [a.name for a in ACTIONS if a.kind is not None and a.kind in HELD_KINDS]
ROWS_MAX = 1000
COUNTED = """
SELECT {key} AS key, sum(lines)::bigint, sum(late)::bigint FROM {source}
WHERE {where} GROUP BY 1 ORDER BY {order} LIMIT {limit}
"""
ONCE = """
(SELECT act, date_trunc('month', occurred_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS month,
    1 AS lines, late::integer AS late FROM read.trail
 WHERE position IN (SELECT position FROM read.trail_unit WHERE {within})) once
"""
"""The lines of several units, from the trail: one that concerns two of them is counted in each one's own counts."""
READ_AT = "SELECT coalesce(max(position), 0) FROM read.tracking WHERE live AND name = %s"


@strawberry.enum(description="What lines are counted by.")
class CountBy(Enum):
    ACT = strawberry.enum_value("act", description="By what was done / Theo việc.")
    UNIT = strawberry.enum_value(
        "unit_id",
        description="By unit directly below the one asked for; a line counts in each that it concerns / Theo đơn vị.",
    )
    MONTH = strawberry.enum_value("month", description="By month in which it happened / Theo tháng.")


@strawberry.input(description="All conditions hold together.")
class CountFilter:
    unit: UnitFilter | None = strawberry.field(
        default=None, description="A unit and all below it as of then; the whole record, if not given."
    )
    since: Day | None = strawberry.field(default=None, description="From the month of this day.")
    until: Day | None = strawberry.field(default=None, description="Until the month of this day, included.")
    acts: list[Act] | None = strawberry.field(default=None, description="What was done.")  # type: ignore[valid-type]


@strawberry.type(description="How many lines there are of one sort.")
class Count:
    act: Act | None = strawberry.field(description="The act, when counted by act.")  # type: ignore[valid-type]
    label: Label | None = strawberry.field(description="The act in words.")
    unit: UnitThen | None = strawberry.field(description="The unit, when counted by unit.")
    month: Day | None = strawberry.field(description="First day of the month, when counted by month.")
    lines: int = strawberry.field(description="Lines.")
    late: int = strawberry.field(description="Of these recorded more than 24 hours after they happened.")


@strawberry.type(description="Counts, and how far the table had come.")
class Counts:
    rows: list[Count] = strawberry.field(description="Most first; months in order; at most 1000.")
    read_at: str = strawberry.field(description="Position token.")


async def counts(info: Info[Context, None], asked: CountFilter | None, by: CountBy, at_least: str | None) -> Counts:
    """Counts of lines within what the viewer may see: their own units, or everything."""
    context, asked = info.context, asked or CountFilter()
    for name in ("counts", "trail"):
        await prepared(context, name, at_least)
    register, now = await register_at(context, None)
    unit = unit_key(register, asked.unit.by, cast(Any, asked.unit.at) or now) if asked.unit else None
    if asked.unit is not None and unit is None:
        unit = UUID(int=1)  # a unit that is not there has no rows
    table, source, where, values = _within(context, unit, by, register.units)
    if not row_scope(context).readings:
        where, values = f"{where} AND act <> ALL(%s)", [*values, GUARDED_ACTS]
    for day, sign in ((asked.since, ">="), (asked.until, "<=")):
        if day is not None:
            where, values = f"{where} AND month {sign} %s", [*values, cast(Any, day).replace(day=1)]
    if (acts := cast(Any, asked).acts) is not None:
        where, values = f"{where} AND act = ANY(%s)", [*values, values_of(acts)]
    order = "1" if by is CountBy.MONTH else "2 DESC, 1"
    statement = COUNTED.format(key=by.value, source=source, where=where, order=order, limit=ROWS_MAX)
    found = await rows(context, statement, values)
    [(read_at,)] = await rows(context, READ_AT, [table])
    return Counts(
        rows=[_count(by, row, register.units, now) for row in found], read_at=position_token(context.far(read_at))
    )


def _within(
    context: Context, unit: UUID | None, by: CountBy, units: dict[UUID, Unit]
) -> tuple[str, str, str, list[Any]]:
    """Which rows of which table count. A viewer of own units only may ask for these, or for nothing."""
    scope, counted = row_scope(context), ("counts", "read.counts")
    if scope.units is not None and scope.own is not None:
        if unit is not None and unit not in scope.own:
            raise CodedError(FaultCode.FORBIDDEN, "unit")
        asked = [unit] if unit is not None else list(scope.own)
        within, values = (
            "unit_id = ANY(%s) AND (unit_id = ANY(%s) OR act = ANY(%s))",
            [asked, list(scope.units), HELD_ACTS],
        )
        if len(asked) > 1 and by is not CountBy.UNIT:
            return "trail", ONCE.format(within=within), "true", values
        return *counted, within, values
    if by is CountBy.UNIT:
        below = [key for key, known in units.items() if known.parent == unit]
        return *counted, "unit_id = ANY(%s)", [below]
    return *counted, "unit_id = %s", [unit or EVERYWHERE]


def _count(by: CountBy, row: tuple[Any, ...], units: dict[UUID, Unit], now: datetime) -> Count:
    key, lines, late = row
    act = BY_NAME[key] if by is CountBy.ACT else None
    known = units.get(key) if by is CountBy.UNIT else None
    return Count(
        act=Act(act.name) if act else None,
        label=label(act.tells) if act else None,
        unit=unit_then(known.called(now)) if known else None,
        month=key if by is CountBy.MONTH else None,
        lines=lines,
        late=late,
    )
