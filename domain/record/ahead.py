"""What a client's clock says when it runs a little ahead of the record's: taken as now, and told so."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from domain.record.field import fields_of
from domain.record.file import Request
from domain.record.refusal import Path

AHEAD_MAX = timedelta(minutes=2)


def taken_as_now(request: Request, now: datetime) -> tuple[Path, ...]:
    """The inputs of a person's request that claim an instant ahead of `now`, by no more than clocks differ."""
    return tuple(_ahead(request, now))


def on_our_clock(request: Request) -> Request:
    """The request with each of these instants as `request.at`. The system claims nothing."""
    for path in _ahead(request, request.at):
        if path == ("occurred_at",):
            request = replace(request, occurred_at=request.at)
        else:
            request = replace(request, command=replace(request.command, **{path[0]: request.at}))
    return request


def _ahead(request: Request, now: datetime) -> Iterator[Path]:
    if request.person is None:
        return
    claims: list[tuple[Path, Any]] = [(("occurred_at",), request.occurred_at)]
    of: type[Any] = request.command.__class__
    claims += [((f.name,), getattr(request.command, f.name)) for f in fields_of(of) if f.claimed]
    for path, value in claims:
        if isinstance(value, datetime) and now < value <= now + AHEAD_MAX:
            yield path
