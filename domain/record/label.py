"""A text shown to people, in both languages."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A text shown to people, in Vietnamese and in English."""

    vi: str
    en: str
