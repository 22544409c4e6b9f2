"""Values about a person: plain only in memory, sealed under the subject's key everywhere else.

A `Personal` names whose it is (`subject`), what kind it is, and holds either `text` (between a command and
the mapper) or `box` (what lies in the log: base64 of nonce, ciphertext and tag). Never both.
"""

from uuid import UUID

from domain.label import Labelled


class PersonalKind(Labelled):
    """What a masked value tells.

    Hence who may open it (see reading.py).
    """

    CHILD = "child", "Danh tính trẻ em", "Child's identity"
    FAMILY = "family", "Danh tính gia đình, người chăm sóc", "Identity of family and carers"
    REPORTER = "reporter", "Danh tính người báo tin", "Reporter's identity"
    TEXT = "text", "Nội dung tường thuật", "Narrative text"


class Personal:
    """One value about `subject`, never changed once made. `origin`: for which line and field a box was sealed.

    No dataclass, so that an encoder that knows nothing of sealing cannot write it out.
    """

    __slots__ = ("box", "kind", "origin", "subject", "text")

    def __init__(
        self, *, subject: UUID, kind: PersonalKind, text: str | None = None, box: str = "", origin: str = ""
    ) -> None:
        self.subject = subject
        self.kind = kind
        self.text = text
        self.box = box
        self.origin = origin

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Personal) and all(getattr(self, n) == getattr(other, n) for n in self.__slots__)

    def __hash__(self) -> int:
        return hash((self.subject, self.kind, self.text, self.box, self.origin))

    def __repr__(self) -> str:
        return f"<personal {self.kind}>"


def child(subject: UUID, text: str) -> Personal:
    """A fact that identifies the child `subject`."""
    return Personal(subject=subject, kind=PersonalKind.CHILD, text=text)


def child_if_said(subject: UUID, text: str | None) -> Personal | None:
    """The same, where anything was said."""
    return child(subject, text.strip()) if text and text.strip() else None


def family(subject: UUID, text: str) -> Personal:
    """A fact that identifies a family member or carer `subject`."""
    return Personal(subject=subject, kind=PersonalKind.FAMILY, text=text)


def reporter(subject: UUID, text: str) -> Personal:
    """A fact that identifies the reporter `subject`; its keys are a domain of their own."""
    return Personal(subject=subject, kind=PersonalKind.REPORTER, text=text)


def reporter_if_known(subject: UUID | None, text: str | None) -> Personal | None:
    """The same, where the reporter is not anonymous and anything was said."""
    return reporter(subject, text) if subject and text else None


def narrative(file: UUID, text: str) -> Personal:
    """Free text about the matter of `file`: sealed, since anything may stand in it."""
    return Personal(subject=file, kind=PersonalKind.TEXT, text=text)
