"""The part of a case's state that its protection acts write."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Protection:
    """What the lines tell of it."""
