"""The one table that all measurements end in: what was measured, the figure, its ratio to the floor, what to reach."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """`reached`: the figure that a target is held against (a ratio, a rate, a time); `at_most` for times."""

    what: str
    figure: str
    reached: float | None = None
    target: float | None = None
    at_most: bool = False

    @property
    def verdict(self) -> str:
        """Whether the target was reached; nothing for a figure without one."""
        if self.reached is None or self.target is None:
            return ""
        good = self.reached <= self.target if self.at_most else self.reached >= self.target
        return "reached" if good else "not reached"


def print_table(rows: Iterable[Row]) -> None:
    """Print the rows under their heads."""
    print(f"\n{'what':34} {'figure':58} {'reached':>9} {'target':>8}")
    for row in rows:
        reached = "" if row.reached is None else f"{row.reached:,.2f}"
        target = "" if row.target is None else f"{row.target:,.2f}"
        print(f"{row.what:34} {row.figure:58} {reached:>9} {target:>8}  {row.verdict}")
