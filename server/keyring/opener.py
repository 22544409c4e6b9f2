"""The keyring for code that does not await: the projector opens texts through it."""

import asyncio
from collections.abc import Coroutine, Sequence
from threading import Thread
from types import TracebackType
from typing import Any, Self, TypeVar
from uuid import UUID

from domain.personal import Personal
from server.keyring.encryption import KeyEncryption
from server.keyring.ring import Keyring

T = TypeVar("T")


class TextOpener:
    """Opens free texts, with the projector's role. A keyring works for it in a thread of its own.

    A text whose key is at hand costs microseconds; `open_many` fetches all missing keys of a batch at once.
    """

    def __init__(self, dsn: str, encryption: KeyEncryption) -> None:
        self._ring = Keyring(dsn, encryption, texts_only=True)
        self._loop = asyncio.new_event_loop()
        self._thread = Thread(target=self._loop.run_forever, name="text opener", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        try:
            self._wait(self._ring.__aenter__())
        except BaseException:
            self._end()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._wait(self._ring.__aexit__(kind, error, trace))
        self._end()

    def open(self, file_id: UUID, value: Personal) -> str | None:
        """The text, or None when the subject's key was destroyed."""
        return self.open_many([(file_id, value)])[0]

    def open_many(self, values: Sequence[tuple[UUID, Personal]]) -> list[str | None]:
        """The texts in order; None where the subject's key was destroyed."""
        at_hand = self._ring.open_at_hand(values)
        return at_hand if at_hand is not None else self._wait(self._ring.open_many(values))

    def index_key(self) -> bytes:
        """The key (32 bytes) under which words are indexed."""
        return self._ring.index_key()

    def _wait(self, work: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result()

    def _end(self) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()
