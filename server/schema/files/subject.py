"""An erasure as clients see it: who may decide on it sees the files, the lapses, the reasons and the objections."""

from domain.record.vocabulary import Kind
from domain.subject.kind import SUBJECT
from domain.subject.rows import LapseOnFile
from domain.subject.state import Erasure, Objection
from server.schema.files.file_now import FileNow
from server.schema.files.parts import As, shows
from server.schema.files.view import FileView


@shows(Kind.SUBJECT, Objection, "ref", "office", "outcome", "objection")
class ErasureObjection:
    """An objection to an erasure."""


@shows(Kind.SUBJECT, LapseOnFile, "ref", "file", "due_at", "answers")
class ErasureLapse:
    """A lapse of which the files of an erasure tell; of which duty, the facts say."""


@shows(
    Kind.SUBJECT,
    Erasure,
    "phase",
    "subject",
    "files",
    "matter",
    "concerned",
    As("asked_for_consent", "asked"),
    "consented",
    "ordered_at",
    "objections_until",
    As("lapses", part=ErasureLapse),
    "lapses_decided",
    As("objections", part=ErasureObjection),
)
class Subject(FileNow):
    """The file in which the erasure of a person's data is decided."""


SUBJECT_VIEW = FileView(
    kind=SUBJECT,
    shape=Subject,
    noun="an erasure",
    shown="The erasure as it now is, for who may see it.",
    by_id=True,
)
