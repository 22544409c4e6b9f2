"""A moment to look from: a place in the record, a time of recording, or a time at which things held."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

import strawberry

from domain.record.line import Line
from server.schema.base.ids import position_of
from server.schema.base.scalars import Instant


@strawberry.input(
    description="The past to look at: as the record stood, or as things are known to have been.", one_of=True
)
class AsOf:
    position: strawberry.Maybe[str] = strawberry.field(
        description="Position token: as the record stood after that line."
    )
    recorded_at: strawberry.Maybe[Instant] = strawberry.field(
        description="As the record stood at that instant: what was known then."
    )
    occurred_at: strawberry.Maybe[Instant] = strawberry.field(
        description="What had happened by that instant, as the record knows it now."
    )


def up_to(lines: Sequence[Line], moment: AsOf | None) -> list[Line]:
    """The lines that count at the moment, by version; all of them without one."""
    if moment is None:
        return list(lines)
    if moment.position is not None:
        last = position_of(moment.position.value, "position")
        return [line for line in lines if (line.position or 0) <= last]
    if moment.recorded_at is not None:
        known_at = cast(Any, moment.recorded_at.value)
        return [line for line in lines if line.recorded_at is not None and line.recorded_at <= known_at]
    held_at = cast(Any, moment.occurred_at).value
    return [line for line in lines if line.occurred_at <= held_at]
