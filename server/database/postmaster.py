"""Starts, stops and kills one PostgreSQL server process, and finds one that was left over."""

import os
import signal
import subprocess
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import psycopg
from psycopg.conninfo import make_conninfo

from server.database.programs import Account, DatabaseUnavailable, environment

PATIENCE = 60.0  # seconds to start or stop, recovery after a crash included

# The server's parent is a shell that stops it as soon as the pipe from us closes, however we ended.
KEEPER = """
exec 3<&0
"$@" </dev/null 3<&- & server=$!
(read -r _; kill -INT $server) <&3 & watcher=$!
exec 3<&-
wait $server; status=$?
kill $watcher 2>/dev/null
exit $status
"""


class Postmaster:
    """The server whose data lie in `data`, speaking only through a socket in the directory `sockets`."""

    def __init__(self, data: Path, sockets: Path, account: Account) -> None:
        self._data = data
        self._sockets = sockets
        self._account = account
        self._log = data.with_name("log")
        self._keeper: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int | None:
        """The server's process, also of one that was left over; none when it is not running."""
        lines = self._pid_file()
        return int(lines[0]) if lines and _alive(int(lines[0])) else None

    def start(self, program: Path, settings: Mapping[str, str]) -> None:
        """Returns when the server answers, or raises with the end of its log."""
        deadline = time.monotonic() + PATIENCE
        while not self._started(program, settings, deadline):
            self.stop()
            told = "\n".join(self._log.read_text(errors="replace").splitlines()[-10:])
            # The children of a killed server live on for a moment and hold its shared memory.
            if "shared memory block" not in told or time.monotonic() > deadline:
                raise DatabaseUnavailable(f"PostgreSQL did not start:\n{told}")
            time.sleep(0.1)

    def stop(self) -> None:
        """Lets running transactions be rolled back, writes everything down and waits for the end."""
        if self._keeper is None:
            return
        if self._keeper.stdin is not None:
            self._keeper.stdin.close()
        try:
            self._keeper.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.crash()
        self._keeper = None

    def crash(self) -> None:
        """Kills the server as a failing machine would."""
        if (pid := self.pid) is not None:
            os.kill(pid, signal.SIGKILL)
        if self._keeper is not None:
            self._keeper.communicate(timeout=PATIENCE)
            self._keeper = None

    def stop_left_over(self) -> None:
        """Stops a server that outlived the process which had started it."""
        lines = self._pid_file()
        if not lines or not _alive(int(lines[0])):
            return
        with suppress(psycopg.OperationalError, IndexError):
            # The process id may be somebody else's by now: only a server that names our data is ours.
            dsn = make_conninfo(host=lines[4], user="postgres", dbname="postgres", connect_timeout=5)
            with psycopg.connect(dsn) as connection:
                told = connection.execute("show data_directory").fetchone()
            if told is not None and told[0] == str(self._data):
                _end(int(lines[0]))

    def _started(self, program: Path, settings: Mapping[str, str], deadline: float) -> bool:
        """One attempt: true when the server says it is ready, or stands by, false when it ended or the time is over."""
        before = self._pid_file()
        options = [option for name, value in settings.items() for option in ("-c", f"{name}={value}")]
        options += ["-k", str(self._sockets), "-D", str(self._data)]
        with self._log.open("wb") as log:
            self._keeper = keeper = subprocess.Popen(  # noqa: S603 - our own shell text, the program found for us
                ["/bin/sh", "-c", KEEPER, "sh", str(program), *options],
                user=self._account.uid,
                group=self._account.gid,
                extra_groups=self._account.groups,
                umask=0o077,
                cwd="/",
                env=environment(),
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=log,
                start_new_session=True,  # so that a Ctrl-C reaches us alone, and we stop it in order
            )
        while keeper.poll() is None and time.monotonic() < deadline:
            lines = self._pid_file()
            if lines != before and len(lines) > 7 and lines[7].strip() in ("ready", "standby"):
                return True
            time.sleep(0.01)
        return False

    def _pid_file(self) -> list[str]:
        """The lines of postmaster.pid: process, data, start, port, sockets, address, memory, status."""
        try:
            return (self._data / "postmaster.pid").read_text().splitlines()
        except FileNotFoundError:
            return []


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _end(pid: int) -> None:
    deadline = time.monotonic() + PATIENCE
    os.kill(pid, signal.SIGINT)
    while _alive(pid):
        if time.monotonic() > deadline:
            raise DatabaseUnavailable(f"A PostgreSQL left over from before (process {pid}) does not stop.")
        time.sleep(0.02)
