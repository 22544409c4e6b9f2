"""The operation under way: whether it may write, and whose reading it has recorded."""

from contextvars import ContextVar
from dataclasses import dataclass, field
from uuid import UUID


@dataclass(slots=True)
class Run:
    """One operation under way; `must_finish` once a mutation's execution has started.

    `opened`: for each file and purpose the values whose reading the operation has recorded.
    """

    may_write: bool
    must_finish: bool = False
    opened: dict[tuple[UUID, str], frozenset[str]] = field(default_factory=dict[tuple[UUID, str], frozenset[str]])


CURRENT_RUN: ContextVar[Run | None] = ContextVar("CURRENT_RUN", default=None)
