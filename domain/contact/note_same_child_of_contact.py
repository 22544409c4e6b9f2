"""Note on contacts that another file tells of the same child, or perhaps of the same, or does not."""

from dataclasses import replace

from domain.contact.state import Contacts
from domain.law import basis
from domain.record.act import Action, DecisionContext, Label, Line
from domain.record.same_child import (
    OTHER_FILE_NOT_FOUND,
    SAME_CHILD_NOTED,
    NoteSameChildOfContact,
    SameChildNoted,
    note,
    noted,
)
from domain.record.who import May, Role, Scope


def decide(contacts: Contacts, command: NoteSameChildOfContact, context: DecisionContext) -> SameChildNoted:
    return note(contacts.same_child, command, context)


def evolve(contacts: Contacts, event: SameChildNoted, line: Line) -> Contacts:
    return replace(contacts, same_child=noted(contacts.same_child, event))


NOTE_SAME_CHILD_OF_CONTACT = Action(
    command=NoteSameChildOfContact,
    event=SameChildNoted,
    stored_as="contact.same_child_noted.1",
    asks=Label(vi="Ghi nhận hồ sơ khác của trẻ em trên hồ sơ liên hệ", en="Note another file of the child on contacts"),
    tells=Label(
        vi="Hồ sơ liên hệ: có hồ sơ khác về cùng một trẻ em",
        en="Another file of the child noted on the contacts",
    ),
    may=May.within(Scope.ANY, Role.SYSTEM),
    basis=basis.WHAT_IS_TOLD,
    refuses=(OTHER_FILE_NOT_FOUND, SAME_CHILD_NOTED),
    decide=decide,
    evolve=evolve,
    reads=lambda file, command: (command.other,),
)
