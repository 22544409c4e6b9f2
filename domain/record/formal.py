"""What every act is asked, whatever it is: its file, its time, its reason, and each of its inputs by type."""

import re
from collections.abc import Iterator
from dataclasses import is_dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any, cast
from uuid import UUID

from domain.label import Labelled
from domain.law.term import local_day
from domain.record.action import Action
from domain.record.clear import Clear
from domain.record.field import Field, field_at, fields_of
from domain.record.file import DecisionContext, Request
from domain.record.grammar import MALFORMED, malformed
from domain.record.order import order_reasons
from domain.record.refusal import Path, Reason, said, signs
from domain.record.refusals import (
    ATTACHMENT_MALFORMED,
    BEFORE_FILE_BEGAN,
    BIRTH_YEAR_OUT_OF_RANGE,
    FIELD_REQUIRED,
    FILE_EXISTS,
    FILE_HAS_CHANGED,
    FILE_NOT_FOUND,
    GIVEN_TWICE,
    HAPPENED_IN_FUTURE,
    LATE_REASON_REQUIRED,
    NO_OFFICE_THEN,
    PHASE_NOT_ALLOWED,
    REASON_REQUIRED,
    REASON_TOO_SHORT,
    SAME_OFFICE,
    SAME_PERSON,
    TEXT_TOO_LONG,
    TOO_MANY_ROWS,
    UNIT_ENDED,
    UNIT_UNKNOWN,
)
from domain.record.register import Register, Standing
from domain.record.units import midnight
from domain.record.vocabulary import MEDIA_TYPES, Attachment, UnitRef

LATE_ENTRY = timedelta(hours=24)
AT_ONCE = timedelta(minutes=2)
"""What is told this soon is told at once: clocks differ, and writing takes a moment."""
TEXT_CHARACTERS_MAX = 20_000
DECISION_SIGNS_MIN = 6
ROWS_MAX = 500
AGE_MAX = 120
SHA256 = re.compile(r"[0-9a-f]{64}")
THE_FILE_ITSELF = (FILE_EXISTS, FILE_NOT_FOUND, FILE_HAS_CHANGED)
"""Where one of these holds, the rules of the act are not asked: they would speak of another file."""
OF_ANY_INPUT = (FIELD_REQUIRED, TEXT_TOO_LONG, UNIT_UNKNOWN, UNIT_ENDED)
"""These say what is wrong, not with what: the words of the input stand before them."""


def formal_reasons(action: Action[Any, Any, Any], context: DecisionContext) -> Iterator[Reason]:
    """Every reason that follows from the request itself."""
    request, file = context.request, context.file
    if action.opens and file.version:
        yield Reason(FILE_EXISTS)
    if action.opens is False and not file.version:
        yield Reason(FILE_NOT_FOUND)
    if request.expected_version is not None and request.expected_version != file.version:
        yield Reason(FILE_HAS_CHANGED, ("expected_version",))
    if action.phases is not None and not action.opens and file.kind.phase(file.state) not in action.phases:
        yield Reason(PHASE_NOT_ALLOWED)
    if action.needs_reason and not said(request.reason):
        yield Reason(REASON_REQUIRED, ("reason",))
    elif action.needs_reason and action.decides and signs(request.reason or "") < DECISION_SIGNS_MIN:
        yield Reason(REASON_TOO_SHORT, ("reason",))
    yield from _same_hand(action, context)
    yield from _time_reasons(action, context)
    yield from (_with_successors(reason, context) for reason in request_reasons(request))


def _with_successors(reason: Reason, context: DecisionContext) -> Reason:
    """Where the code is one that a unit bore before it ended, the reason says who stands for it, to choose from."""
    if reason.refusal is not UNIT_UNKNOWN:
        return reason
    value: Any = context.request.command
    for name in reason.path:
        value = value[int(name)] if name.isdecimal() else getattr(value, name)
    successors = context.register.after(value.code, context.occurred_at)
    return replace(reason, refusal=UNIT_ENDED, units=successors) if successors else reason


def _same_hand(action: Action[Any, Any, Any], context: DecisionContext) -> Iterator[Reason]:
    """Four eyes are two people in two offices: nor does whoever came into the office of who proposed it."""
    barred, by = action.four_eyes(context.file.state), context.by
    proposed_in = context.file.offices.get((action.proposed_by, barred)) if barred is not None else None
    if barred is not None and barred == context.request.person:
        yield Reason(SAME_PERSON)
    elif proposed_in is not None and by.office is not None and by.office.id == proposed_in:
        yield Reason(SAME_OFFICE)


def request_reasons(request: Request) -> Iterator[Reason]:
    """What is wrong with a request whoever makes it, of whatever file."""
    happened = request.occurred_at or request.at
    if happened > request.at:
        yield Reason(HAPPENED_IN_FUTURE, ("occurred_at",))
    if told_late(request) and not said(request.late_reason):
        yield Reason(LATE_REASON_REQUIRED, ("late_reason",))
    for name, text in (("reason", request.reason), ("late_reason", request.late_reason)):
        if text and len(text) > TEXT_CHARACTERS_MAX:
            yield Reason(TEXT_TOO_LONG, (name,))
    for row, attachment in enumerate(request.attachments):
        if not _well_formed(attachment):
            yield Reason(ATTACHMENT_MALFORMED, ("attachments", str(row)))
    for reason in input_reasons(request.command, local_day(request.at)):
        if request.person is not None or reason.refusal not in MALFORMED:
            yield reason


def told_late(request: Request) -> bool:
    """Whether more than a day lies between recording and what is claimed: the act, a receipt, a beginning, a day.

    The system claims nothing: what it enters comes from the act of somebody else, or from a public list.
    """
    past = ((request.occurred_at or request.at, LATE_ENTRY), *_claimed(request.command))
    return request.person is not None and any(request.at - then > allowed for then, allowed in past)


def _claimed(command: Any) -> Iterator[tuple[datetime, timedelta]]:
    """What is said to have been done, known or in force, and how long after it that may be told."""
    of: type[Any] = command.__class__
    for field in fields_of(of):
        value = getattr(command, field.name)
        for each in cast(tuple[Any, ...], value or ()) if field.many else (value,):
            if field.claimed and each is not None:
                then = each if isinstance(each, datetime) else midnight(each) + timedelta(days=1)
                yield then, AT_ONCE if field.from_now else LATE_ENTRY
            elif is_dataclass(each):
                yield from _claimed(each)


def held(by: Standing, person: UUID, at: datetime, register: Register) -> bool:
    """Whether the person had, at the instant, the office and the power under which the act is recorded."""
    return any(
        (then.office, then.role, then.delegation) == (by.office, by.role, by.delegation)
        for then in register.standings(person, at)
    )


def input_reasons(command: Any, today: date, within: Path = ()) -> Iterator[Reason]:
    """What is wrong with the inputs of a command by their types alone, at any depth.

    A text, or a list, that has no default must say something; no text and no list may be longer than is stored; of
    a choice no value is given twice; a unit must be one that the register knows; a year of birth must be possible;
    what will lie in clear has the shape that its reason asks for. Of the last the system is not asked: what it hands
    on may have been recorded before there were shapes.
    """
    of: type[Any] = command.__class__
    for field in fields_of(of):
        value = getattr(command, field.name)
        path = (*within, field.name)
        if not field.many:
            yield from _value_reasons(field, value, today, path)
        elif field.required and not field.optional and not value:
            yield Reason(FIELD_REQUIRED, path, field.called)
        else:
            yield from _row_reasons(field, cast(tuple[Any, ...], value or ()), today, path)


def _row_reasons(field: Field, rows: tuple[Any, ...], today: date, path: Path) -> Iterator[Reason]:
    if len(rows) > ROWS_MAX:
        yield Reason(TOO_MANY_ROWS, path, field.words)
        return
    for row, each in enumerate(rows):
        if isinstance(each, Labelled) and each in rows[:row]:
            yield Reason(GIVEN_TWICE, (*path, str(row)), field.words)
        yield from _value_reasons(field, each, today, (*path, str(row)))


def with_words(reason: Reason, command: type) -> Reason:
    """The reason that an act's own rule gave, with the words of the input where the refusal speaks of any input."""
    if reason.what is not None or reason.refusal not in OF_ANY_INPUT:
        return reason
    field = field_at(command, reason.path)
    return replace(reason, what=field.called) if field else reason


def _value_reasons(field: Field, value: Any, today: date, path: Path) -> Iterator[Reason]:
    if value is None:
        return
    if field.of is str:
        if field.required and not field.optional and not said(value):
            yield Reason(FIELD_REQUIRED, path, field.called)
        elif len(value) > TEXT_CHARACTERS_MAX:
            yield Reason(TEXT_TOO_LONG, path, field.called)
        elif field.clear and field.names is None and said(value) and (refusal := malformed(field.clear, value)):
            yield Reason(refusal, path, field.called)
    elif field.clear is Clear.BIRTH_YEAR and not today.year - AGE_MAX <= value <= today.year:
        yield Reason(BIRTH_YEAR_OUT_OF_RANGE, path)
    elif isinstance(value, UnitRef):
        if not value.known:
            yield Reason(UNIT_UNKNOWN, path, field.called)
    elif is_dataclass(field.of):
        yield from input_reasons(value, today, path)


def _time_reasons(action: Action[Any, Any, Any], context: DecisionContext) -> Iterator[Reason]:
    request, file, by, occurred_at = context.request, context.file, context.by, context.occurred_at
    began = file.kind.began(file.state)
    if began is not None and occurred_at < began:
        yield Reason(BEFORE_FILE_BEGAN, ("occurred_at",))
    yield from order_reasons(action, context)
    if request.person is not None and not held(by, request.person, occurred_at, context.register):
        yield Reason(NO_OFFICE_THEN, ("occurred_at",))


def _well_formed(attachment: Attachment) -> bool:
    named = SHA256.fullmatch(attachment.sha256) is not None
    return named and attachment.size_bytes > 0 and attachment.media_type in MEDIA_TYPES
