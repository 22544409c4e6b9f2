"""The acts on contacts, in the order a file meets them."""

from typing import Any

from domain.contact.decline_contacts import DECLINE_CONTACTS
from domain.contact.look_into_lapses_of_contacts import LOOK_INTO_LAPSES_OF_CONTACTS
from domain.contact.note_same_child_of_contact import NOTE_SAME_CHILD_OF_CONTACT
from domain.contact.record_contact import RECORD_CONTACT
from domain.contact.report_contacts import REPORT_CONTACTS
from domain.record.action import Action

CONTACT_ACTS: tuple[Action[Any, Any, Any], ...] = (
    RECORD_CONTACT,
    REPORT_CONTACTS,
    DECLINE_CONTACTS,
    LOOK_INTO_LAPSES_OF_CONTACTS,
    NOTE_SAME_CHILD_OF_CONTACT,
)
