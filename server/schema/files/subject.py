"""An erasure as clients see it: in the answers of its acts alone."""

from domain.record.vocabulary import Kind
from domain.subject.kind import SUBJECT
from domain.subject.state import Erasure
from server.schema.files.file_now import FileNow
from server.schema.files.parts import shows
from server.schema.files.view import FileView


@shows(Kind.SUBJECT, Erasure, "phase")
class Subject(FileNow):
    """The file in which the erasure of a person's data is decided."""


SUBJECT_VIEW = FileView(
    kind=SUBJECT,
    shape=Subject,
    noun="an erasure",
    shown="The erasure as it now is.",
)
