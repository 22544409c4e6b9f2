"""Facts as clients see them: with their words in both languages, personal values masked."""

from __future__ import annotations

from typing import Any, cast

import strawberry

from domain.record.field import fields_of
from domain.record.line import Line
from domain.record.personal import Personal, PersonalKind
from server.schema.base.common import Label, label
from server.schema.base.places import Leaf, leaves, of_file, of_line
from server.schema.base.scalars import Json

COVERED = "[tên đã che]"
"""Stands in an opened text for a name that the viewer may not see."""
Opened = dict[str, str | None]
"""The texts of a line or a file that the viewer may read, by dotted path; None for an erased one."""


@strawberry.type(description="One recorded fact of a line or a file.")
class Detail:
    path: str = strawberry.field(description="JSON pointer to the fact.")
    label: Label = strawberry.field(description="What the fact is, in words.")
    value: Json | None = strawberry.field(
        description="The fact; null when masked. Enums, ids and instants are written as everywhere in this schema; an"
        " id whose type the record does not tell is one of `Any`, for `node` and `fileIds`."
    )
    value_label: Label | None = strawberry.field(
        description="The value in words: of an enum, of yes or no, of the name of an act, a duty or a refusal."
    )
    masked: PersonalKind | None = strawberry.field(description="What it would tell, if it is withheld.")
    masked_label: Label | None = strawberry.field(description="The same in words.")
    erased: bool = strawberry.field(description="The subject's key was destroyed: nobody can read it any more.")
    names_covered: bool = strawberry.field(
        description="In the text names that the viewer may not see stand as `[tên đã che]`."
    )


@strawberry.type(description="A fact that a line changed.")
class Change:
    path: str = strawberry.field(description="JSON pointer to the fact in the file's state.")
    label: Label = strawberry.field(description="What the fact is, in words.")
    before: Json | None = strawberry.field(description="Before the line; null when masked or not there.")
    before_label: Label | None = strawberry.field(description="The value before, in words, as in `Detail.valueLabel`.")
    after: Json | None = strawberry.field(description="After the line; null when masked or gone.")
    after_label: Label | None = strawberry.field(description="The value after, in words, as in `Detail.valueLabel`.")
    masked: PersonalKind | None = strawberry.field(description="What it would tell, if it is withheld.")


MASK_LABELS: dict[PersonalKind, Label] = {kind: label(kind.label) for kind in PersonalKind}
OF_LINE: dict[str, Label] = {field.name: label(field.called) for field in fields_of(Line) if field.called is not None}
"""The words of what every line may say: `reason` and `late_reason`."""


def details_of_line(stored_as: str, event: Any, opened: Opened) -> list[Detail]:
    """What a line says."""
    return [detail(leaf, opened) for leaf in leaves(of_line(stored_as), event)]


def details_of_file(kind: str, state: Any, opened: Opened) -> list[Detail]:
    """Everything that a file says."""
    return [detail(leaf, opened) for leaf in leaves(of_file(kind), state)]


def detail(leaf: Leaf, opened: Opened) -> Detail:
    """One fact: a personal value shows only what it would tell, unless it was opened for this viewer."""
    if isinstance(leaf.value, Personal):
        return _personal(leaf.pointer, leaf.place.label, leaf.value.kind, dotted(leaf.pointer), opened)
    value, value_label = leaf.place.tell(leaf.value, leaf.within)
    return Detail(
        path=leaf.pointer,
        label=leaf.place.label,
        value=value,
        value_label=value_label,
        masked=None,
        masked_label=None,
        erased=False,
        names_covered=False,
    )


def reason_of(name: str, opened: Opened) -> Detail:
    """The reason that a line gives: `reason` or `late_reason`."""
    return _personal(f"/{name}", OF_LINE[name], PersonalKind.TEXT, name, opened)


def _personal(pointer: str, what: Label, kind: PersonalKind, path: str, opened: Opened) -> Detail:
    shown = path in opened
    text = opened.get(path)
    return Detail(
        path=pointer,
        label=what,
        value=cast(Any, text),
        value_label=None,
        masked=None if shown else kind,
        masked_label=None if shown else MASK_LABELS[kind],
        erased=shown and text is None,
        names_covered=COVERED in (text or ""),
    )


def dotted(pointer: str) -> str:
    """The path under which a value of an event or a state was opened."""
    return "event" + pointer.replace("/", ".")
