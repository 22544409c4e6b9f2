"""Rows of a case's state that bear a reference: measures, orders, requests."""

from dataclasses import replace
from typing import Any, ClassVar, Protocol, TypeVar


class Numbered(Protocol):
    """A row under its reference within the case."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def ref(self) -> str: ...


R = TypeVar("R", bound=Numbered)


def changed(rows: tuple[R, ...], ref: str | None, **now: Any) -> tuple[R, ...]:
    """The rows, with the one under the reference as it is now."""
    return tuple(replace(row, **now) if row.ref == ref else row for row in rows)
