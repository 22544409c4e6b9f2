"""Bring projections up to the log, batch by batch: rows and position in one transaction."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from traceback import extract_tb
from types import TracebackType
from typing import Any, Self
from uuid import UUID

from psycopg import Connection, DataError, IntegrityError
from psycopg import Error as DatabaseError

from projections.entry import FeedEntry, Opener, Sources, Write
from server.follow.builds import LIVE, Build, Moved, advance, hold, park, tell, tracked
from server.follow.feed import Reader, StoredRow

logger = logging.getLogger(__name__)

PARKED = "SELECT position FROM read.projection_failures WHERE name = %s AND build = %s ORDER BY position"
UNPARK = "DELETE FROM read.projection_failures WHERE name = %s AND build = %s"


class Waits(Exception):
    """An earlier line of the same file is parked."""


class Batch:
    """What a batch of lines comes to: per build where it stood, its writes, and the lines that must wait."""

    def __init__(self, builds: Sequence[Build], last: int) -> None:
        self.stood = [(build, build.position) for build in builds]
        self.last = last
        self.writes: list[tuple[Build, list[Write]]] = []
        self.waiting: list[tuple[Build, FeedEntry]] = []

    def fold(self, entries: Sequence[FeedEntry], sources: Sources) -> None:
        for build, position in self.stood:
            new = [entry for entry in entries if entry.position > position]
            if build.stopped:
                self.waiting += [(build, entry) for entry in new if entry.line.file_id in build.stopped]
                new = [entry for entry in new if entry.line.file_id not in build.stopped]
            self.writes.append((build, list(build.fold(new, sources))))
            build.position = max(position, self.last)


class Follower:
    """Follows the log: one connection reads and folds the next batch while the other writes the last one.

    A line that a projection cannot take is parked for it, with the later lines of the same file behind it
    (they would be folded onto a file that lacks a line); all else goes on.
    """

    def __init__(
        self,
        connection: Connection[Any],
        source: Connection[Any],
        opener: Opener,
        batch: int = 2000,
        which: str = LIVE,
    ) -> None:
        self._connection = connection
        self._reader = Reader(source, opener)
        self._batch = batch
        self._which = which
        self._builds: list[Build] = []
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="projections")
        self._writing: Future[None] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._writer.shutdown()

    @property
    def builds(self) -> Sequence[Build]:
        """The builds that are followed, as far as they have been folded."""
        return self._builds

    def catch_up(self) -> int:
        """Go on to the end of the log. Gives how many lines were read; all of them are written."""
        total = 0
        while read := self.step():
            total += read
        return total

    def step(self) -> int:
        """Read one batch. It is written when it was the last for now, else while the next one is read."""
        try:
            return self._step()
        except Moved:
            self.start_again()
        except Exception as error:
            self.start_again()
            if not parks(error):
                raise
            return self._carefully()
        return self._step()

    def retry(self) -> int:
        """Try every parked line again, oldest first. Gives how many remain parked."""
        self.start_again()
        remaining = 0
        with self._connection.transaction():
            for build in self._load():
                key = [build.projection.name, build.number]
                positions = self._connection.execute(PARKED.encode(), key).fetchall()
                self._connection.execute(UNPARK.encode(), key)
                build.stopped.clear()
                for (position,) in positions:
                    remaining += not self._take(self._reader.line(position), [build])
            tell(self._connection, [(build, build.position) for build in self._builds])
        self.start_again()
        return remaining

    def _step(self) -> int:
        builds = self._builds or self._load()
        after = min((build.position for build in builds), default=0)
        stored = self._reader.lines(after, self._batch) if builds else []
        if not stored:
            self._wait()
            return 0
        batch = Batch(builds, stored[-1][4])
        batch.fold(self._reader.entries(stored), self._reader.sources)
        self._wait()
        if len(stored) < self._batch:
            self._write(batch)
        else:
            self._writing = self._writer.submit(self._write, batch)
        return len(stored)

    def _wait(self) -> None:
        writing, self._writing = self._writing, None
        if writing is not None:
            writing.result()

    def _write(self, batch: Batch) -> None:
        with self._connection.transaction():
            hold(self._connection, self._which, batch.stood)
            for build, writes in batch.writes:
                build.write(self._connection, writes)
            for build, entry in batch.waiting:
                self._park(build, entry.position, entry.line.file_id, Waits())
            moved = [(build, batch.last) for build, stood in batch.stood if stood < batch.last]
            advance(self._connection, moved)
            tell(self._connection, moved)

    def _load(self) -> Sequence[Build]:
        self._builds = tracked(self._connection, self._which)
        return self._builds

    def start_again(self) -> None:
        """Forget what was folded and not written: the tables say where to go on."""
        if self._writing is not None:
            self._writing.exception()
            self._writing = None
        self._builds = []

    def _carefully(self) -> int:
        """Take one batch line by line, parking what cannot be taken."""
        builds = self._load()
        stood = [(build, build.position) for build in builds]
        after = min((position for _, position in stood), default=0)
        stored = self._reader.lines(after, self._batch)
        if not stored:
            return 0
        with self._connection.transaction():
            hold(self._connection, self._which, stood)
            for row in stored:
                self._take(row, [build for build in builds if build.position < row[4]])
            moved = [(build, stored[-1][4]) for build, position in stood if position < stored[-1][4]]
            advance(self._connection, moved)
            tell(self._connection, moved)
        self._builds = []
        return len(stored)

    def _take(self, stored: StoredRow, builds: Sequence[Build]) -> bool:
        """Take one line into these builds, or park it. Gives whether none parked it."""
        position, file_id = stored[4], stored[0]
        failed: list[tuple[Build, Exception]] = []
        try:
            (entry,) = self._reader.entries([stored])
        except Exception as error:
            failed = [(build, error) for build in builds]
        else:
            for build in builds:
                try:
                    if file_id in build.stopped:
                        raise Waits
                    with self._connection.transaction():
                        build.write(self._connection, build.fold([entry], self._reader.sources))
                except Exception as error:
                    failed.append((build, error))
        for build, error in failed:
            if not parks(error):
                raise error
            build.forget()
            self._park(build, position, file_id, error)
        return not failed

    def _park(self, build: Build, position: int, file_id: UUID, error: Exception) -> None:
        kind = named(error)
        park(self._connection, build, position, file_id, kind)
        logger.error("line %s is parked: %s cannot take it (%s)", position, build.projection.name, kind)


def named(error: Exception) -> str:
    """The error's class and where it was raised: its message may hold what a person wrote."""
    frames = extract_tb(error.__traceback__)
    place = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return type(error).__name__ + place


def parks(error: Exception) -> bool:
    """Whether the error is the line's fault; if not, the database failed and nothing may go on."""
    return isinstance(error, DataError | IntegrityError) or not isinstance(error, DatabaseError)
