"""Nothing that the log has taken is too much for a projection: odd offsets, odd texts, numbers at their ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import is_dataclass, replace
from datetime import UTC, datetime, timedelta, timezone
from itertools import cycle
from typing import Any, cast

import psycopg
import pytest

from domain.record.clear import Clear
from domain.record.field import fields_of
from domain.record.line import Line
from domain.record.personal import Personal
from server.follow.rebuild import build_anew
from server.record import mapper
from tests.database import Database
from tests.follow.projecting import OpenSeal, contents, drafts, write
from tests.follow.test_projector_faults import follower, parked
from tests.record.histories import History

OFFSETS = [timezone(timedelta(minutes=minutes)) for minutes in (1439, -1439, 23 * 60, -16 * 60, 961, 0)]
TEXTS = ("a\tb\\N\n\\.", '"{\\"}', "\u202eđảo", "{case}", "%s", "Ấ" * 300)
FREE = (Clear.NUMBER, Clear.OFFICIAL, Clear.PUBLIC)


def odd(lines: list[Line], offsets: Sequence[timezone] = OFFSETS) -> list[Line]:
    """The lines as the log might hold them: instants at every offset, texts that mean something to machines."""
    zones, texts = cycle(offsets), cycle(TEXTS)
    return [
        replace(line, event=_odd(line.event, zones, texts), starts=_odd(line.starts, zones, texts)) for line in lines
    ]


def _odd(value: Any, zones: Iterator[timezone], texts: Iterator[str]) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(next(zones))
    if isinstance(value, tuple):
        return tuple(_odd(each, zones, texts) for each in cast(tuple[Any, ...], value))
    if isinstance(value, Personal) or not is_dataclass(value):
        return value
    fields = fields_of(type(value))
    told = {f.name: _odd(getattr(value, f.name), zones, texts) for f in fields}
    clear = {f.name for f in fields if f.of is str and not f.many and f.clear in FREE and told[f.name] is not None}
    return replace(cast(Any, value), **told | {name: next(texts) for name in sorted(clear)})


def a_years_lines(seed: int) -> list[Line]:
    history = History()
    for i in range(300):
        history.attempt(f"{seed}:{i}")
    return history.tale.story.lines


@pytest.mark.parametrize("seed", [31, 32, 33])
def test_every_projection_takes_whatever_a_line_can_hold(database: Database, seed: int) -> None:
    dsn = database.dsn("baove_projector")
    build_anew(dsn, OpenSeal())
    lines = odd(a_years_lines(seed))
    assert any(offset not in (None, timedelta(0)) for offset in _offsets(lines))
    write(database.dsn("baove_app"), drafts(lines))
    with follower(dsn) as one:
        one.catch_up()
    assert parked(dsn) == {}
    rows = contents(dsn)
    assert len(rows["trail"]) == len(lines)
    assert rows["reports"] + rows["cases"] != []
    assert rows["duties"] != []


def _offsets(lines: list[Line]) -> Iterator[timedelta | None]:
    for line in lines:
        for started in line.starts:
            yield started.since.utcoffset()


def test_instants_as_they_were_told_would_be_parked(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """Negative control: a reader that leaves instants at their offsets."""
    monkeypatch.setattr(mapper, "takeable", lambda event: event)  # type: ignore[misc]
    dsn = database.dsn("baove_projector")
    build_anew(dsn, OpenSeal())
    write(database.dsn("baove_app"), drafts(odd(a_years_lines(31), OFFSETS[:1])))
    with follower(dsn) as one:
        one.catch_up()
    assert set(parked(dsn)) & {"cases", "reports"}


def test_an_instant_at_an_odd_offset_is_loaded_in_utc(database: Database) -> None:
    [line] = [line for line in odd(a_years_lines(31)) if line.stored_as == "report.received.1"][:1]
    line = replace(line, event=replace(line.event, received_at=line.event.received_at.astimezone(OFFSETS[0])))
    [draft] = drafts([line])
    told = mapper.decode(line.file_id, line.version, line.stored_as, draft.state, 1, datetime.now(UTC))
    assert told.event.received_at == line.event.received_at
    assert told.event.received_at.tzinfo == UTC
    with psycopg.connect(database.dsn()) as connection:
        with pytest.raises(psycopg.errors.DataError):
            connection.execute("SELECT %s::timestamptz", [line.event.received_at.isoformat()])
        connection.rollback()
        assert connection.execute("SELECT %s::timestamptz", [told.event.received_at.isoformat()]).fetchone()
