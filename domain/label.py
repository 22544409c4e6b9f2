"""A text shown to people, in both languages."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Self


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A text shown to people, in Vietnamese and in English."""

    vi: str
    en: str


YES = Label(vi="Có", en="Yes")
NO = Label(vi="Không", en="No")


class Labelled(StrEnum):
    """An enum whose values say in both languages what they mean: `HIGH = "high", "Cao", "High"`."""

    _value_: str
    label: Label

    def __new__(cls, value: str, vi: str, en: str) -> Self:
        """Only the value is stored, looked up and compared; the words go with it."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = Label(vi=vi, en=en)
        return member
