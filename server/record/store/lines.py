"""What the store is asked to write, what it answers and what it reads back: bytes, nothing of the domain."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Asks for exactly one line: version `version` of file `file_id`.

    `version` counts from 1 and follows the file's last line. `name` is the stored name of the event, `state`
    its bytes. `command_id` with `command_hash` (of the command's body) makes a second sending harmless.
    `register_seen` is the position of the last register line (`unit.`, `office.`) that the decision knew; 0
    for none.
    """

    file_id: UUID
    version: int
    name: str
    state: bytes
    command_id: UUID
    command_hash: bytes
    register_seen: int


@dataclass(frozen=True, slots=True)
class Recorded:
    """The line was added at `position` (from 1, no gaps) at `recorded_at` (UTC, grows with the position)."""

    position: int
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Replayed:
    """The same command was recorded before, at `position`; nothing was added."""

    position: int
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Conflict:
    """The file does not end at `version - 1`: someone wrote first. Load again and decide again."""


@dataclass(frozen=True, slots=True)
class Mismatch:
    """The same `command_id` was recorded before with another body."""


@dataclass(frozen=True, slots=True)
class RegisterMoved:
    """A unit or an office changed after `register_seen`. Catch up with the register and decide again."""


Answer = Recorded | Replayed | Conflict | Mismatch | RegisterMoved


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredLine:
    """One line as it lies in the log."""

    file_id: UUID
    version: int
    name: str
    state: bytes
    position: int
    recorded_at: datetime
    command_id: UUID
    command_hash: bytes


class Overloaded(Exception):
    """Too much is waiting to be written; nothing was written. Try again later."""


class Unavailable(Exception):
    """The database did not come back; whether the line was written is unknown: send the same draft again."""


class UnfitDatabase(Exception):
    """The database's settings, clock or guards do not allow it to keep this record."""


class WriterClosed(Exception):
    """The writer has been closed; nothing was written."""
