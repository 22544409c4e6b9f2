"""The demo's year: played without a refusal, the same each time, in the volumes it should have, loaded as a whole."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from itertools import islice
from pathlib import Path

import psycopg
import pytest
from graphql import build_schema, parse, validate

from domain.record.line import Line
from domain.record.units import HANOI
from server.config import Config
from server.database.embedded import Cluster
from server.demo.people import EXAMPLES, PEOPLE
from server.demo.play import Loaded, Say, stage
from server.demo.play import load as load_part
from server.demo.run import DATABASE, LOADING, prepare
from server.record.keyring import make_key
from server.record.mapper import load
from server.record.register_cache import RegisterCache
from server.record.store import Log
from server.schema.build import printed
from server.seed.register import RECORD_BEGAN, register_requests
from tests.conftest import Fresh
from tests.database import Database

ANCHOR = date(2026, 11, 20)
UNTIL = datetime(2026, 11, 20, 15, tzinfo=HANOI)
SMALL = 1 / 20


def say(vi: str, en: str) -> None:
    """Nobody listens."""


def config_of(dsn: str, folder: Path) -> Config:
    """The settings of a record in that database, its key in `folder`."""
    key = folder / "key"
    if not key.exists():
        make_key(key)
    return Config(mode="test", settings={"BAOVE_DATABASE_URL": dsn, "BAOVE_KEY_FILE": str(key)})


def played(fresh: Fresh, folder: Path, until: datetime, scale: float = SMALL) -> tuple[Loaded, list[Line], Database]:
    """A year played into a database of its own: what was told of it, its lines, and where it is."""
    database = fresh(True)
    config = config_of(database.dsn("baove_app"), folder)
    loaded = asyncio.run(load_part(config, ANCHOR, until, scale, say))
    return loaded, asyncio.run(lines_of(config)), database


async def lines_of(config: Config) -> list[Line]:
    async with Log(config.dsn("app")) as log:
        return [load(stored) for stored in await log.read(0, 100_000)]


def told(line: Line) -> tuple[object, ...]:
    """What of a line must be the same in every run: the sealed values are not."""
    return (
        line.position,
        line.file_id,
        line.version,
        line.stored_as,
        line.occurred_at,
        line.recorded_at,
        line.by,
        line.unit,
        line.starts,
        line.ends,
    )


def test_a_small_year_is_played_without_a_refusal(fresh: Fresh, tmp_path: Path) -> None:
    loaded, lines, database = played(fresh, tmp_path, UNTIL)
    assert loaded.refusals == ()
    assert loaded.lines == len(lines)
    assert all(line.recorded_at is not None and line.recorded_at <= UNTIL for line in lines)
    assert {"case.opened.1", "case.plan_approved.1", "duty.lapsed.3", "access.personal_read.3"} <= loaded.acts.keys()
    asyncio.run(the_people_hold_office(config_of(database.dsn("baove_app"), tmp_path)))


@pytest.mark.prove
def test_a_small_year_is_played_again_the_same(fresh: Fresh, tmp_path: Path) -> None:
    _, lines, _ = played(fresh, tmp_path, UNTIL)
    _, shorter, _ = played(fresh, tmp_path, UNTIL - timedelta(days=40))
    assert len(shorter) < len(lines)
    assert [told(line) for line in shorter] == [told(line) for line in lines[: len(shorter)]]


async def the_people_hold_office(config: Config) -> None:
    async with Log(config.dsn("app")) as log:
        register = await RegisterCache(log).catch_up()
    for person in PEOPLE:
        assert register.standings(person.person_id, UNTIL), person.label_en


def test_the_queries_worth_trying_fit_the_schema() -> None:
    schema = build_schema(printed())
    assert len(EXAMPLES) == 3
    for example in EXAMPLES:
        assert validate(schema, parse(example.query)) == []


def test_a_load_that_was_interrupted_is_begun_anew_and_one_that_was_not_is_kept(
    own_cluster: Cluster, tmp_path: Path
) -> None:
    class PulledPlug(Exception):
        pass

    heads: list[int] = []

    async def some_lines(config: Config, say: Say) -> Loaded:
        async with stage(config, "baove.test") as play:
            heads.append(await play.log.head())
            play.expect(islice(register_requests(), 5))
            await play.play(RECORD_BEGAN)
            return Loaded(play.lines, 1.0, (), dict(play.acts))

    async def interrupted(config: Config, say: Say) -> Loaded:
        await some_lines(config, say)
        raise PulledPlug

    make_key(tmp_path / "key")
    environment = {
        "BAOVE_MODE": "test",
        "BAOVE_DATABASE_URL": "postgresql:///postgres",
        "BAOVE_KEY_FILE": str(tmp_path / "key"),
    }
    with pytest.raises(PulledPlug):
        prepare(own_cluster, environment, interrupted)
    assert databases(own_cluster) == [LOADING]
    assert count(own_cluster, LOADING) == 5, "the control: the broken load has left lines that would be in the way"

    assert prepare(own_cluster, environment, some_lines)
    assert databases(own_cluster) == [DATABASE]
    assert heads == [0, 0]
    assert count(own_cluster, DATABASE) == 5

    assert not prepare(own_cluster, environment, interrupted)
    assert count(own_cluster, DATABASE) == 5


def databases(cluster: Cluster) -> list[str]:
    with psycopg.connect(cluster.dsn()) as connection:
        rows = connection.execute("SELECT datname FROM pg_database WHERE datname LIKE 'baove%' ORDER BY 1").fetchall()
    return [name for (name,) in rows]


def count(cluster: Cluster, database: str) -> int:
    with psycopg.connect(cluster.dsn(database=database)) as connection:
        rows = connection.execute("SELECT count(*) FROM log.events").fetchall()
    return rows[0][0]


@pytest.mark.prove
def test_the_whole_year_has_the_volumes_and_the_shape_of_the_dossier(fresh: Fresh, tmp_path: Path) -> None:
    loaded, lines, _ = played(fresh, tmp_path, UNTIL, scale=1.0)
    assert loaded.refusals == (), loaded.refusals
    acts = Counter(line.stored_as for line in lines)
    within(acts["report.received.1"], 1500, 0.04)
    within(acts["case.opened.1"], 650, 0.06)
    within(acts["case.found_unfounded.3"], 78, 0.2)
    within(len({line.file_id for line in lines if line.stored_as == "case.plan_approved.1"}), 430, 0.2)
    within(acts["case.urgent_measure_ordered.2"] + acts["case.separation_ordered.3"], 115, 0.15)
    within(acts["case.separation_ordered.3"], 30, 0.1)
    assert acts["case.separation_expired.1"] == 3
    assert acts["case.separation_continued.1"] == 2
    assert acts["case.child_death_reported.1"] in range(3, 12)
    assert acts["case.child_death_confirmed.1"] == acts["case.child_death_reported.1"]
    within(high_risk_share(lines), 0.18, 0.25)
    for code, share in (("T04", 0.06), ("T07", 0.14)):
        within(late_share(lines, code), share, 0.35)
    received = [line for line in lines if line.stored_as == "report.received.1"]
    assert len({line.event.place.code for line in received}) == 114
    by_month = Counter(line.event.received_at.astimezone(HANOI).month for line in received)
    assert sum(by_month[m] for m in (6, 7, 8)) < sum(by_month[m] for m in (3, 4, 5))
    assert {"report.returned.1", "case.merged.2", "case.reopened.1", "case.suspended.2", "case.direction_issued.1"} <= {
        *acts
    }
    assert any(line.late for line in lines)
    assert any(line.by.capacity == "delegate" for line in lines)


def within(found: float, wanted: float, tolerance: float) -> None:
    assert abs(found - wanted) <= tolerance * wanted, f"{found} is too far from {wanted}"


def late_share(lines: Sequence[Line], code: str) -> float:
    """How many of the terms of this duty on cases ran out, of all that began there."""
    began = [s for line in lines if line.stored_as.startswith("case.") for s in line.starts if s.code == code]
    cases = {line.file_id for line in lines if line.stored_as == "case.opened.1"}
    lapses = [line.event.code for line in lines if line.stored_as == "duty.lapsed.3" and line.file_id in cases]
    return lapses.count(code) / len(began)


def high_risk_share(lines: Sequence[Line]) -> float:
    """How many cases were at high risk at some time, by the level that the Chair settled."""
    settled = ("case.risk_level_confirmed.1", "case.risk_level_overridden.1")
    levels = {(line.file_id, line.event.level) for line in lines if line.stored_as in settled}
    return sum(level == "high" for _, level in levels) / len({file for file, _ in levels})
