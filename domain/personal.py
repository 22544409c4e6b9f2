"""Values about a person: plain only in memory, sealed under the subject's key everywhere else.

A `Personal` names whose it is (`subject`), what kind it is, and holds either `text` (between a command and the
mapper, or after a reveal) or `box` (what lies in the log: base64 of nonce, ciphertext and tag). Never both.
"""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from domain.words import Label


class PersonalKind(StrEnum):
    """What a sealed value tells, hence who may open it (see reading.py)."""

    CHILD = "child"
    FAMILY = "family"
    REPORTER = "reporter"
    TEXT = "text"


PERSONAL_LABELS: dict[PersonalKind, Label] = {
    PersonalKind.CHILD: Label(vi="Danh tính trẻ em", en="Child's identity"),
    PersonalKind.FAMILY: Label(vi="Danh tính gia đình, người chăm sóc", en="Identity of family and carers"),
    PersonalKind.REPORTER: Label(vi="Danh tính người báo tin", en="Reporter's identity"),
    PersonalKind.TEXT: Label(vi="Nội dung tường thuật", en="Narrative text"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Personal:
    """One value about `subject`. `erased` is set on reading when the subject's key was destroyed."""

    subject: UUID
    kind: PersonalKind
    text: str | None = None
    box: str | None = None
    erased: bool = False

    def __repr__(self) -> str:
        return f"<personal {self.kind}>"


def child(subject: UUID, text: str) -> Personal:
    """A fact that identifies the child `subject`."""
    return Personal(subject=subject, kind=PersonalKind.CHILD, text=text)


def family(subject: UUID, text: str) -> Personal:
    """A fact that identifies a family member or carer `subject`."""
    return Personal(subject=subject, kind=PersonalKind.FAMILY, text=text)


def reporter(subject: UUID, text: str) -> Personal:
    """A fact that identifies the reporter `subject`; its keys are a domain of their own."""
    return Personal(subject=subject, kind=PersonalKind.REPORTER, text=text)


def narrative(file: UUID, text: str) -> Personal:
    """Free text about the matter of `file`: sealed, since anything may stand in it."""
    return Personal(subject=file, kind=PersonalKind.TEXT, text=text)
