"""Keyed hashes of what children are known by across files: whoever reads them without the key learns no name."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from hmac import digest
from uuid import UUID

from domain.record.naming import Form
from server.record.keyring.vault import Vault


@dataclass(frozen=True, slots=True)
class ToCompare:
    """A file whose matches have to be told once its line `version` is there. `old`: it has waited for a day."""

    file_id: UUID
    version: int
    old: bool


class Marks:
    """The marks in the vault, under one key for all processes."""

    def __init__(self, vault: Vault, key: bytes) -> None:
        self._vault, self._key = vault, key

    async def keep(self, file_id: UUID, version: int, subject: UUID, forms: Iterable[tuple[Form, str]]) -> None:
        """Keep the marks of a child in a file, before its line `version` is written; none of one that was erased."""
        rows = [(form.value, digest(self._key, text.encode(), sha256)) for form, text in forms]
        await self._vault.keep_marks(subject, file_id, version, [form for form, _ in rows], [mark for _, mark in rows])

    async def compare_at(self, file_id: UUID, version: int) -> None:
        """Note that the file's matches have to be told once its line `version` is there."""
        await self._vault.compare_at(file_id, version)

    async def alike(self, file_id: UUID) -> dict[UUID, list[tuple[Form, Form]]]:
        """The other files with a mark of this one: which form of it equals which of theirs."""
        found: defaultdict[UUID, list[tuple[Form, Form]]] = defaultdict(list)
        for other, ours, theirs in await self._vault.alike(file_id):
            found[other].append((Form(ours), Form(theirs)))
        return found

    async def waiting(self) -> list[ToCompare]:
        """The files whose matches have still to be told, the oldest first."""
        return [ToCompare(*row) for row in await self._vault.to_compare()]

    async def compared(self, file_id: UUID, version: int) -> None:
        """The matches of the file, as it was with this line, are told."""
        await self._vault.compared(file_id, version)

    async def forget(self, file_id: UUID) -> None:
        """Take the marks of one file away; they are kept anew from the log."""
        await self._vault.forget_marks(file_id)
