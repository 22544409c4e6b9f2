"""What a file of contacts is: whose it is, where it stands among the units, and whom it tells of."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from domain.contact.listed import CONTACTS
from domain.contact.state import ContactPhase, Contacts
from domain.label import Label
from domain.record.field import says
from domain.record.file_kind import FileKind, Heading, Openness, Scope
from domain.record.naming import ChildNamed
from domain.record.refusal import present
from domain.record.register import level_above
from domain.record.vocabulary import Kind, UnitRef


def where(contacts: Contacts, command: Any) -> Mapping[Scope, frozenset[UUID]]:
    def ids(*refs: UnitRef | None) -> frozenset[UUID]:
        return frozenset(ref.id for ref in refs if ref is not None)

    return {
        Scope.RECEIVER: ids(contacts.body),
        Scope.PLACE: ids(contacts.place),
        Scope.ABOVE: ids(contacts.place, contacts.body),
    }


def names(contacts: Contacts) -> tuple[ChildNamed, ...]:
    if contacts.child is None:
        return ()
    return (ChildNamed(subject=contacts.child, name=contacts.child_name, birth_year=contacts.child_birth_year),)


CONTACT = FileKind(
    name=Kind.CONTACT,
    label=Label(vi="Theo dõi liên hệ về trẻ em", en="Contacts about a child"),
    heading=Heading("CONTACT", Label(vi="Việc theo dõi liên hệ", en="Act on contacts")),
    empty=Contacts,
    phase=lambda contacts: contacts.phase,
    where=where,
    matter=lambda contacts: contacts.place,
    asked_as=("contact_id", says("Hồ sơ theo dõi liên hệ", "The contacts")),
    number=lambda contacts: contacts.number,
    openness=Openness.OWN_UNIT,
    places=lambda contacts: (contacts.place,),
    above=lambda contacts, answered, register, at: level_above(present(contacts.place), answered, register, at),
    people=lambda contacts: frozenset({contacts.child} if contacts.child else ()),
    links=lambda contacts: frozenset({contacts.report} if contacts.report else ()),
    lives=lambda contacts: contacts.phase is ContactPhase.NOTED,
    listed=CONTACTS,
    names=names,
    goes_on_in=lambda contacts: contacts.report,
)
