"""The acts on contacts, in the order a file meets them."""

from typing import Any

from domain.contact.decline_contacts import DECLINE_CONTACTS
from domain.contact.note_same_child_of_contact import NOTE_SAME_CHILD_OF_CONTACT
from domain.contact.record_contact import RECORD_CONTACT
from domain.contact.report_contacts import REPORT_CONTACTS
from domain.record.action import Action

CONTACT_ACTS: tuple[Action[Any, Any, Any], ...] = (
    RECORD_CONTACT,
    REPORT_CONTACTS,
    DECLINE_CONTACTS,
    NOTE_SAME_CHILD_OF_CONTACT,
)
