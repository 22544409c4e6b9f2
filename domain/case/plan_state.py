"""The part of a case's state that its plan acts write."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What the lines tell of it."""
