"""The part of a case's state that its care acts write."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Care:
    """What the lines tell of it."""
