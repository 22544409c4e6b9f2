"""From a filter of the trail to SQL: what is asked, within what the viewer may see, by the index that fits."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from server.schema.base.paging import Page
from server.schema.base.tables import bounded
from server.schema.base.visibility import GUARDED_KINDS, HELD_KINDS, RowScope

COUNT_MAX = 10_000


@dataclass(slots=True)
class Question:
    """Conditions on the trail. `unit`: the unit in whose subtree, as of then, the lines lie; `sides` which side of
    a line counts there. In clauses `{p}` stands for the table that leads by position."""

    scope: RowScope
    unit: UUID | None = None
    sides: str = ""
    clauses: list[str] = field(default_factory=list[str])
    parameters: list[Any] = field(default_factory=list[Any])

    def add(self, clause: str, *parameters: Any) -> None:
        """One more condition."""
        self.clauses.append(clause)
        self.parameters.extend(parameters)


def position_bound(sign: str, value: str = "%s") -> str:
    """A bound on the position, said of both tables: the planner would read the second one from its end."""
    return f"{{p}}.position {sign} {value} AND t.position {sign} {value}"


def page_statement(question: Question, columns: str, page: Page, newest_first: bool) -> tuple[str, list[Any]]:
    """The statement of one page, one row more than asked for, in walking order."""
    downwards = newest_first is not page.backwards
    clauses, parameters = _from_bound(question, page, downwards)
    order = "DESC" if downwards else "ASC"
    inner, values = _inner(question, columns, clauses, parameters, order, page.size + 1)
    return bounded("trail", inner) + f" ORDER BY page.place {order}", values


def sifting_statement(question: Question, page: Page, newest_first: bool, limit: int) -> tuple[str, list[Any]]:
    """The places and files of matching lines from the page's bound on, in walking order."""
    downwards = newest_first is not page.backwards
    clauses, parameters = _from_bound(question, page, downwards)
    order = "DESC" if downwards else "ASC"
    columns = "t.position AS place, t.file_id"
    inner, values = _inner(question, columns, clauses, parameters, order, limit)
    return f"SELECT place, file_id FROM ({inner}) found ORDER BY place {order}", values  # noqa: S608 - parts written here, values as parameters


def _from_bound(question: Question, page: Page, downwards: bool) -> tuple[list[str], list[Any]]:
    bound = page.before if page.backwards else page.after
    clauses, parameters = list(question.clauses), list(question.parameters)
    if bound is not None:
        clauses.append(position_bound("<" if downwards else ">"))
        parameters += [bound[0], bound[0]]
    return clauses, parameters


def count_statement(question: Question) -> tuple[str, list[Any]]:
    """The statement that counts matching lines up to one more than COUNT_MAX."""
    inner, values = _inner(
        question, "t.position AS place", question.clauses, question.parameters, "DESC", COUNT_MAX + 1
    )
    return f"SELECT count(*) FROM ({inner}) counted", values  # noqa: S608 - parts written here, values as parameters


def _inner(
    question: Question, columns: str, clauses: list[str], parameters: list[Any], order: str, limit: int
) -> tuple[str, list[Any]]:
    clauses, parameters = [*_scope_clauses(question), *clauses], [*_scope_parameters(question), *parameters]
    own = question.scope.own
    if own is not None:
        return _by_own_units(own, columns, clauses, parameters, order, limit)
    if question.unit is not None:
        where = " AND ".join(["u.unit_id = %s", *_sides(question), *clauses]).replace("{p}", "u")
        statement = (
            f"SELECT {columns} FROM read.trail_unit u JOIN read.trail t ON t.position = u.position"  # noqa: S608 - parts from here, values as parameters
            f" WHERE {where} ORDER BY u.position {order} LIMIT {limit}"
        )
        return statement, [question.unit, *parameters]
    where = " AND ".join(clauses or ["true"]).replace("{p}", "t")
    statement = f"SELECT {columns} FROM read.trail t WHERE {where} ORDER BY t.position {order} LIMIT {limit}"  # noqa: S608 - parts from here, values as parameters
    return statement, parameters


def _by_own_units(
    own: tuple[UUID, ...], columns: str, clauses: list[str], parameters: list[Any], order: str, limit: int
) -> tuple[str, list[Any]]:
    """Each own unit leads by its own index; a line that concerns two of them comes once."""
    where = " AND ".join(["u.unit_id = own.id", *clauses]).replace("{p}", "u")
    statement = (
        f"SELECT DISTINCT ON (each.place) each.* FROM unnest(%s::uuid[]) own (id) CROSS JOIN LATERAL"  # noqa: S608 - parts from here, values as parameters
        f" (SELECT {columns} FROM read.trail_unit u JOIN read.trail t ON t.position = u.position"
        f" WHERE {where} ORDER BY u.position {order} LIMIT {limit}) each"
        f" ORDER BY each.place {order} LIMIT {limit}"
    )
    return statement, [list(own), *parameters]


def _sides(question: Question) -> list[str]:
    return [question.sides] if question.sides else []


def _scope_clauses(question: Question) -> list[str]:
    clauses: list[str] = []
    if question.scope.units is not None:
        clauses.append("(t.unit_id = ANY(%s) OR t.actor_unit_id = ANY(%s))")
        if question.scope.held:
            clauses.append("(t.kind = ANY(%s) OR t.unit_id = ANY(%s) OR t.actor_unit_id = ANY(%s))")
        if question.unit is not None:
            sides = "".join(f" AND {each.replace('u.', 'w.')}" for each in _sides(question))
            clauses.append(
                "EXISTS (SELECT FROM read.trail_unit w WHERE w.unit_id = %s AND w.position = {p}.position" + sides + ")"
            )
    if not question.scope.readings:
        clauses.append("t.kind <> ALL(%s)")
    return clauses


def _scope_parameters(question: Question) -> list[Any]:
    scope, parameters = question.scope, list[Any]()
    if scope.units is not None:
        parameters += [list(scope.own or ())] * 2
        if scope.held:
            parameters += [list(HELD_KINDS), list(scope.units), list(scope.units)]
        if question.unit is not None:
            parameters.append(question.unit)
    if not scope.readings:
        parameters.append(list(GUARDED_KINDS))
    return parameters
