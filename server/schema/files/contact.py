"""Contacts about a child as clients see them."""

from domain.contact import state
from domain.contact.kind import CONTACT
from domain.record.vocabulary import Kind
from server.schema.files.file_now import FileNow
from server.schema.files.parts import As, shows
from server.schema.files.same_child import OtherFileOfChild
from server.schema.files.view import FileView


@shows(
    Kind.CONTACT,
    state.Contacts,
    "number",
    "phase",
    "body",
    "place",
    "count",
    "last_at",
    "report",
    As("same_child", part=OtherFileOfChild),
)
class Contact(FileNow):
    """What a body was told or saw of a child without calling it a report."""


CONTACT_VIEW = FileView(
    kind=CONTACT,
    shape=Contact,
    noun="contacts",
    shown="The contacts as they now are, for who may see them.",
    by_id=True,
)
