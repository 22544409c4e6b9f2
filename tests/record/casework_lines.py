"""What must hold between the lines of all files, whatever state they come to: dangers, news, lapses, instants."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any, cast
from uuid import UUID

from domain.case.references import Matter
from domain.case.state.case import RiskLevel
from domain.law import duty
from domain.record.line import DutyOutcome, Line
from domain.record.record_lapse import DutyLapsed
from server.record.mapper import decode, encode
from tests.record.test_histories import PlainSight

FINDS = ("case.initial_risk_assessed",)
OFFSET_OF_THE_DATABASE = timedelta(hours=15, minutes=59)


def between_lines(lines: list[Line]) -> Iterator[str]:
    yield from of_findings(lines)
    yield from of_news(lines)
    yield from of_misses(lines)
    yield from of_instants(lines)


def name(line: Line) -> str:
    return line.stored_as.rpartition(".")[0]


def of_findings(lines: Iterable[Line]) -> Iterator[str]:
    """A grave finding of the worker's is undone by another finding: no level set from above ends twelve hours."""
    grave: dict[UUID, bool] = {}
    for line in lines:
        event = line.event
        if name(line) in FINDS:
            grave[line.file_id] = event.level is RiskLevel.HIGH or event.serious_danger
        if not grave.get(line.file_id):
            continue
        if name(line) == "case.found_unfounded":
            yield "a case was found unfounded over a finding of grave danger"
        if name(line) == "case.risk_level_overridden" and any(e.code == duty.URGENT_MEASURES.code for e in line.ends):
            yield "an override ended T04 over a finding of grave danger"


def of_news(lines: Iterable[Line]) -> Iterator[str]:
    """A report that joins a case is weighed by a clock that has not run out, or its own has."""
    running: dict[UUID, set[str]] = {}
    late: dict[UUID, set[str]] = {}
    for line in lines:
        runs, over = running.setdefault(line.file_id, set()), late.setdefault(line.file_id, set())
        for ended in (e for e in line.ends if e.code == duty.INITIAL_RISK.code):
            if ended.how is DutyOutcome.LAPSED:
                over.add(ended.ref)
            else:
                runs.discard(ended.ref)
                over.discard(ended.ref)
        begun = {started.ref for started in line.starts if started.code == duty.INITIAL_RISK.code}
        if name(line) == "case.report_joined" and runs and runs <= over and not begun:
            yield "a report joined a case whose T03 is overdue, and started none"
        runs |= begun


def of_misses(lines: list[Line]) -> Iterator[str]:
    """What counts from a receipt and was missed once is told in one file, wherever the matter goes afterwards.

    But for a danger that an assessment finds later: against it nothing was done since the same receipt.
    """
    received = {line.event.received_at for line in lines if name(line) == "report.received"}
    told: dict[tuple[str, datetime, datetime], UUID] = {}
    for line in lines:
        event = line.event
        if isinstance(event, DutyLapsed) and event.since in received and not Matter.RISK.is_of(event.ref):
            first = told.setdefault((event.code, event.since, event.due_at), line.file_id)
            if first != line.file_id:
                yield f"{event.code} since {event.since} lapsed in two files"


def of_instants(lines: Iterable[Line]) -> Iterator[str]:
    """Whatever clients send, what comes back from the record is an instant that the database takes."""
    for line in lines:
        if not any(odd(each) for each in instants(line)):
            continue
        stored = encode(line, PlainSight())
        at = line.recorded_at
        back = decode(line.file_id, line.version, line.stored_as, stored, line.position, at)
        for each in filter(odd, instants(back)):
            yield f"{name(line)}: no table takes {each.isoformat()}"


def odd(instant: datetime) -> bool:
    offset = instant.utcoffset()
    return offset is None or abs(offset) > OFFSET_OF_THE_DATABASE


def instants(value: Any) -> Iterator[datetime]:
    """Every instant anywhere in the value."""
    if isinstance(value, datetime):
        yield value
    elif isinstance(value, tuple):
        for each in value:  # pyright: ignore[reportUnknownVariableType]
            yield from instants(each)
    else:
        for each in parts(cast(type[Any], type(value))):
            yield from instants(getattr(value, each))


@cache
def parts(kind: type[Any]) -> tuple[str, ...]:
    """The names of what a value of the kind is made of."""
    return tuple(each.name for each in fields(kind)) if is_dataclass(kind) else ()
