"""Unwrapped data keys for a few minutes, bounded in number, and only while notices of erasure are heard."""

from collections.abc import Collection, Mapping
from time import monotonic
from uuid import UUID

KEPT_AT_MOST_S = 300.0

Pair = tuple[UUID, str]
"""Whose key it is and for which kind of value."""


class KeyCache:
    """Holds at most `size` keys for at most `kept_s` seconds each; the oldest go first."""

    def __init__(self, size: int = 10_000, kept_s: float = KEPT_AT_MOST_S) -> None:
        self._size, self._kept_s = size, min(kept_s, KEPT_AT_MOST_S)
        self._keys: dict[Pair, tuple[bytes, float]] = {}
        self._listening = False
        self.drops = 0

    def __len__(self) -> int:
        return len(self._keys)

    @property
    def hearing(self) -> bool:
        """Whether notices are heard, hence keys kept."""
        return self._listening

    def listening(self, listening: bool) -> None:
        """Whether notices are heard from now on; while they are not, nothing is kept."""
        self._listening = listening
        self._sweep()
        if not listening:
            self.drops += 1
            self._keys.clear()

    def find(self, pairs: Collection[Pair]) -> dict[Pair, bytes]:
        """The keys of these pairs that are here."""
        self._sweep()
        return {pair: self._keys[pair][0] for pair in pairs if pair in self._keys}

    def keep(self, keys: Mapping[Pair, bytes], drops: int) -> None:
        """Take in keys that were asked for when `drops` was as given; not if any was dropped meanwhile."""
        if not self._listening or drops != self.drops:
            return
        until = monotonic() + self._kept_s
        for pair, key in keys.items():
            self._keys.pop(pair, None)
            self._keys[pair] = (key, until)
        while len(self._keys) > self._size:
            del self._keys[next(iter(self._keys))]

    def drop(self, subject: UUID) -> None:
        """Forget every key of the subject."""
        self.drops += 1
        for pair in [pair for pair in self._keys if pair[0] == subject]:
            del self._keys[pair]

    def _sweep(self) -> None:
        now = monotonic()
        while self._keys and self._keys[oldest := next(iter(self._keys))][1] <= now:
            del self._keys[oldest]
