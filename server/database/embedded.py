"""Runs a PostgreSQL of our own under a directory, reached by nobody else and gone when we are gone."""

import fcntl
import hashlib
import os
import shutil
import tempfile
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Protocol, Self

from psycopg.conninfo import conninfo_to_dict, make_conninfo

from server.database.postmaster import Postmaster
from server.database.programs import Account, DatabaseUnavailable, account_for, programs

SUPERUSER = "postgres"
ELSEWHERE = Path("/var/lib/baove")
LONGEST_SOCKET = 90  # bytes; the system's limit is 104 with the name of the socket itself

SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "max_connections": "200",
    # A failing statement and its details can hold what a person wrote: neither goes to the server's log.
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
}
HASTY = {"fsync": "off", "full_page_writes": "off"}


class Server(Protocol):
    """A PostgreSQL to work with: an embedded one, or one that DATABASE_URL names."""

    def dsn(self, user: str = SUPERUSER, database: str = "postgres") -> str:
        """The connection string of one role to one database."""
        ...


class Given:
    """A server that somebody else runs; the passwords of other roles come from the user's pgpass file."""

    def __init__(self, url: str) -> None:
        self._url = url

    def dsn(self, user: str = SUPERUSER, database: str = "postgres") -> str:
        if user == SUPERUSER:
            return make_conninfo(self._url, dbname=database)
        parts = conninfo_to_dict(self._url, user=user, dbname=database)
        parts.pop("password", None)
        return make_conninfo("", **parts)


class Cluster:
    """An embedded server with its data in `directory`, which is its own and nobody else's.

    `durable=False` gives up safety against a crash for speed: for tests that do not crash anything.
    As root below a directory that other accounts cannot enter, the files lie under /var/lib/baove instead.
    """

    def __init__(self, directory: Path, *, durable: bool = True, settings: Mapping[str, str] | None = None) -> None:
        self._directory = directory.absolute()
        self._durable = durable
        self._settings = SETTINGS | ({} if durable else HASTY) | dict(settings or {})
        self._account = Account()
        self._home = self._directory
        self._sockets = self._directory
        self._borrowed: Path | None = None  # a directory for the socket where our own path is too long
        self._owner: BinaryIO | None = None
        self._postmaster: Postmaster | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    @property
    def pid(self) -> int | None:
        """The server's process; none when it is not running."""
        return self._postmaster.pid if self._postmaster is not None else None

    def dsn(self, user: str = SUPERUSER, database: str = "postgres") -> str:
        return make_conninfo(host=str(self._sockets), user=user, dbname=database)

    def start(self) -> None:
        """Starts the server, making its files at first; one left over from a killed owner is stopped."""
        try:
            self._settle()
            data = self._home / "data"
            self._postmaster = Postmaster(data, self._sockets, self._account)
            self._postmaster.stop_left_over()
            bin_directory = programs(self._home, self._account)
            if not data.exists():
                self._initialise(bin_directory / "initdb", data)
            self._postmaster.start(bin_directory / "postgres", self._settings)
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        """Stops the server in good order and gives the directory free."""
        if self._postmaster is not None:
            self._postmaster.stop()
        if self._borrowed is not None:
            shutil.rmtree(self._borrowed, ignore_errors=True)
        if self._owner is not None:
            self._owner.close()
            self._owner = None

    def crash(self) -> None:
        """Kills the server as a failing machine would; `start` then recovers what was committed."""
        if self._postmaster is not None:
            self._postmaster.crash()

    def _settle(self) -> None:
        """Takes the directory for this process, and chooses account, home and socket directory."""
        if self._owner is not None:
            return
        self._directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._account = account_for(self._directory)
        try:
            self._owner = (self._directory / "owner").open("ab")
            fcntl.flock(self._owner, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise DatabaseUnavailable(
                f"Another process runs the database in {self._directory}: stop that one first."
            ) from None
        except PermissionError:
            raise DatabaseUnavailable(
                f"{self._directory} belongs to another user: start as that user, or remove it."
            ) from None
        self._account.owns(self._directory)
        self._home = self._directory
        if not self._account.reaches(self._directory):
            self._home = self._move_elsewhere()
        self._sockets = self._home / "run"
        if len(os.fsencode(self._sockets)) > LONGEST_SOCKET:
            self._sockets = self._borrowed = Path(tempfile.mkdtemp(prefix="baove-"))
        self._sockets.mkdir(mode=0o700, exist_ok=True)
        self._account.owns(self._sockets)

    def _move_elsewhere(self) -> Path:
        home = ELSEWHERE / hashlib.sha256(os.fsencode(self._directory)).hexdigest()[:16]
        link = self._directory / "moved"
        if not link.is_symlink():  # whoever removed our directory meant the data
            shutil.rmtree(home, ignore_errors=True)
            link.symlink_to(home)
        ELSEWHERE.mkdir(mode=0o755, parents=True, exist_ok=True)
        home.mkdir(mode=0o700, exist_ok=True)
        self._account.owns(home)
        return home

    def _initialise(self, initdb: Path, data: Path) -> None:
        partial = data.with_suffix(".partial")  # so that an interrupted initdb leaves nothing half made
        shutil.rmtree(partial, ignore_errors=True)
        arguments = ["--auth-local=trust", "--auth-host=reject", "--encoding=UTF8", "--data-checksums"]
        arguments += ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        arguments += ["--no-instructions", "--username", SUPERUSER]
        arguments += [] if self._durable else ["--no-sync"]
        answer = self._account.run(initdb, *arguments, "-D", partial)
        if answer.returncode != 0:
            raise DatabaseUnavailable(f"initdb failed: {answer.stderr.strip()}")
        partial.rename(data)


@contextmanager
def serving(directory: Path, *, durable: bool = True) -> Generator[Server]:
    """The server that DATABASE_URL names, or else an embedded one for as long as the block runs."""
    if url := os.environ.get("DATABASE_URL"):
        yield Given(url)
        return
    with Cluster(directory, durable=durable) as cluster:
        yield cluster
