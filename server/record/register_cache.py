"""The register as this process knows it: folded from the log's lines of it, caught up on demand."""

import asyncio
from uuid import UUID

from domain.catalogue import BY_STORED_NAME, kind_begun_by
from domain.record.file import File
from domain.record.fold import apply
from domain.record.line import Line
from domain.record.register import Register
from server.record.mapper import load
from server.record.store import Log


class RegisterCache:
    """Holds the register and the lines it was folded from, in order, so that any past register can be made."""

    def __init__(self, log: Log) -> None:
        self.register = Register()
        self.lines: list[Line] = []
        self._files: dict[UUID, File] = {}
        self._log = log
        self._lock = asyncio.Lock()
        self._begun = 0

    async def catch_up(self) -> Register:
        """Read the register lines that were added since the last time.

        Who waits meanwhile is served by one reading that began after they asked.
        """
        asked = self._begun
        async with self._lock:
            if self._begun > asked:
                return self.register
            self._begun += 1
            for stored in await self._log.register_lines(self.register.position):
                line = load(stored)
                self.lines.append(line)
                _take(self.register, self._files, line)
        return self.register

    def as_of(self, position: int) -> Register:
        """The register as the record knew it after `position`."""
        register, files = Register(), dict[UUID, File]()
        for line in self.lines:
            if (line.position or 0) > position:
                break
            _take(register, files, line)
        return register


def _take(register: Register, files: dict[UUID, File], line: Line) -> None:
    file = files.get(line.file_id)
    if file is None:
        file = files[line.file_id] = File.blank(line.file_id, kind_begun_by(line.stored_as))
    apply(file, BY_STORED_NAME[line.stored_as], line)
    if file.kind.enters is not None:
        file.kind.enters(register, file.id, file.state)
    register.position = line.position or register.position
