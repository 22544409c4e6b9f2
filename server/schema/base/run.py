"""The operation under way: whether it may write, and whose reading it has recorded."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager, nullcontext
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from strawberry.types.graphql import OperationType


@dataclass(slots=True)
class Run:
    """One operation under way; `must_finish` once a mutation's execution has started.

    `tables`: the projections that it was answered from. `opened`: for each file and purpose the values whose reading
    the operation has recorded. `admit` is asked before it runs, with what it costs; `spent` is told what the reading of
    its text has cost. It works within `turn`.
    """

    may_write: bool
    admit: Callable[[OperationType, int], None] = lambda kind, cost: None
    spent: Callable[[int], None] = lambda cost: None
    turn: Callable[[], AbstractAsyncContextManager[Any]] = nullcontext
    must_finish: bool = False
    tables: set[str] = field(default_factory=set[str])
    opened: dict[tuple[UUID, str], frozenset[str]] = field(default_factory=dict[tuple[UUID, str], frozenset[str]])


CURRENT_RUN: ContextVar[Run | None] = ContextVar("CURRENT_RUN", default=None)
