"""Seal and open personal values with the keys of their subjects, made at first use."""

import asyncio
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from hmac import digest
from secrets import token_bytes
from types import TracebackType
from typing import Self
from uuid import UUID

from psycopg import Error

from domain.record.personal import Personal, PersonalKind
from domain.record.vocabulary import BAOVE
from server.record.keyring.boxes import KEY_BYTES, seal, unseal
from server.record.keyring.cache import KeyCache, Pair
from server.record.keyring.encryption import PURPOSES, KeyEncryption, KeyPurpose, KeysUnfit, Plain, Wrapped
from server.record.keyring.marks import Marks
from server.record.keyring.vault import DestroyedKey, Held, Vault, fingerprint, place
from server.record.mapper import bound_to

COMMAND_KEY: Pair = (BAOVE, "command")
WORD_KEY: Pair = (BAOVE, "word")
MARK_KEY: Pair = (BAOVE, "mark")
RECONNECT_S = 0.2


class Erased(Exception):
    """The subject's key was destroyed: nothing more can be sealed about them."""


class KeyMissing(Exception):
    """A box without a trace of its key, not even of a destroyed one: keys were lost, nobody was erased."""


@dataclass(frozen=True, slots=True)
class KeyedSealer:
    """The keys for the values of one command; seals without asking anybody."""

    keys: Mapping[Pair, bytes]

    def seal(self, subject: UUID, kind: PersonalKind, text: str, bound_to: bytes) -> str:
        """The box: base64 of nonce, ciphertext and tag."""
        return seal(self.keys[subject, kind], text, bound_to)


class Keyring:
    """The keys of all subjects, as far as the role in `dsn` and the key in `encryption` reach.

    `texts_only` is for the projector's role: it opens texts, and nothing else. Unwrapped keys stay for
    minutes (see `KeyCache`); a destroyed one is dropped at once.
    """

    def __init__(
        self,
        dsn: str,
        encryption: KeyEncryption,
        *,
        texts_only: bool = False,
        cache: KeyCache | None = None,
    ) -> None:
        self._vault = Vault(dsn, texts_only=texts_only)
        self._encryption = encryption
        self._texts_only = texts_only
        self._cache = KeyCache() if cache is None else cache
        self._hashing: dict[Pair, bytes] = {}
        self._listener: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        await self._vault.__aenter__()
        try:
            wanted = [WORD_KEY] if self._texts_only else [WORD_KEY, COMMAND_KEY, MARK_KEY]
            self._hashing = await self._make(wanted)
        except BaseException:
            await self._vault.__aexit__(None, None, None)
            raise
        self._listener = asyncio.create_task(self._listen(), name="keyring notices")
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._listener is not None:
            self._listener.cancel()
            with suppress(asyncio.CancelledError):
                await self._listener
        self._cache.listening(False)
        await self._vault.__aexit__(kind, error, trace)

    async def prepare(self, pairs: Iterable[tuple[UUID, PersonalKind]]) -> KeyedSealer:
        """A sealer for these subjects and kinds; keys are made where there were none. Raises Erased."""
        wanted, drops = set[Pair](pairs), self._cache.drops
        keys = self._cache.find(wanted)
        if absent := sorted(wanted - keys.keys()):
            made = await self._make(absent)
            self._cache.keep(made, drops)
            keys |= made
        return KeyedSealer(keys)

    async def open(self, file_id: UUID, value: Personal) -> str | None:
        """The text in a box of this file; None when its subject was erased."""
        return (await self.open_many([(file_id, value)]))[0]

    async def open_many(self, values: Sequence[tuple[UUID, Personal]]) -> list[str | None]:
        """The texts in boxes, each given with its file, in order; None where the subject was erased.

        Raises DoesNotOpen for a box that was changed or moved, KeyMissing for one whose key was lost.
        """
        wanted, drops = {(value.subject, value.kind.value) for _, value in values}, self._cache.drops
        keys = self._cache.find(wanted)
        held: Held = {}
        if absent := sorted(wanted - keys.keys()):
            held = await self._vault.get(absent)
            opened = await self._unwrap({pair: w for pair, w in held.items() if w is not None})
            self._cache.keep(opened, drops)
            keys |= opened
        return [_open(file_id, value, keys, held) for file_id, value in values]

    def fingerprint(self, content: bytes) -> bytes:
        """HMAC-SHA-256 of a command's body: tells whether two commands are the same, and to others nothing.

        A plain hash of a name would give the name away to whoever can guess it.
        """
        if COMMAND_KEY not in self._hashing:
            raise KeysUnfit("this keyring reads texts only: it has no key for commands")
        return digest(self._hashing[COMMAND_KEY], content, sha256)

    def index_key(self) -> bytes:
        """The key (32 bytes) under which words are indexed: one for all processes, also after rotations."""
        return self._hashing[WORD_KEY]

    @property
    def marks(self) -> Marks:
        """By what children are known across files."""
        return Marks(self._vault, self._hashing[MARK_KEY])

    async def destroy(self, subject: UUID, under: UUID) -> tuple[DestroyedKey, ...]:
        """Destroys the subject's keys under the erasure approved in file `under`; harmless when repeated."""
        destroyed = await self._vault.destroy(subject, under)
        self._cache.drop(subject)
        return destroyed

    async def is_erased(self, subject: UUID) -> bool:
        """Whether the subject's keys were destroyed."""
        held = await self._vault.get([(subject, kind.value) for kind in PersonalKind])
        return None in held.values()

    async def approved_erasures(self) -> list[UUID]:
        """Files of erasures that were approved and not yet recorded as done, oldest first."""
        return await self._vault.approved_erasures()

    async def _make(self, pairs: Sequence[Pair]) -> dict[Pair, bytes]:
        """The keys of these pairs, offering new ones; of two who offer at once both get the same."""
        made = {pair: token_bytes(KEY_BYTES) for pair in pairs}
        offered = await self._wrap(made)
        held = await self._vault.put_if_absent({p: (w, fingerprint(made[p])) for p, w in offered.items()})
        ours = {pair: made[pair] for pair in pairs if held[pair] == offered[pair]}
        others: dict[Pair, Wrapped] = {}
        for pair in made.keys() - ours.keys():
            wrapped = held[pair]
            if wrapped is None:
                raise Erased(f"{pair[0]} {pair[1]}")
            others[pair] = wrapped
        return ours | await self._unwrap(others)

    async def _wrap(self, keys: Mapping[Pair, bytes]) -> dict[Pair, Wrapped]:
        wrapped: dict[Pair, Wrapped] = {}
        for purpose, pairs in _by_purpose(keys):
            plain = [Plain(keys[pair], place(pair)) for pair in pairs]
            wrapped |= zip(pairs, await self._encryption.wrap(purpose, plain), strict=True)
        return wrapped

    async def _unwrap(self, wrapped: Mapping[Pair, Wrapped]) -> dict[Pair, bytes]:
        keys: dict[Pair, bytes] = {}
        for purpose, pairs in _by_purpose(wrapped):
            keys |= zip(pairs, await self._encryption.unwrap(purpose, [wrapped[p] for p in pairs]), strict=True)
        return keys

    async def _listen(self) -> None:
        while True:
            try:
                async for subject in self._vault.notices():
                    if subject is None:
                        self._cache.listening(True)
                    else:
                        self._cache.drop(subject)
            except Error:
                self._cache.listening(False)
                await asyncio.sleep(RECONNECT_S)


def _open(file_id: UUID, value: Personal, keys: Mapping[Pair, bytes], held: Held) -> str | None:
    pair = (value.subject, value.kind.value)
    if pair in keys:
        return unseal(keys[pair], value.box, bound_to(file_id, value.origin, value.subject, value.kind))
    if pair not in held:
        raise KeyMissing(f"{value.subject} {value.kind}")
    return None


def _by_purpose(pairs: Iterable[Pair]) -> Iterable[tuple[KeyPurpose, list[Pair]]]:
    groups: defaultdict[KeyPurpose, list[Pair]] = defaultdict(list)
    for pair in pairs:
        groups[PURPOSES[pair[1]]].append(pair)
    return groups.items()
