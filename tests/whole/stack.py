"""The real processes on a fresh database: each started as on a server, watched, and ended in good order."""

from __future__ import annotations

import asyncio
import itertools
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4, uuid5

import httpx
from psycopg.conninfo import conninfo_to_dict

from domain.office.appoint_holder import AppointHolder
from domain.office.establish_office import EstablishOffice
from domain.record.file import Request
from domain.record.vocabulary import BAOVE, Role, UnitRef, office_id, unit_id
from domain.unit.establish_unit import EstablishUnit
from domain.unit.state import Level
from server.config import Config
from server.edge.issuer import DevelopmentIssuer
from server.edge.responses import GRAPHQL_RESPONSE
from server.record.handle import Handler
from server.record.keyring import make_key
from server.services import services
from tests.database import Database
from tests.schema.api_kit import mutation_text

ROOT = Path(__file__).parents[2]
PATIENCE_S = 60
PORTS_EACH = 1000
SINCE = datetime(2025, 7, 1, tzinfo=UTC)
LAN, HAI, BINH, MAI, THU, MINH, HUY, XUAN = (
    "Phạm Thị Lan", "Vũ Đức Hải", "Lê Quang Bình", "Hoàng Thị Mai",
    "Đặng Thị Thu", "Ngô Văn Minh", "Lê Quang Huy", "Ngô Thị Xuân",
)  # fmt: skip
"""Worker and Chair of An Biên; health department; inspector; worker of Kiến An; auditor; a helper; home affairs."""


_ports = itertools.cycle(range(PORTS_EACH))


@dataclass
class Process:
    """One command of the server at work, and where its output goes."""

    name: str
    popen: subprocess.Popen[bytes]
    log: Path

    def end(self, number: signal.Signals = signal.SIGTERM) -> int:
        """Signal it and wait for its end; gives the exit status."""
        self.popen.send_signal(number)
        return self.popen.wait(PATIENCE_S)


@dataclass
class Stack:
    """One database with the settings of everything that works on it."""

    database: Database
    folder: Path
    environment: dict[str, str]
    issuer: DevelopmentIssuer
    running: list[Process] = field(default_factory=list[Process])
    people: dict[str, UUID] = field(default_factory=dict[str, UUID])

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.environment['BAOVE_HTTP_PORT']}/graphql"

    def another_port(self) -> int:
        """From now on the web process is asked at a free port of its own."""
        self.environment["BAOVE_HTTP_PORT"] = str(free_port())
        return int(self.environment["BAOVE_HTTP_PORT"])

    @property
    def logs(self) -> list[Path]:
        """What the processes printed, one file each."""
        return sorted(self.folder.glob("*.log"))

    def run(self, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
        """One command to its end."""
        return subprocess.run(
            [sys.executable, "-m", "server", *arguments],
            cwd=ROOT,
            env=_surroundings() | self.environment | settings,
            capture_output=True,
            text=True,
            timeout=PATIENCE_S,
            check=False,
        )

    def start(self, name: str, *, module: str = "server", **settings: str) -> Process:
        """A process that goes on until it is ended."""
        log = self.folder / f"{name}-{len(self.logs)}.log"
        with log.open("wb") as output:
            popen = subprocess.Popen(
                [sys.executable, "-m", module, name],
                cwd=ROOT,
                env=_surroundings() | self.environment | settings,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                start_new_session=True,
            )
        self.running.append(Process(name, popen, log))
        return self.running[-1]

    def start_all(self) -> None:
        """Projector, clock and web, all well."""
        for name in ("project", "clock", "web"):
            self.start(name)
        self.wait_for_web()
        for name in ("project", "clock"):
            until(lambda name=name: self.alive() and self.healthy(name), f"{name} to be well")

    def alive(self) -> bool:
        """True; fails with the words of a process that has ended by itself."""
        for process in self.running:
            assert process.popen.poll() is None, process.log.read_text()
        return True

    def wait_for_web(self) -> None:
        until(self.web_is_up, "the web process to answer")

    def web_is_up(self) -> bool:
        try:
            return self.alive() and httpx.get(self.url.replace("/graphql", "/health"), timeout=5).status_code == 200
        except httpx.TransportError:
            return False

    def healthy(self, name: str) -> bool:
        """What the command itself says of its health."""
        return self.run(name, "--health").returncode == 0

    def end_all(self) -> dict[str, int]:
        """End what runs; the exit status of each."""
        running = [process for process in self.running if process.popen.poll() is None]
        self.running.clear()
        for process in running:
            process.popen.send_signal(signal.SIGTERM)
        return {process.name: process.popen.wait(PATIENCE_S) for process in running}

    def kill_all(self) -> None:
        for process in self.running:
            process.end(signal.SIGKILL)

    def token(self, name: str) -> str:
        return self.issuer.token(self.people[name])

    def post(self, name: str, query: str, variables: dict[str, Any] | None = None) -> httpx.Response:
        """One request by the person of this name."""
        headers = {"authorization": f"Bearer {self.token(name)}", "accept": GRAPHQL_RESPONSE}
        return httpx.post(self.url, json={"query": query, "variables": variables}, headers=headers, timeout=30)

    def ask(self, name: str, query: str, **variables: Any) -> Any:
        """The data of an answer that holds no error."""
        answer = self.post(name, query, variables).json()
        assert "errors" not in answer, answer["errors"]
        return answer["data"]

    def act(self, name: str, mutation: str, **given: Any) -> dict[str, Any]:
        """One act that must be recorded; gives the payload."""
        payload = self.attempt(name, mutation, **given)
        assert payload["errors"] == [], payload["errors"]
        return payload

    def attempt(self, name: str, mutation: str, **given: Any) -> dict[str, Any]:
        """One act; gives the payload, refusals and all."""
        given.setdefault("idempotencyKey", str(uuid4()))
        return self.ask(name, mutation_text(mutation), input=given)[mutation]


@contextmanager
def stack(database: Database, folder: Path, *, seeded: bool = True) -> Generator[Stack]:
    """A stack on an empty database: migrated by its own command, with a key, an issuer and people in office."""
    issuer = DevelopmentIssuer(folder, mode="test")
    make_key(folder / "key")
    host = conninfo_to_dict(database.dsn())["host"]
    environment = {
        "BAOVE_MODE": "test",
        "BAOVE_DATABASE_URL": f"postgresql:///{database.name}?host={host}",
        "BAOVE_KEY_FILE": str(folder / "key"),
        "BAOVE_ISSUER_KEYS_FILE": str(issuer.jwks_file),
        "BAOVE_ISSUER": issuer.issuer,
        "BAOVE_AUDIENCE": issuer.audience,
        "BAOVE_HTTP_PORT": str(free_port()),
    }
    all_of_it = Stack(database, folder, environment, issuer)
    try:
        if seeded:
            migrated = all_of_it.run("migrate")
            assert migrated.returncode == 0, migrated.stderr
            asyncio.run(_seed(all_of_it))
        yield all_of_it
    finally:
        all_of_it.kill_all()


def until(holds: Callable[[], bool], what: str) -> None:
    """Wait until it holds; gives up long after it should."""
    give_up = time.monotonic() + PATIENCE_S
    while not holds():
        assert time.monotonic() < give_up, f"waited in vain for {what}"
        time.sleep(0.05)


def free_port() -> int:
    """A port that no other test process takes, and below those that the system gives to callers."""
    worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    for port in itertools.islice(_ports, PORTS_EACH):
        with suppress(OSError), socket.create_server(("127.0.0.1", 20_000 + worker * PORTS_EACH + port)) as listener:
            return int(listener.getsockname()[1])
    raise AssertionError("no port is free")


def told(**more: Any) -> dict[str, Any]:
    """What a report says, received ten minutes ago at most."""
    return {
        "channel": "IN_PERSON",
        "receivedAt": datetime.now(UTC).isoformat(),
        "placeUnit": "11359",
        "harmKinds": ["NEGLECT"],
        "narrative": "Hai cháu nhỏ ở nhà một mình từ sáng hôm trước.",
        "childName": "Đỗ Ngọc Diệp",
        "reporterName": "Trần Văn Khải",
    } | more


def _surroundings() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith("BAOVE_")}


async def _seed(target: Stack) -> None:
    """A city with two wards and its bodies, and one holder in each office of the stories."""
    async with services(Config.load("web", target.environment)) as opened:
        handler = opened.handler
        city = await _unit(handler, "31", "Thành phố Hải Phòng", Level.PROVINCE)
        here = await _unit(handler, "11359", "Phường An Biên", Level.COMMUNE, city)
        there = await _unit(handler, "11443", "Phường Kiến An", Level.COMMUNE, city)
        health = await _unit(handler, "HP-SYT", "Sở Y tế", Level.DEPARTMENT, city)
        home = await _unit(handler, "HP-SNV", "Sở Nội vụ", Level.DEPARTMENT, city)
        inspectorate = await _unit(handler, "HP-TTRA", "Thanh tra thành phố", Level.INSPECTORATE, city)
        centre = await _unit(handler, "HP-TTCTXH", "Trung tâm Công tác xã hội", Level.PROVIDER, city)
        for unit, role, name in (
            (here, Role.PROTECTION_WORKER, LAN),
            (here, Role.COMMUNE_CHAIR, HAI),
            (there, Role.PROTECTION_WORKER, THU),
            (health, Role.HEALTH_DEPARTMENT_OFFICER, BINH),
            (inspectorate, Role.INSPECTOR, MAI),
            (city, Role.DATA_PROTECTION_AUDITOR, MINH),
            (centre, Role.PROVIDER_HEAD, HUY),
            (home, Role.HOME_AFFAIRS_OFFICER, XUAN),
        ):
            target.people[name] = await _appoint(handler, unit, role, name)


async def _unit(handler: Handler, code: str, name: str, level: Level, parent: UnitRef | None = None) -> UnitRef:
    file_id = unit_id(code, "")
    parent_id = parent.id if parent else None
    command = EstablishUnit(code=code, name=name, level=level, form="", parent=parent_id, since=None)
    await _enter(handler, file_id, command)
    return UnitRef(id=file_id, code=code, name=name)


async def _appoint(handler: Handler, unit: UnitRef, role: Role, name: str) -> UUID:
    file_id, person = office_id(unit.id, role), uuid5(BAOVE, f"person:{name}")
    await _enter(handler, file_id, EstablishOffice(unit=unit, role=role, since=date(2025, 7, 1)))
    command = AppointHolder(person=person, name=name, since=SINCE, decision_no="QĐ-01")
    await _enter(handler, file_id, command)
    return person


async def _enter(handler: Handler, file_id: UUID, command: Any) -> None:
    request = Request(file_id=file_id, command=command, command_id=uuid4(), at=handler.now(), rule="seed.1")
    await handler.handle(request)
