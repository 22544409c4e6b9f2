"""Values about a person: plain only in memory, sealed under the subject's key everywhere else.

A `Personal` names whose it is (`subject`), what kind it is, and holds either `text` (between a command and
the mapper) or `box` (what lies in the log: base64 of nonce, ciphertext and tag). Never both.
"""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, cast, get_args, get_origin, get_type_hints
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


def personal_in(value: Any, path: str) -> Iterator[tuple[str, Personal]]:
    """Every personal value in an event or in a part of one, with its path: `event.child_name`, `event.items.0.note`."""
    for name in personal_fields(value.__class__):
        held = getattr(value, name)
        if isinstance(held, Personal):
            yield f"{path}.{name}", held
        elif isinstance(held, tuple):
            yield from _personal_in_each(cast(tuple[Any, ...], held), f"{path}.{name}")
        elif held is not None:
            yield from personal_in(held, f"{path}.{name}")


def _personal_in_each(values: tuple[Any, ...], path: str) -> Iterator[tuple[str, Personal]]:
    for i, value in enumerate(values):
        if isinstance(value, Personal):
            yield f"{path}.{i}", value
        else:
            yield from personal_in(value, f"{path}.{i}")


@cache
def personal_fields(cls: type) -> tuple[str, ...]:
    """The fields of an event, or of a part of one, in which a personal value can lie, at any depth."""
    if not is_dataclass(cls):
        return ()
    hints = get_type_hints(cls)
    return tuple(f.name for f in fields(cls) if _can_hold(hints[f.name]))


def _can_hold(hint: Any) -> bool:
    if hint is Personal:
        return True
    if get_origin(hint) is not None:
        return any(_can_hold(arg) for arg in get_args(hint))
    return isinstance(hint, type) and bool(personal_fields(hint))
