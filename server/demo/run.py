"""One command for a newcomer: prepare, load once, serve until Ctrl-C, leave nothing running."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import psycopg
from psycopg.conninfo import conninfo_to_dict

from server.config import Config
from server.demo.people import EXAMPLES, PEOPLE
from server.demo.play import load_year
from server.embedded import Cluster
from server.issuer import DevelopmentIssuer
from server.keyring import make_key
from server.migrate import migrate

FOLDER = Path(".data/demo")
DATABASE = "baove"
PROCESSES = ("project", "clock", "web")
PATIENCE_S = 60


def demo(*, port: int, fresh: bool, load_only: bool) -> int:
    """Run the demo; 0 when it was stopped in good order."""
    if fresh:
        shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True, exist_ok=True)
    say("Khởi động cơ sở dữ liệu…", "starting the database")
    with Cluster(FOLDER / "postgres") as cluster:
        environment = _prepare(cluster, port)
        config = Config.load("clock", environment)
        if not asyncio.run(load_year(config, say)):
            say("Dữ liệu của lần trước được giữ nguyên.", "keeping the data of last time")
        if load_only:
            _once(environment, "rebuild")
            return 0
        return _serve(environment, port)


def say(vi: str, en: str) -> None:
    """Tell the newcomer what is going on."""
    print(f"  {vi}  ({en})", flush=True)


def _prepare(cluster: Cluster, port: int) -> dict[str, str]:
    with psycopg.connect(cluster.dsn(), autocommit=True) as connection:
        known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone()
        if known is None:
            connection.execute(f"CREATE DATABASE {DATABASE}".encode())
    migrate(cluster.dsn(database=DATABASE), simulated=True)
    key = FOLDER / "key-encryption-key"
    if not key.exists():
        make_key(key)
    issuer = DevelopmentIssuer(FOLDER, mode="demo")
    host = conninfo_to_dict(cluster.dsn())["host"]
    return {
        "BAOVE_MODE": "demo",
        "BAOVE_DATABASE_URL": f"postgresql:///{DATABASE}?host={host}",
        "BAOVE_KEY_FILE": str(key.absolute()),
        "BAOVE_ISSUER_KEYS_FILE": str(issuer.jwks_file.absolute()),
        "BAOVE_ISSUER": issuer.issuer,
        "BAOVE_AUDIENCE": issuer.audience,
        "BAOVE_DEVELOPMENT_ISSUER": str(FOLDER.absolute()),
        "BAOVE_HTTP_PORT": str(port),
    }


def _once(environment: Mapping[str, str], command: str) -> None:
    subprocess.run([sys.executable, "-m", "server", command], env=os.environ | environment, check=True)


def _serve(environment: dict[str, str], port: int) -> int:
    with socket.socket() as probe:
        if probe.connect_ex(("127.0.0.1", port)) == 0:
            say(f"Cổng {port} đang bận: chạy lại với PORT=8001.", f"port {port} is taken: run again with PORT=8001")
            return 1
    _once(environment, "rebuild")
    running = [
        subprocess.Popen([sys.executable, "-m", "server", name], env=os.environ | environment, start_new_session=True)
        for name in PROCESSES
    ]
    signal.signal(signal.SIGTERM, _interrupt)
    try:
        if _wait_until_up(port, running):
            _welcome(port)
            return _watch(running)
        return 1
    except KeyboardInterrupt:
        say("Đang dừng…", "stopping")
        return 0
    finally:
        _stop(running)


def _interrupt(number: int, frame: object) -> None:
    raise KeyboardInterrupt


def _wait_until_up(port: int, running: list[subprocess.Popen[bytes]]) -> bool:
    give_up = time.monotonic() + PATIENCE_S
    while time.monotonic() < give_up and all(p.poll() is None for p in running):
        with suppress(OSError), urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=2):
            return True
        time.sleep(0.1)
    return False


def _welcome(port: int) -> None:
    issuer = DevelopmentIssuer(FOLDER, mode="demo")
    print(f"\n  Baove: http://127.0.0.1:{port}/graphql\n")
    say("Mở địa chỉ trên trong trình duyệt, chọn một người, chạy thử ba truy vấn mẫu.", "open it, pick a person")
    say("Mã truy cập dùng được 15 phút; mã mới lấy ở trang đó.", "tokens live 15 minutes; the page gives new ones")
    for person in PEOPLE:
        print(f"\n  {person.label_vi} · {person.label_en}\n  {issuer.token(person.person_id)}")
    print("\n  Ba truy vấn nên thử · three queries worth trying:\n")
    for example in EXAMPLES:
        print("    " + example.query.strip().replace("\n", "\n    ") + "\n")
    say("Ctrl-C để dừng.", "Ctrl-C stops everything")


def _watch(running: list[subprocess.Popen[bytes]]) -> int:
    while True:
        for name, process in zip(PROCESSES, running, strict=True):
            if process.poll() is not None:
                say(f"Tiến trình {name} đã dừng.", f"{name} stopped with {process.returncode}")
                return 1
        time.sleep(0.5)


def _stop(running: list[subprocess.Popen[bytes]]) -> None:
    for process in running:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
    for process in running:
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
