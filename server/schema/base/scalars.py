"""Custom scalars."""

from datetime import UTC, date, datetime
from typing import Any, NewType
from uuid import UUID

import strawberry

Instant = NewType("Instant", datetime)
Day = NewType("Day", date)
Json = NewType("Json", object)


def write_instant(value: datetime | str) -> str:
    """RFC 3339 in UTC with `Z` and microseconds as needed."""
    if isinstance(value, str):
        return value
    return value.astimezone(UTC).isoformat().replace("+00:00", "Z")


def read_instant(text: Any) -> datetime:
    """An RFC 3339 instant, in UTC from here on; one without an offset is refused rather than guessed."""
    if not isinstance(text, str):
        raise ValueError("an instant is a string")
    value = datetime.fromisoformat(text)
    if value.tzinfo is None:
        raise ValueError("an instant needs an offset, such as Z or +07:00")
    if not 1900 <= value.year <= 2999:
        raise ValueError("the year is out of range")
    return value.astimezone(UTC)


def read_day(text: Any) -> date:
    """An ISO 8601 calendar day."""
    if not isinstance(text, str):
        raise ValueError("a day is a string")
    value = date.fromisoformat(text)
    if not 1900 <= value.year <= 2999:
        raise ValueError("the year is out of range")
    return value


def read_uuid(text: Any) -> UUID:
    """A UUID as text."""
    if not isinstance(text, str):
        raise ValueError("a UUID is a string")
    return UUID(text)


SCALARS: dict[object, Any] = {
    UUID: strawberry.scalar(
        name="UUID",
        description="A UUID: 32 hexadecimal digits with hyphens.",
        serialize=str,
        parse_value=read_uuid,
        specified_by_url="https://www.rfc-editor.org/rfc/rfc9562",
    ),
    Instant: strawberry.scalar(
        name="DateTime",
        description="RFC 3339 instant with an offset; answers are UTC with `Z`.",
        serialize=write_instant,
        parse_value=read_instant,
        specified_by_url="https://scalars.graphql.org/andimarek/date-time",
    ),
    Day: strawberry.scalar(
        name="Date",
        description="ISO 8601 calendar day, of Việt Nam.",
        serialize=lambda value: value if isinstance(value, str) else value.isoformat(),
        parse_value=read_day,
        specified_by_url="https://scalars.graphql.org/andimarek/local-date",
    ),
    Json: strawberry.scalar(
        name="JSON",
        description="Any JSON value; used for recorded facts only.",
        serialize=lambda value: value,
        parse_value=lambda value: value,
        specified_by_url="https://www.rfc-editor.org/rfc/rfc8259",
    ),
}
