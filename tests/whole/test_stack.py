"""The whole stack as real processes: it comes up, works, tells truthfully how it is, and ends leaving nothing."""

import asyncio
from collections.abc import Callable, Generator
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

from server.database.embedded import Server
from server.database.migrate import migrate
from server.record.store import Draft, Recorded, Writer
from tests.database import Database
from tests.whole.stack import BINH, LAN, Stack, stack, told, until

TRAIL = """query T($atLeast: String) { auditTrail(first: 50, atLeast: $atLeast) {
  edges { node { act position actor { name } } } totalCount } }"""
SERVICES = ("project", "clock", "web")
Empty = Callable[[], Database]


@pytest.fixture
def empty(cluster: Server) -> Generator[Empty]:
    """Gives databases that nothing was done to."""
    made: list[Database] = []

    def make() -> Database:
        made.append(Database(cluster, f"baove_stack_{len(made)}"))
        made[-1].create()
        return made[-1]

    yield make
    for database in made:
        database.drop()


def sessions(database: Database) -> list[str]:
    """Who is connected to the database."""
    with psycopg.connect(database.server.dsn(), autocommit=True) as connection:
        rows = connection.execute("SELECT usename::text FROM pg_stat_activity WHERE datname = %s", [database.name])
        return [row[0] for row in rows.fetchall()]


def read_by(s: Stack, name: str, position: str) -> list[str]:
    page = s.ask(name, TRAIL, atLeast=position)["auditTrail"]
    return [edge["node"]["act"] for edge in page["edges"]]


def test_a_report_goes_through_the_whole_stack_and_it_ends_leaving_nothing(empty: Empty, tmp_path: Path) -> None:
    database = empty()
    with stack(database, tmp_path) as s:
        s.start_all()
        report = s.act(LAN, "receiveReport", **told(narrative="Cháu khóc cả đêm ở hiên nhà."))
        case = s.act(LAN, "openCase", reportId=report["report"]["id"], placeUnit="11359")
        acts = read_by(s, BINH, case["position"])
        assert acts[0] in ("OPEN_CASE", "LINK_REPORT")
        assert {"OPEN_CASE", "RECEIVE_REPORT"} <= set(acts)

        other = s.start("web", BAOVE_HTTP_PORT=str(s.another_port()))
        s.wait_for_web()
        assert read_by(s, BINH, case["position"]) == acts, "a second process sees the same"
        assert s.healthy("web")
        assert other.end() == 0
        assert not s.healthy("web"), "the health of a process that has ended"

        assert s.end_all() == dict.fromkeys(SERVICES, 0)
        until(lambda: sessions(database) == [], "the sessions to end")
        assert not any(s.healthy(name) for name in SERVICES)
        assert [log.read_text() for log in s.logs] == [""] * len(s.logs), "nobody printed a word"

        s.start_all()
        assert set(acts) <= set(read_by(s, BINH, case["position"])), "a second start goes on where the first ended"
        assert s.end_all() == dict.fromkeys(SERVICES, 0)


def test_health_says_what_is_so(empty: Empty, tmp_path: Path) -> None:
    with stack(empty(), tmp_path, seeded=False) as s:
        assert not s.healthy("migrate"), "nothing has been migrated"
        assert s.run("migrate").returncode == 0
        assert s.healthy("migrate")
        assert not any(s.healthy(name) for name in SERVICES), "nothing is running"
        s.start("project")
        until(lambda: s.healthy("project"), "the projector to be well")
        asyncio.run(poison(s.database))
        until(lambda: "lines parked: 1" in s.run("project", "--health").stdout, "the line to be parked")
        assert not s.healthy("project")


async def poison(database: Database) -> None:
    """A line of a known name that says nothing."""
    draft = Draft(
        file_id=uuid4(),
        version=1,
        name="report.received.1",
        state=b"{}",
        command_id=uuid4(),
        command_hash=b"h" * 32,
        register_seen=0,
    )
    async with Writer(database.dsn("baove_app")) as writer:
        assert isinstance(await writer.append(draft), Recorded)


@pytest.fixture
def production(tmp_path: Path) -> dict[str, str]:
    """What a service needs in production beside the settings of the stack."""
    roles = ("app", "reader", "projector")
    files = {f"BAOVE_{role.upper()}_PASSWORD_FILE": tmp_path / f"{role}-password" for role in roles}
    for file in files.values():
        file.write_text("secret")
    return {"BAOVE_MODE": "production"} | {name: str(file) for name, file in files.items()}


@pytest.mark.parametrize("name", ["web", "clock"])
def test_production_refuses_a_clock_that_can_be_set(
    empty: Empty, tmp_path: Path, production: dict[str, str], name: str
) -> None:
    for simulated in (True, False):
        database = empty()
        migrate(database.dsn(), simulated=simulated)
        folder = tmp_path / str(simulated)
        folder.mkdir()
        with stack(database, folder, seeded=False) as s:
            refused = s.run(name, **production)
            assert refused.returncode != 0
            assert ("the clock is simulated" in refused.stdout + refused.stderr) is simulated, refused.stderr


def test_production_refuses_the_development_issuer(empty: Empty, tmp_path: Path, production: dict[str, str]) -> None:
    with stack(empty(), tmp_path, seeded=False) as s:
        refused = s.run("web", BAOVE_DEVELOPMENT_ISSUER=str(tmp_path), **production)
        assert refused.returncode == 2
        assert "BAOVE_DEVELOPMENT_ISSUER is for demo and test only." in refused.stderr
        assert "DEVELOPMENT_ISSUER" not in s.run("web", **production).stderr
