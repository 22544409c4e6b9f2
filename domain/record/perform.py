"""From a request to one line of the record: authority, formal rules, the act's own decision, its clocks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from domain.law.regime import NotInForce, regime_at
from domain.record.action import Action
from domain.record.ahead import on_our_clock
from domain.record.clocks import clocks
from domain.record.file import DecisionContext, File, Request
from domain.record.file_kind import Scope
from domain.record.fold import state_after
from domain.record.formal import THE_FILE_ITSELF, formal_reasons, told_late, with_words
from domain.record.line import Actor, Capacity, Line
from domain.record.refusal import Reason, Refused
from domain.record.refusals import (
    BEFORE_THE_LAW,
    NO_OFFICE_NOW,
    OFFICE_NOT_HELD,
    OFFICE_TO_CHOOSE,
    OUTSIDE_YOUR_UNIT,
    ROLE_NOT_ALLOWED,
)
from domain.record.register import Register, Standing
from domain.record.vocabulary import BAOVE


def perform(
    action: Action[Any, Any, Any],
    file: File,
    request: Request,
    register: Register,
    related: Mapping[UUID, File],
) -> Line:
    """Decide one request against the folded file. Returns the line to append; raises `Refused` with all reasons."""
    request = on_our_clock(request)
    by = authorise(action, file, request, register)
    occurred_at = request.occurred_at or request.at
    context = DecisionContext(
        at=request.at,
        occurred_at=occurred_at,
        by=by,
        register=register.near(*file.kind.places(file.state)),
        file=file,
        related=related,
        request=request,
    )
    reasons = list(formal_reasons(action, context))
    if any(r.refusal in THE_FILE_ITSELF for r in reasons):
        raise Refused(*reasons)
    try:
        event = action.decide(file.state, request.command, context)
        line = None if reasons else _line(action, event, context)
    except NotInForce:
        raise Refused(*reasons, BEFORE_THE_LAW) from None
    except Refused as refused:
        asked = {r.path for r in reasons if r.path}
        ruled = (with_words(r, action.command) for r in refused.reasons if r.path not in asked)
        raise Refused(*reasons, *ruled) from None
    if line is None:
        raise Refused(*reasons)
    return line


def authorise(action: Action[Any, Any, Any], file: File, request: Request, register: Register) -> Standing:
    """The standing under which the person may do the act; who has none may do nothing.

    Who may do it in several units must say in which office: nobody's act is laid on a unit that he did not mean.
    """
    held_now = register.standings(request.person, request.at, request.rule)
    if not held_now:
        raise Refused(NO_OFFICE_NOW)
    standings = tuple(
        s for s in held_now if request.office in (None, s.office and s.office.id) and request.role in (None, s.role)
    )
    if not standings:
        own = tuple({s.office.id: s.office for s in held_now if s.office is not None}.values())
        raise Refused(Reason(OFFICE_NOT_HELD, ("office_id",), offices=own))
    standings = tuple(s for s in standings if _has_power(s, action))
    if not standings:
        raise Refused(ROLE_NOT_ALLOWED)
    where = file.kind.where(file.state, request.command)
    found = [s for s in standings if open_to(action, where, (s,), register, request.at) is not None]
    if not found:
        raise Refused(OUTSIDE_YOUR_UNIT)
    offices = {s.office.id: s.office for s in found if s.office is not None}
    if len({office.unit.id for office in offices.values()}) > 1:
        raise Refused(Reason(OFFICE_TO_CHOOSE, ("office_id",), offices=tuple(offices.values())))
    return found[0]


def open_to(
    action: Action[Any, Any, Any],
    where: Mapping[Scope, frozenset[UUID]],
    standings: Sequence[Standing],
    register: Register,
    at: datetime,
) -> tuple[Standing, Scope] | None:
    """The first of the standings under which the act may be done on a file that stands so, and by which scope."""
    for standing in standings:
        for may in action.may if _has_power(standing, action) else ():
            if may.role is standing.role and stands(standing, may.scope, where, register, at):
                return standing, may.scope
    return None


def _has_power(standing: Standing, action: Action[Any, Any, Any]) -> bool:
    """Whether the role may do the act somewhere, and a delegation, if it is one, covers it."""
    covered = any(standing.covers(name) for name in action.stored_names)
    return covered and any(may.role is standing.role for may in action.may)


def stands(
    standing: Standing, scope: Scope, where: Mapping[Scope, frozenset[UUID]], register: Register, at: datetime
) -> bool:
    """Whether the actor's unit stands to the file's units as `scope` asks, units followed through succession."""
    if scope is Scope.ANY:
        return True
    if standing.office is None:
        return False
    own = standing.office.unit.id
    units = where.get(scope, frozenset())
    if scope is Scope.ABOVE:
        return any(own in register.ancestors(living, at) for unit in units for living in register.living(unit, at))
    return any(own == unit or own in register.living(unit, at) for unit in units)


def _line(action: Action[Any, Any, Any], event: Any, context: DecisionContext) -> Line:
    request, file = context.request, context.file
    line_id = uuid5(BAOVE, f"line:{file.id}:{request.command_id}")
    late = told_late(request)
    line = Line(
        id=line_id,
        file_id=file.id,
        version=file.version + 1,
        stored_as=action.stored_as,
        event=event,
        occurred_at=context.occurred_at,
        by=actor(context.by),
        unit=None,
        regime=regime_at(context.occurred_at).code,
        command_id=request.command_id,
        correlation_id=request.correlation_id or request.command_id,
        causation_id=request.causation_id,
        seen_version=request.expected_version,
        reason=context.private(request.reason),
        late=late,
        late_reason=context.private(request.late_reason) if late else None,
        basis=action.cites(event, context) or action.basis,
        attachments=request.attachments,
        recorded_at=context.at,
    )
    state = state_after(file, action, line)
    starts, ends = clocks(action, state, line, context)
    unit = file.kind.matter(state) or (context.by.office.unit if context.by.office else None)
    return replace(
        line,
        recorded_at=None,
        unit=context.register.named(unit, context.at) if unit else None,
        starts=starts,
        ends=ends,
    )


def actor(standing: Standing) -> Actor:
    """The actor as the line keeps it: name, role, office and unit as of now."""
    return Actor(
        person=standing.person,
        name=standing.name,
        role=standing.role,
        office=standing.office,
        capacity=Capacity(standing.capacity),
        delegation=standing.delegation,
        rule=standing.rule,
    )
