"""How contacts stand in their list."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Annotated
from uuid import UUID

from domain.contact.state import ContactPhase, Contacts
from domain.label import Label
from domain.record.field import points_at
from domain.record.listed import Listed, taken
from domain.record.vocabulary import Kind, UnitRef


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactSummary:
    """Contacts about one child in a list. Ask for the whole of it with `contact(by: {id: ...})`."""

    number: str
    phase: ContactPhase
    body: UnitRef | None
    place: UnitRef | None
    count: int
    last_at: datetime | None
    report: Annotated[UUID | None, points_at(Kind.REPORT)]


CONTACTS: Listed[Contacts] = Listed(
    name="contacts",
    label=Label(vi="Danh sách theo dõi liên hệ", en="Contacts"),
    row=ContactSummary,
    of=partial(taken, ContactSummary),
    found_by={"phases": "phase", "unit": "place", "last_at": "last_at"},
    since="last_at",
)
