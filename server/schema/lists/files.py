"""Which files of a kind there are: filtered and ordered, in pages both ways, each that the viewer may open."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import Annotated, Any, cast
from uuid import UUID

import strawberry
from strawberry.types import Info

from domain.label import Labelled
from domain.record.field import Field
from domain.record.vocabulary import UnitRef
from projections.listing import Column, columns_of
from server.schema.arguments import After, AtLeast, Before, First, Last
from server.schema.base.common import unit_then
from server.schema.base.context import Context
from server.schema.base.ids import FILE_TYPES, ID_TYPES, global_id
from server.schema.base.paging import Page, page_of
from server.schema.base.tables import bounded, prepared, rows
from server.schema.base.visibility import ways_to
from server.schema.files.register import register_at
from server.schema.lists.connection import connected
from server.schema.lists.file_types import OF_EVERY_FILE, FileList, id_of, lists
from server.schema.lists.trail import bounds, unit_key, values_of

IN_ORDER = strawberry.argument(description="In which order.")


def list_fields() -> Iterator[Any]:
    """A root field for each list, called as the list."""
    return (_field(each) for each in lists())


def _field(of: FileList) -> Any:
    usual, label = next(iter(of.order)), of.listed.label
    which = strawberry.argument(description=f"Which {label.en.lower()}; all, if not given.")

    async def resolve(
        info: Info[Context, None],
        filter: Any = None,
        order: Any = usual,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
        at_least: AtLeast = None,
    ) -> Any:
        return await _page(info.context, of, filter, order, (first, after, last, before), at_least)

    resolve.__name__ = of.listed.name
    resolve.__annotations__ |= {
        "info": Info[Context, None],
        "filter": Annotated[of.filter | None, which],
        "order": Annotated[of.order, IN_ORDER],
        "first": First,
        "after": After,
        "last": Last,
        "before": Before,
        "at_least": AtLeast,
        "return": of.connection,
    }
    return strawberry.field(resolve, description=f"{label.en}, filtered and ordered / {label.vi}.")


async def _page(
    context: Context,
    of: FileList,
    asked: Any,
    order: Any,
    arguments: tuple[int | None, str | None, int | None, str | None],
    at_least: str | None,
) -> Any:
    await prepared(context, of.listed.name, at_least)
    page = page_of((of.listed.name, order.value, asked), (str, str), *arguments)
    clauses, values = await _conditions(context, of, asked)
    column, direction = str(order.value).split()
    statement, more_values = _statement(of, column, direction, clauses, page)
    found = await rows(context, statement, [*values, *more_values])
    now = context.services.now()
    return connected(
        context,
        of.connection,
        of.edge,
        page,
        found,
        lambda row: (row[-1], str(row[2])),
        lambda row: _row(of, row[2:-1], now),
    )


def _statement(of: FileList, column: str, direction: str, clauses: list[str], page: Page) -> tuple[str, list[Any]]:
    """A file without the instant that is ordered by comes last, as if that lay infinitely far off."""
    missing = "'-infinity'" if direction == "DESC" else "'infinity'"
    key = f"coalesce(f.{column}, {missing}::timestamptz)"
    downwards = (direction == "DESC") is not page.backwards
    bound, values = page.before if page.backwards else page.after, list[Any]()
    if bound is not None:
        clauses = [*clauses, f"({key}, f.file_id) {'<' if downwards else '>'} (%s::timestamptz, %s::uuid)"]
        values = list(bound)
    way = "DESC" if downwards else "ASC"
    name = of.listed.name
    own = [f"f.{each}" for column in columns_of(of.listed) for each in column.names]
    shown = ", ".join([*own, *(f"f.{each}" for each in OF_EVERY_FILE if each != "overdue")])
    statement = bounded(
        name,
        f"SELECT f.file_id AS place, f.file_id, {shown}, {key}::text FROM read.{name} f"  # noqa: S608 - parts from here, values as parameters
        f" WHERE {' AND '.join(clauses)} ORDER BY {key} {way}, f.file_id {way} LIMIT {page.size + 1}",
    )
    return statement, values


async def _conditions(context: Context, of: FileList, asked: Any) -> tuple[list[str], list[Any]]:
    clauses, values = ["true"], list[Any]()

    def add(clause: str, *parameters: Any) -> None:
        clauses.append(clause)
        values.extend(parameters)

    if (ways := ways_to(context, of.kind)) is not None:
        add("f.standing && %s::text[]", ways)
    columns = {column.field.name: column for column in columns_of(of.listed)}
    for name, about in of.listed.found_by.items() if asked is not None else ():
        if (wanted := getattr(asked, name)) is not None:
            await _add(context, add, columns[about], wanted)
    if asked is not None and asked.overdue is not None:
        add(f"{'' if asked.overdue else 'NOT '}coalesce(f.next_due < %s, false)", context.services.now())
    if asked is not None and asked.lapsed is not None:
        add(f"{'' if asked.lapsed else 'NOT '}(f.lapses > 0)")
    return clauses, values


async def _add(context: Context, add: Callable[..., None], found_by: Column, wanted: Any) -> None:
    field, column = found_by.field, f"f.{found_by.name}"
    if field.of is UnitRef:
        add(f"{column} = ANY(%s)", await _units(context, wanted))
    elif field.of is datetime:
        for instant, sign in bounds(wanted):
            add(f"{column} {sign} %s", instant)
    elif field.of is bool:
        add(column if wanted else f"NOT {column}")
    else:
        add(f"{column} && %s::text[]" if field.many else f"{column} = ANY(%s)", values_of(wanted))


async def _units(context: Context, asked: Any) -> list[UUID]:
    """The unit asked for, and those below it as it is now."""
    register, now = await register_at(context, None)
    unit = unit_key(register, asked.by, asked.at or now)
    below = register.subtree(unit, now) if unit and asked.subtree else frozenset[UUID]()
    return [*below, *([unit] if unit else [])]


def _row(of: FileList, row: Sequence[Any], now: datetime) -> Any:
    """A row of the table as the type of the list's rows has it."""
    values = iter(row)
    id, _ = id_of(of.kind)
    told: dict[str, Any] = {id: global_id(FILE_TYPES[of.kind.name], next(values))}
    for field in of.fields.values():
        told[field.asked_as] = _value(field, values)
    told |= {name: next(values) for name in OF_EVERY_FILE if name != "overdue"}
    due = told["next_due"]
    return of.summary(**told, overdue=due is not None and due < now)


def _value(field: Field, values: Iterator[Any]) -> Any:
    value = next(values)
    if field.of is UnitRef:
        code, name = next(values), next(values)
        return unit_then(UnitRef(id=value, code=code, name=name)) if value else None
    if value is None or not issubclass(field.of, (Labelled, UUID)):
        return value
    if field.of is UUID:
        return global_id(ID_TYPES[cast(Any, field.points).kind], value)
    return [field.of(each) for each in value] if field.many else field.of(value)
