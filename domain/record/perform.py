"""From a request to one line of the record: authority, formal rules, the act's own decision, its clocks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import datetime, timedelta
from typing import Any, cast
from uuid import UUID, uuid5

from domain.law.duty import due_at
from domain.law.regime import NotInForce, regime_at
from domain.record.action import Action, FileKind, Scope
from domain.record.file import DecisionContext, File, Request
from domain.record.line import Actor, Capacity, DutyEnded, DutyStarted, Line
from domain.record.refusal import Refusal, Refused, said
from domain.record.register import Register, Standing
from domain.record.vocabulary import BAOVE, Role

LATE_ENTRY = timedelta(hours=24)
TEXT_CHARACTERS_MAX = 20_000


def perform(
    action: Action[Any, Any, Any],
    kind: FileKind[Any],
    file: File,
    request: Request,
    register: Register,
    related: Mapping[UUID, File],
) -> Line:
    """Decide one request against the folded file. Returns the line to append; raises `Refused` with all reasons."""
    by = authorise(action, kind, file, request, register)
    occurred_at = request.occurred_at or request.at
    context = DecisionContext(
        at=request.at,
        occurred_at=occurred_at,
        by=by,
        register=register,
        file=file,
        related=related,
        request=request,
    )
    refusals = list(_formal_refusals(action, kind, file, request, by, register, occurred_at))
    if any(r.code in ("file_exists", "file_not_found", "file_has_changed") for r in refusals):
        raise Refused(*refusals)
    try:
        event = action.decide(file.state, request.command, context)
        line = None if refusals else _line(action, kind, event, context)
    except NotInForce:
        raise Refused(*refusals, "before_the_law") from None
    except Refused as refused:
        raise Refused(*refusals, *refused.refusals) from None
    if line is None:
        raise Refused(*refusals)
    return line


def authorise(
    action: Action[Any, Any, Any], kind: FileKind[Any], file: File, request: Request, register: Register
) -> Standing:
    """The standing under which the person may do the act; default deny (threats.md 6.2)."""
    standings = tuple(
        s
        for s in register.standings(request.person, request.at, request.rule)
        if request.office in (None, s.office and s.office.id) and request.role in (None, s.role)
    )
    if not standings:
        raise Refused("no_office_now")
    where = kind.where(file.state, request.command)
    roles = {m.role for m in action.may}
    standings = tuple(s for s in standings if s.role in roles and s.covers(action.stored_as))
    if not standings:
        raise Refused("role_not_allowed")
    for standing in standings:
        if any(m.role is standing.role and stands(standing, m.scope, where, register, request.at) for m in action.may):
            return standing
    raise Refused("outside_your_unit")


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


def _formal_refusals(
    action: Action[Any, Any, Any],
    kind: FileKind[Any],
    file: File,
    request: Request,
    by: Standing,
    register: Register,
    occurred_at: datetime,
) -> Iterator[Refusal]:
    if action.opens and file.version:
        yield Refusal(code="file_exists")
    if action.opens is False and not file.version:
        yield Refusal(code="file_not_found")
    if request.expected_version is not None and request.expected_version != file.version:
        yield Refusal(code="file_has_changed", field="expectedVersion")
    if action.phases is not None and not action.opens and kind.phase(file.state) not in action.phases:
        yield Refusal(code="phase_not_allowed")
    if action.needs_reason and not said(request.reason):
        yield Refusal(code="reason_required", field="reason")
    barred = action.four_eyes(file.state)
    if barred is not None and barred == request.person:
        yield Refusal(code="same_person")
    yield from _time_refusals(action, kind, file, request, by, occurred_at)
    if request.person is not None and not held(by, request.person, occurred_at, register):
        yield Refusal(code="no_office_then", field="occurredAt")
    for name, text in (("reason", request.reason), ("lateReason", request.late_reason), *_texts(request.command)):
        if text and len(text) > TEXT_CHARACTERS_MAX:
            yield Refusal(code="text_too_long", field=name)
    for a in request.attachments:
        if (
            len(a.sha256) != 64
            or set(a.sha256) - set("0123456789abcdef")
            or a.size_bytes <= 0
            or "/" not in a.media_type
        ):
            yield Refusal(code="attachment_malformed", field="attachments")


def held(by: Standing, person: UUID, at: datetime, register: Register) -> bool:
    """Whether the person had, at the instant, the office and the power under which the act is recorded."""
    return any(
        (then.office, then.role, then.delegation) == (by.office, by.role, by.delegation)
        for then in register.standings(person, at)
    )


def _texts(command: Any) -> Iterator[tuple[str, str]]:
    """The texts of a command, at any depth, each with the input field it was given in."""
    for f in fields(command):
        value = getattr(command, f.name)
        first, *rest = f.name.split("_")
        parts = cast(tuple[Any, ...], value) if isinstance(value, tuple) else (value,)
        for part in parts:
            if isinstance(part, str):
                yield first + "".join(word.title() for word in rest), part
            elif is_dataclass(part):
                yield from _texts(part)


def _time_refusals(
    action: Action[Any, Any, Any],
    kind: FileKind[Any],
    file: File,
    request: Request,
    by: Standing,
    occurred_at: datetime,
) -> Iterator[Refusal]:
    began = kind.began(file.state)
    if began is not None and occurred_at < began:
        yield Refusal(code="before_file_began", field="occurredAt")
    if occurred_at > request.at:
        yield Refusal(code="happened_in_future", field="occurredAt")
    if request.at - occurred_at > LATE_ENTRY and not said(request.late_reason):
        yield Refusal(code="late_reason_required", field="lateReason")
    last = file.last_step.get(action.stored_as)
    documented = by.role in (Role.INSPECTOR, Role.CHIEF_INSPECTOR) and bool(request.attachments)
    if last is not None and occurred_at < last and not documented and by.role is not Role.SYSTEM:
        yield Refusal(code="before_previous_step", field="occurredAt")


def _line(action: Action[Any, Any, Any], kind: FileKind[Any], event: Any, context: DecisionContext) -> Line:
    request, file = context.request, context.file
    line_id = uuid5(BAOVE, f"line:{file.id}:{request.command_id}")
    late = request.at - context.occurred_at > LATE_ENTRY
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
        basis=action.basis,
        attachments=request.attachments,
    )
    state = action.evolve(file.state, event, line)
    return replace(
        line,
        unit=kind.matter(state) or (context.by.office.unit if context.by.office else None),
        starts=tuple(_starts(action, state, event, context)),
        ends=tuple(_ends(action, state, event, context)),
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


def _starts(action: Action[Any, Any, Any], state: Any, event: Any, context: DecisionContext) -> Iterator[DutyStarted]:
    for rule in action.starts:
        if not rule.when(state, event, context):
            continue
        since = rule.since(state, event, context)
        for ref in rule.refs(state, event, context):
            each = rule.answers_each
            answers = each(state, event, context, ref) if each else rule.answers(state, event, context)
            due = due_at(rule.duty, since, answers.unit.code, rule.by_act(state, event, context, ref))
            running = context.file.running.get((rule.duty.code, ref))
            if running is not None and running.due_at <= due.instant:
                continue  # a clock that runs is never reset (domain.md 5.11, 2)
            yield DutyStarted(
                code=rule.duty.code,
                ref=ref,
                since=since,
                due_at=due.instant,
                answers=answers,
                rule_version=due.rule_version,
                basis=due.basis,
                confidence=due.confidence,
                regime=due.regime.code,
                calendar_version=due.calendar_version,
            )


def _ends(action: Action[Any, Any, Any], state: Any, event: Any, context: DecisionContext) -> Iterator[DutyEnded]:
    yield from action.closes(state, event, context)
    for rule in action.ends:
        if not rule.when(state, event, context):
            continue
        refs = rule.refs(state, event, context)
        for code, ref in context.file.running:
            if code == rule.duty.code and (refs is None or ref in refs):
                yield DutyEnded(code=code, ref=ref, how=rule.how)
