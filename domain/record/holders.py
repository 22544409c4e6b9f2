"""Who had a duty while its time ran: unit by unit, office by office, person by person, and who of them answers.

The matter goes from hand to hand, and the duty with it: a body that is no commune has it until it sends it to one,
and a commune has it until another has taken it. Whoever had it for the longest part of its time answers, so that
nobody hands on a duty that has all but run out, and nobody who is handed one answers for another's waiting.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Annotated
from uuid import UUID

from domain.record.fields import PERSON, Clear, says
from domain.record.file import File, InHands
from domain.record.line import DutyStarted, HeldFrom
from domain.record.register import Register
from domain.record.vocabulary import OfficeRef, Role, UnitRef

MOMENT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """Which office had a duty in [since, until), and who held the office; None: nobody."""

    office: Annotated[OfficeRef, says("Chức danh phải thực hiện", "Office that had it")]
    since: Annotated[datetime, says("Từ", "From")]
    until: Annotated[datetime, says("Đến (không bao gồm)", "Until")]
    holder: Annotated[UUID | None, says("Người giữ chức danh", "Who held the office"), PERSON]
    holder_name: Annotated[str | None, says("Họ và tên", "Name"), Clear.OFFICIAL]


def end_of_time(started: DutyStarted) -> datetime:
    """The end of a duty's time: later than its last moment, and than its first."""
    return max(started.due_at, started.since + MOMENT)


def chain(started: DutyStarted, file: File, register: Register) -> tuple[Held, ...]:
    """Who had the duty from the start of its time to the end, in order and without a gap; never empty."""
    steps = steps_of(started, file, register)
    parts: list[Held] = []
    bodies: list[UUID] = []
    for since, until in pairwise(_turns(started, steps, register)):
        step = _at(steps, since)
        office = _office(started, step, register, since)
        tenure = register.holder(office.id, since)
        person, name = (tenure.person, tenure.name) if tenure else (None, None)
        if parts and (bodies[-1], parts[-1].office, parts[-1].holder) == (step.unit.id, office, person):
            since = parts.pop().since
            bodies.pop()
        parts.append(Held(office=office, since=since, until=until, holder=person, holder_name=name))
        bodies.append(step.unit.id)
    return tuple(parts)


def answering(started: DutyStarted, file: File, register: Register) -> Held:
    """Of those in whose hands a duty was, the one that had it longest (the earlier of two alike), at the end of it.

    Where that unit was succeeded, or its office changed hands, the last one answers: nobody else could still do it.
    """
    steps = steps_of(started, file, register)
    ends = (*(step.since for step in steps[1:]), end_of_time(started))
    lengths: dict[UUID, timedelta] = {}
    for step, until in zip(steps, ends, strict=True):
        held = min(until, end_of_time(started)) - max(step.since, started.since)
        lengths[step.unit.id] = lengths.get(step.unit.id, timedelta()) + max(held, timedelta())
    longest = max(lengths, key=lambda unit: lengths[unit])
    parts = chain(started, file, register)
    return next(part for part in reversed(parts) if _at(steps, part.until - MOMENT).unit.id == longest)


def others_for(answers: Held, started: DutyStarted, file: File, register: Register) -> tuple[UnitRef, ...]:
    """The units besides the one that answers which may stand as well for one that was split."""
    at = answers.until - MOMENT
    may = register.may_stand_for(_at(steps_of(started, file, register), at).unit, at)
    return tuple(unit for unit in may if unit.id != answers.office.unit.id)


def steps_of(started: DutyStarted, file: File, register: Register) -> tuple[HeldFrom, ...]:
    """The units that had the duty, each from when on: those it is said to come from, then whoever had the file."""
    before = started.held
    if not before:
        own = started.answers.unit
        laid_on_it = any(register.same(each.unit, own, each.since) for each in file.hands)
        before = (HeldFrom(unit=own, since=started.since),)
        if not file.kind.passes(started, laid_on_it):
            return before
    return (*before, *_hands(file, before[-1].since, register))


def held_until_now(
    started: DutyStarted, file: File, hands: InHands, linked: Iterable[File], register: Register
) -> tuple[HeldFrom, ...]:
    """Who had the matter since the clock counts that is now laid on this file; empty where the duty does not pass on.

    `hands`: who has the file from now on. `linked`: the files from which the matter may have come.
    """
    has_it = _sent_or_held(hands, register)
    if not file.kind.passes(started, register.same(has_it.unit, started.answers.unit, hands.since)):
        return ()
    before = _as_before(started, file, register) or next(
        (steps_of(d, other, register) for other in (file, *linked) for d in _alike(started, other)), ()
    )
    if not before or started.since >= hands.since:
        return (replace(has_it, since=started.since),)
    return (*(step for step in before if step.since < hands.since), has_it)


def _as_before(started: DutyStarted, file: File, register: Register) -> tuple[HeldFrom, ...]:
    """Who had the same clock so far, where it is found to count from earlier: the first of them had it since then."""
    same = file.begun.get((started.code, started.ref))
    if same is None or started.since >= same.since:
        return ()
    first, *later = steps_of(same, file, register)
    return (replace(first, since=started.since), *later)


def _alike(started: DutyStarted, file: File) -> Iterator[DutyStarted]:
    """The clocks of the file that count from the same instant, and pass on with it."""
    return (d for d in file.begun.values() if d.since == started.since and file.kind.passes(d, True))


def _hands(file: File, after: datetime, register: Register) -> Iterator[HeldFrom]:
    return (_sent_or_held(each, register) for each in file.hands if each.since > after)


def _sent_or_held(hands: InHands, register: Register) -> HeldFrom:
    """Sending alone rids no commune of a duty; a body that is none has done its part by sending it to one."""
    sent_to = hands.sent_to
    if sent_to and register.is_commune(sent_to, hands.since) and not register.is_commune(hands.unit, hands.since):
        return HeldFrom(unit=sent_to, since=hands.since)
    return HeldFrom(unit=hands.unit, since=hands.since, office=hands.office)


def _at(steps: Sequence[HeldFrom], at: datetime) -> HeldFrom:
    return next((step for step in reversed(steps) if step.since <= at), steps[0])


def _office(started: DutyStarted, step: HeldFrom, register: Register, at: datetime) -> OfficeRef:
    """The office that answers in the unit: the one that was named, or of its kind, or else the head of the body.

    Where those who take reports are themselves the head, as at the hotline, it is who took it.
    """
    laid_on, unit = started.answers, step.unit
    if laid_on.role is Role.COMMUNE_CHAIR and not register.is_commune(register.one_in_place_of(unit, at), at):
        return register.head_of(unit, at, step.office)
    now = register.answerable(unit, laid_on.role, at)
    return replace(laid_on, unit=now.unit) if now.unit.id == laid_on.unit.id else now


def _turns(started: DutyStarted, steps: Sequence[HeldFrom], register: Register) -> Sequence[datetime]:
    """The instants at which a unit, an office or a holder may change, from the start of the time to its end."""
    end = end_of_time(started)
    units = {unit for step in steps for unit in register.heirs(step.unit.id)}
    offices: Mapping[UUID, None] = dict.fromkeys(
        (started.answers.id, *(office for unit in units for office in register.known_offices_of(unit)))
    )
    turns = {
        *(step.since for step in steps),
        *(turn for unit in units for turn in register.turns_of(unit)),
        *(turn for office in offices for turn in register.changes_of(office)),
    }
    return (started.since, *sorted(t for t in turns if started.since < t < end), end)
