"""How much one person may use: operations and their cost by the second, and how much side by side."""

import asyncio
from collections import Counter, OrderedDict
from collections.abc import Callable, Generator
from contextlib import AbstractAsyncContextManager, contextmanager
from dataclasses import dataclass, field
from typing import Any

from server.faults import CodedError, FaultCode


@dataclass(frozen=True, slots=True, kw_only=True)
class CallerLimits:
    """What one person may use, over HTTP and sockets together.

    Operations a second, and at once after a pause; the same of their cost; what may run or be open side by side, and
    how many of these operations work at the same time while the others wait.
    """

    per_second: float = 50.0
    burst: float = 200.0
    cost_per_second: float = 20_000.0
    cost_burst: float = 100_000.0
    side_by_side: int = 8
    at_once: int = 2
    sockets: int = 10
    subscriptions: int = 20
    people_remembered: int = 10_000


@dataclass(slots=True)
class _Bucket:
    """Fills by the second up to its size; a debt is paid off before anything more is given."""

    size: float
    per_second: float
    holds: float
    filled_at: float

    def take(self, amount: float, now: float, what: str) -> None:
        """Raises RATE_LIMITED while it does not hold so much."""
        self.holds = min(self.size, self.holds + (now - self.filled_at) * self.per_second)
        self.filled_at = now
        wanted = min(amount, self.size)
        if self.holds < wanted:
            wait = (wanted - self.holds) / self.per_second
            raise CodedError(FaultCode.RATE_LIMITED, what, retry_after=max(1, round(wait)))
        self.holds -= amount


@dataclass(slots=True)
class _Account:
    operations: _Bucket
    cost: _Bucket
    turns: asyncio.Semaphore
    open: Counter[str] = field(default_factory=Counter[str])


class Allowance:
    """Counts what each person uses of this process; `clock` gives seconds that never run backwards."""

    def __init__(self, limits: CallerLimits, clock: Callable[[], float]) -> None:
        self._limits = limits
        self._clock = clock
        self._accounts: OrderedDict[object, _Account] = OrderedDict()

    @contextmanager
    def slot(self, person: object) -> Generator[None]:
        """Held while one operation of the person runs that comes to an end; raises RATE_LIMITED where none is left."""
        with self._held(person, "operations side by side", self._limits.side_by_side):
            yield

    def turn(self, person: object) -> AbstractAsyncContextManager[Any]:
        """Held while one operation of the person works; the others that were let in wait for their turn."""
        return self._account(person).turns

    @contextmanager
    def socket(self, person: object) -> Generator[None]:
        """Held while a socket of the person is open."""
        with self._held(person, "sockets", self._limits.sockets):
            yield

    @contextmanager
    def subscription(self, person: object) -> Generator[None]:
        """Held while the person listens to one subscription, on whichever socket."""
        with self._held(person, "subscriptions", self._limits.subscriptions):
            yield

    def take(self, person: object) -> None:
        """Charges one operation to the person, who may owe nothing of the cost of earlier ones."""
        account, now = self._account(person), self._clock()
        account.operations.take(1, now, "operations a second")
        account.cost.take(0, now, "cost a second")

    def charge(self, person: object, cost: float) -> None:
        """Charges what an operation costs, before it runs."""
        self._account(person).cost.take(cost, self._clock(), "cost a second")

    def debit(self, person: object, cost: float) -> None:
        """Charges what has been spent already: it is paid off before anything more is given."""
        self._account(person).cost.holds -= cost

    @contextmanager
    def _held(self, person: object, what: str, most: int) -> Generator[None]:
        account = self._account(person)
        if account.open[what] >= most:
            raise CodedError(FaultCode.RATE_LIMITED, what, retry_after=1)
        account.open[what] += 1
        try:
            yield
        finally:
            account.open[what] -= 1

    def _account(self, person: object) -> _Account:
        account = self._accounts.get(person)
        if account is None:
            limits, now = self._limits, self._clock()
            account = self._accounts[person] = _Account(
                _Bucket(limits.burst, limits.per_second, limits.burst, now),
                _Bucket(limits.cost_burst, limits.cost_per_second, limits.cost_burst, now),
                asyncio.Semaphore(limits.at_once),
            )
        self._accounts.move_to_end(person)
        while len(self._accounts) > self._limits.people_remembered:
            self._accounts.popitem(last=False)
        return account
