"""One command for a newcomer: prepare, load once, serve until Ctrl-C, leave nothing running."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections import Counter
from collections.abc import Callable, Coroutine, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import psycopg
import uvloop
from psycopg.conninfo import conninfo_to_dict

from server.config import Config
from server.database.embedded import Cluster, Server
from server.database.migrate import migrate
from server.demo.people import EXAMPLES, PEOPLE
from server.demo.play import Loaded, Say, load_year
from server.edge.issuer import DevelopmentIssuer
from server.record.keyring import make_key

FOLDER = Path(".data/demo")
DATABASE = "baove"
LOADING = "baove_loading"
PROCESSES = ("project", "clock", "web")
PATIENCE_S = 60
Load = Callable[[Config, Say], Coroutine[Any, Any, Loaded]]


def demo(*, port: int, fresh: bool, load_only: bool) -> int:
    """Run the demo; 0 when it was stopped in good order."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _interrupt)
    if not load_only and _taken(port):
        say(f"Cổng {port} đang bận: chạy lại với PORT=8001.", f"port {port} is taken: run again with PORT=8001")
        return 1
    if fresh:
        shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True, exist_ok=True)
    say("Khởi động cơ sở dữ liệu…", "starting the database")
    try:
        with Cluster(FOLDER / "postgres") as cluster:
            environment = _settings(cluster, port)
            if not prepare(cluster, environment, load_year):
                say("Dữ liệu của lần trước được giữ nguyên.", "the data of last time is kept")
            return 0 if load_only else _serve(environment, port)
    except KeyboardInterrupt:
        say("Đã dừng.", "stopped")
        return 0


def say(vi: str, en: str) -> None:
    """Tell the newcomer what is going on."""
    print(f"  {vi}  ({en})", flush=True)


def prepare(cluster: Server, environment: Mapping[str, str], load: Load) -> bool:
    """See to it that the year is there; False when it was.

    It is loaded into a database of another name, which gets the right one once it is complete: a load that was
    interrupted is thrown away and begun anew.
    """
    with psycopg.connect(cluster.dsn(), autocommit=True) as connection:
        known = connection.execute("SELECT FROM pg_database WHERE datname = %s", [DATABASE]).fetchone()
        if known is not None:
            migrate(cluster.dsn(database=DATABASE), simulated=True)
            return False
        connection.execute(f"DROP DATABASE IF EXISTS {LOADING} WITH (FORCE)".encode())
        connection.execute(f"CREATE DATABASE {LOADING}".encode())
        migrate(cluster.dsn(database=LOADING), simulated=True)
        loading = {**environment, "BAOVE_DATABASE_URL": _url(cluster, LOADING)}
        loaded = uvloop.run(load(Config.load("clock", loading), say))
        _tell(loaded)
        _once(loading, "rebuild")
        connection.execute(f"ALTER DATABASE {LOADING} RENAME TO {DATABASE}".encode())
    return True


def _tell(loaded: Loaded) -> None:
    rate = round(loaded.lines / loaded.seconds)
    vi = f"Đã ghi {loaded.lines:,} dòng trong {loaded.seconds:.0f} giây ({rate:,} dòng/giây), mỗi dòng một lệnh thật."
    say(vi, f"{loaded.lines:,} lines, each by a real command")
    for (act, codes), times in Counter(loaded.refusals).most_common():
        say(f"Bị từ chối ngoài dự kiến: {act} {', '.join(codes)} × {times}", "refused, and no story expected it")


def _settings(cluster: Server, port: int) -> dict[str, str]:
    key = FOLDER / "key-encryption-key"
    if not key.exists():
        make_key(key)
    issuer = DevelopmentIssuer(FOLDER, mode="demo")
    return {
        "BAOVE_MODE": "demo",
        "BAOVE_DATABASE_URL": _url(cluster, DATABASE),
        "BAOVE_KEY_FILE": str(key.absolute()),
        "BAOVE_ISSUER_KEYS_FILE": str(issuer.jwks_file.absolute()),
        "BAOVE_ISSUER": issuer.issuer,
        "BAOVE_AUDIENCE": issuer.audience,
        "BAOVE_DEVELOPMENT_ISSUER": str(FOLDER.absolute()),
        "BAOVE_HTTP_PORT": str(port),
    }


def _url(cluster: Server, database: str) -> str:
    host = conninfo_to_dict(cluster.dsn())["host"]
    return f"postgresql:///{database}?host={host}"


def _taken(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _once(environment: Mapping[str, str], command: str) -> None:
    subprocess.run([sys.executable, "-m", "server", command], env=os.environ | environment, check=True)  # noqa: S603


def _serve(environment: dict[str, str], port: int) -> int:
    running = [
        subprocess.Popen([sys.executable, "-m", "server", name], env=os.environ | environment, start_new_session=True)  # noqa: S603
        for name in PROCESSES
    ]
    try:
        if _wait_until_up(port, running):
            _welcome(port)
            return _watch(running)
        return 1
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
