"""The table of wrapped keys, through the functions that the database offers each role."""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from types import TracebackType
from typing import Any, Self
from uuid import UUID

from psycopg import AsyncConnection
from psycopg_pool import AsyncConnectionPool

from server.away import LENT_WITHIN_S, must_lead
from server.record.keyring.cache import Pair
from server.record.keyring.encryption import Wrapped

GET = "SELECT * FROM vault.get(%s::uuid[], %s::text[])"
GET_TEXTS = "SELECT * FROM vault.get_texts(%s::uuid[])"
PUT = "SELECT * FROM vault.put_if_absent(%s::uuid[], %s::text[], %s::bytea[], %s::integer[], %s::bytea[])"
PUT_WORD = "SELECT * FROM vault.put_word_key(%s, %s, %s)"
DESTROY = "SELECT kind, fingerprint FROM vault.destroy(%s, %s)"
KEEP_MARKS = "SELECT vault.keep_marks(%s, %s, %s, %s::text[], %s::bytea[])"
COMPARE_AT = "SELECT vault.compare_at(%s, %s)"
ALIKE = "SELECT * FROM vault.alike(%s)"
TO_COMPARE = "SELECT * FROM vault.to_compare()"
COMPARED = "SELECT vault.compared(%s, %s)"
FORGET_MARKS = "SELECT vault.forget_marks(%s)"
APPROVED = """
SELECT originator_id FROM log.events WHERE topic LIKE 'subject.%'
GROUP BY originator_id
HAVING bool_or(topic LIKE 'subject.erasure_approved.%') AND NOT bool_or(topic LIKE 'subject.erased.%')
ORDER BY min(notification_id)
"""
SESSION = "-c synchronous_commit=on -c TimeZone=UTC"  # a key must be as durable as what is sealed with it
QUIET_S = 30.0
FINGERPRINT_BYTES = 16

Held = dict[Pair, Wrapped | None]
"""Wrapped keys; None: destroyed."""


@dataclass(frozen=True, slots=True)
class DestroyedKey:
    """A key that is gone: of which kind it was, and its fingerprint."""

    kind: str
    fingerprint: bytes


class Vault:
    """Wrapped keys. `texts_only` is for the projector's role, which is given no others."""

    def __init__(self, dsn: str, *, texts_only: bool = False, size: int = 4) -> None:
        self._dsn = dsn
        self._texts_only = texts_only
        session = {"autocommit": True, "options": SESSION}
        self._pool = AsyncConnectionPool(
            dsn, min_size=1, max_size=size, open=False, kwargs=session, check=must_lead, timeout=LENT_WITHIN_S
        )

    async def __aenter__(self) -> Self:
        await self._pool.open(wait=True)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._pool.close()

    async def get(self, pairs: Sequence[Pair]) -> Held:
        """The keys that there are."""
        if self._texts_only:
            return _held(await self._rows(GET_TEXTS, [[subject for subject, _ in pairs]]))
        return _held(await self._rows(GET, [[s for s, _ in pairs], [str(k) for _, k in pairs]]))

    async def put_if_absent(self, offered: Mapping[Pair, tuple[Wrapped, bytes]]) -> Held:
        """Offers wrapped keys with their fingerprints; gives those that hold."""
        if self._texts_only:
            ((wrapped, printed),) = offered.values()
            return _held(await self._rows(PUT_WORD, [wrapped.wrapped, wrapped.version, printed]))
        columns = [
            [subject for subject, _ in offered],
            [str(kind) for _, kind in offered],
            [wrapped.wrapped for wrapped, _ in offered.values()],
            [wrapped.version for wrapped, _ in offered.values()],
            [printed for _, printed in offered.values()],
        ]
        return _held(await self._rows(PUT, columns))

    async def destroy(self, subject: UUID, under: UUID) -> tuple[DestroyedKey, ...]:
        """Destroys all keys of the subject under the erasure approved in file `under`; repeatable."""
        return tuple(DestroyedKey(*row) for row in await self._rows(DESTROY, [subject, under]))

    async def keep_marks(
        self, subject: UUID, file_id: UUID, version: int, forms: Sequence[str], marks: Sequence[bytes]
    ) -> None:
        """Keep marks of a subject in a file, to be compared once its line `version` is there."""
        await self._rows(KEEP_MARKS, [subject, file_id, version, list(forms), list(marks)])

    async def compare_at(self, file_id: UUID, version: int) -> None:
        """Note that a file is to be compared once its line `version` is there."""
        await self._rows(COMPARE_AT, [file_id, version])

    async def alike(self, file_id: UUID) -> list[tuple[Any, ...]]:
        """Other files with a mark of this one, under which form of it and of theirs."""
        return await self._rows(ALIKE, [file_id])

    async def to_compare(self) -> list[tuple[Any, ...]]:
        """Files to be compared, since which version, and whether they have waited for a day."""
        return await self._rows(TO_COMPARE, None)

    async def compared(self, file_id: UUID, version: int) -> None:
        """The file was compared as it was with this line."""
        await self._rows(COMPARED, [file_id, version])

    async def forget_marks(self, file_id: UUID) -> None:
        """Take the marks of a file away."""
        await self._rows(FORGET_MARKS, [file_id])

    async def approved_erasures(self) -> list[UUID]:
        """Files of erasures that were approved and not yet recorded as done, oldest first."""
        return [file_id for (file_id,) in await self._rows(APPROVED, None)]

    async def notices(self) -> AsyncIterator[UUID | None]:
        """Subjects whose keys were destroyed, as it happens; None: all is heard from here on, or still is.

        Raises what `is_away` knows when the connection is lost.
        """
        async with await AsyncConnection.connect(self._dsn, autocommit=True) as connection:
            await connection.execute("LISTEN vault")
            while True:
                yield None
                async for notice in connection.notifies(timeout=QUIET_S):
                    yield UUID(notice.payload)
                await connection.execute("SELECT 1")

    async def _rows(self, query: str, parameters: list[Any] | None) -> list[tuple[Any, ...]]:
        async with self._pool.connection() as connection, connection.cursor(binary=True) as cursor:
            await cursor.execute(query.encode(), parameters, prepare=True)
            return await cursor.fetchall()


def place(pair: Pair) -> bytes:
    """What the wrapping of a subject's key is bound to."""
    subject, kind = pair
    return f"key|{subject}|{kind}".encode()


def fingerprint(key: bytes) -> bytes:
    """Tells one data key from another and says nothing of it: half of the SHA-256 of 256 random bits."""
    return sha256(b"baove data key|" + key).digest()[:FINGERPRINT_BYTES]


def _held(rows: list[tuple[Any, ...]]) -> Held:
    held: Held = {}
    for subject, kind, wrapped, version in rows:
        pair = (subject, kind)
        held[pair] = None if wrapped is None else Wrapped(wrapped, version, place(pair))
    return held
