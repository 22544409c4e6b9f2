"""Keyset pages: a cursor is the place of one row, bound to the question that was asked."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from zlib import crc32

from server.faults import CodedError, FaultCode
from server.schema.base.common import PageInfo

PAGE_MAX = 100
PAGE_DEFAULT = 20
CURSOR_CHARACTERS_MAX = 400


@dataclass(frozen=True, slots=True)
class Page:
    """Which rows are wanted: `size` of them, from a place on or up to it. `seed` binds cursors to the question."""

    size: int
    seed: int
    after: tuple[Any, ...] | None
    before: tuple[Any, ...] | None
    backwards: bool

    def cursor(self, *place: Any) -> str:
        """The cursor of a row whose place in the order is `place`: numbers or texts."""
        key = json.dumps(place, separators=(",", ":"))
        mark = crc32(key.encode(), self.seed)
        return base64.urlsafe_b64encode(f"{mark:08x}{key}".encode()).decode().rstrip("=")

    def info(self, cursors: Sequence[str], more: bool) -> PageInfo:
        """The page's info; `more`: there are rows beyond it in the direction of walking."""
        return PageInfo(
            has_next_page=self.before is not None if self.backwards else more,
            has_previous_page=more if self.backwards else self.after is not None,
            start_cursor=cursors[0] if cursors else None,
            end_cursor=cursors[-1] if cursors else None,
        )

    def cut(self, rows: Sequence[Any]) -> tuple[Sequence[Any], bool]:
        """The rows of the page in reading order, of `size + 1` that were fetched in walking order."""
        kept = rows[: self.size]
        return (kept[::-1] if self.backwards else kept), len(rows) > self.size


def page_of(
    question: object,
    shape: tuple[type, ...],
    first: int | None,
    after: str | None,
    last: int | None,
    before: str | None,
) -> Page:
    """The page that the arguments ask for; `shape`: the types of a row's place. Raises BAD_USER_INPUT."""
    if first is not None and last is not None:
        raise CodedError(FaultCode.BAD_USER_INPUT, "give first or last, not both")
    if (last is None and before is not None) or (last is not None and after is not None):
        raise CodedError(FaultCode.BAD_USER_INPUT, "after goes with first, before with last")
    size = PAGE_DEFAULT if first is None and last is None else first if last is None else last
    if size is None or not 1 <= size <= PAGE_MAX:
        raise CodedError(FaultCode.BAD_USER_INPUT, f"a page holds 1 to {PAGE_MAX}")
    seed = int.from_bytes(sha256(repr(question).encode()).digest()[:4])
    return Page(size, seed, _place(after, seed, shape), _place(before, seed, shape), last is not None)


def _place(cursor: str | None, seed: int, shape: tuple[type, ...]) -> tuple[Any, ...] | None:
    if cursor is None:
        return None
    try:
        if len(cursor) > CURSOR_CHARACTERS_MAX:
            raise ValueError
        text = base64.b64decode(cursor + "=" * (-len(cursor) % 4), b"-_", validate=True)
        mark, key = int(text[:8], 16), text[8:]
        if mark != crc32(key, seed):
            raise ValueError
        place = tuple(json.loads(key))
        if tuple(map(type, place)) != shape:
            raise ValueError
    except (binascii.Error, ValueError):
        raise CodedError(FaultCode.BAD_USER_INPUT, "the cursor belongs to another question or is damaged") from None
    return place
