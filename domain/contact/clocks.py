"""Clocks of contacts: when they are to be weighed, by whom, and under which reference."""

from typing import Any

from domain.contact.state import Contacts
from domain.law import duty
from domain.record.act import DecisionContext, present
from domain.record.fields import OfficeRef


def often(contacts: Contacts, event: Any, context: DecisionContext) -> bool:
    """Whether there were so many that somebody has to weigh them."""
    return contacts.often


def head_of_body(contacts: Contacts, event: Any, context: DecisionContext) -> OfficeRef:
    """The head of the body that keeps them."""
    return context.register.head_of(present(contacts.body), context.at, context.by.office)


def this_weighing(contacts: Contacts, event: Any, context: DecisionContext) -> tuple[str, ...]:
    """What comes after the weighing has lapsed is to be weighed by itself: a miss swallows nothing new."""
    return (str(event.which),) if (duty.CONTACTS_WEIGHED.code, "") in context.file.lapsed else ("",)
