"""What a field says of itself, once, where it is declared: its words, what it points at, why it may lie in clear.

    facts: Annotated[str, says("Dấu hiệu đã thấy", "Signs seen")]
    article: Annotated[str | None, says("Điều luật", "Article"), Clear.NUMBER] = None
    report: Annotated[UUID, says("Tin báo", "The report"), points_at(REPORT)]

From here come the check of every input in `perform`, the inputs of the API, the words of details and changes,
and the table of what lies in clear.
"""

import types
from dataclasses import MISSING, dataclass, fields, is_dataclass
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints
from uuid import UUID

from domain.label import Label, Labelled
from domain.record.clear import Clear


@dataclass(frozen=True, slots=True)
class PointsAt:
    """The field is the id of a file of this kind, of any kind (None), or of a person; `or_person`: also of one.

    `told_by`: the field beside it that names a kind, or an act and with it the kind.
    """

    kind: str | None
    or_person: bool = False
    told_by: str | None = None


@dataclass(frozen=True, slots=True)
class AskedAs:
    """The name that clients give the field, where the command's own would not tell them what to enter."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field of a command, an event, a state or of a part of them. `of` is the type of one value of it."""

    name: str
    of: type[Any]
    many: bool
    optional: bool
    required: bool
    words: Label | None
    clear: Clear | None
    points: PointsAt | None
    read_on: str | None
    asked_as: str
    """The name of the input in the API, in snake case: `report_id` for what the command calls `report`."""
    names: "Names | None"
    by_system: bool
    claimed: bool = False
    from_now: bool = False

    @property
    def called(self) -> Label | None:
        """What the field is called wherever its value stands: its words without the hint."""
        return Label(vi=_before_hint(self.words.vi), en=_before_hint(self.words.en)) if self.words else None

    @staticmethod
    def of_id(name: str, kind: str | None, words: Label | None) -> "Field":
        """The field by which a file of the kind is named, outside any command."""
        return _field(name, Annotated[UUID, PointsAt(kind), AskedAs(name), *((words,) if words else ())], required=True)


@dataclass(frozen=True, slots=True)
class ReadOn:
    """The code of a unit is read as it stood at the beginning of the day in another field of the command."""

    field: str


class BySystem:
    """Set by the system alone: people are not asked for it."""


class Claimed:
    """An instant or day at which something is said to have been done or known: told later, it needs a reason."""


class FromNow:
    """An instant from which something is to hold that counts from its recording: any earlier one is told late."""


class Names(Labelled):
    """What the texts of a field name: something that has its words elsewhere.

    Clients choose acts from the list of acts.
    """

    ACTS = "acts", "Việc, theo tên hoặc tên lưu trữ", "Acts, by their name or a stored one"
    DUTIES = "duties", "Thời hạn, theo mã", "Duties, by their code"
    FIELDS = "fields", "Mục, theo đường dẫn", "Fields, by their path"
    REFUSALS = "refusals", "Lý do từ chối, theo mã", "Refusals, by their code"
    KINDS = "kinds", "Loại hồ sơ, theo tên", "Kinds of file, by their name"


def says(vi: str, en: str) -> Label:
    """The words of a field in both languages, without a full stop.

    What stands after "; " is a hint to who fills the field in: inputs show it, facts and refusals do not.
    """
    return Label(vi=vi, en=en)


def _before_hint(text: str) -> str:
    return text.partition("; ")[0]


def points_at(kind: str | None, *, told_by: str | None = None) -> PointsAt:
    """The field is the id of a file of this kind; None: of any kind, or of that which `told_by` names."""
    return PointsAt(kind, told_by=told_by)


PERSON = PointsAt("person")
FILE_OR_PERSON = PointsAt(None, or_person=True)


@cache
def fields_of(cls: type) -> tuple[Field, ...]:
    """The fields of a command, event, state or part, in their order."""
    hints = get_type_hints(cls, include_extras=True)
    return tuple(
        _field(f.name, hints[f.name], required=f.default is MISSING and f.default_factory is MISSING)
        for f in fields(cls)
    )


def property_of(cls: type, name: str) -> Field | None:
    """A property of a state, which says of itself in the type it returns what a field says; None where none is."""
    found = getattr(cls, name, None)
    if not isinstance(found, property):
        return None
    return _field(name, get_type_hints(found.fget, include_extras=True)["return"], required=False)


def field_at(cls: Any, path: tuple[str, ...]) -> Field | None:
    """The field of a command to which the names lead; numbers of rows are passed over."""
    found: Field | None = None
    for name in path:
        if not name.isdecimal():
            found = next((f for f in fields_of(cls) if f.name == name), None) if is_dataclass(cls) else None
            cls = found.of if found else None
    return found


def _field(name: str, hint: Any, *, required: bool) -> Field:
    extras: tuple[Any, ...] = ()
    if get_origin(hint) is Annotated:
        hint, *rest = get_args(hint)
        extras = tuple(rest)
    optional = get_origin(hint) in (Union, types.UnionType) and type(None) in get_args(hint)
    if optional:
        (hint,) = (arg for arg in get_args(hint) if arg is not type(None))
    many = get_origin(hint) is tuple
    of = get_args(hint)[0] if many else hint
    points = _one(extras, PointsAt)
    read_on = _one(extras, ReadOn)
    asked_as = _one(extras, AskedAs)
    return Field(
        name=name,
        of=of,
        many=many,
        optional=optional,
        required=required,
        words=_one(extras, Label),
        clear=_one(extras, Clear),
        points=points,
        read_on=read_on.field if read_on else None,
        asked_as=asked_as.name if asked_as else _name_of_input(name, points, many),
        names=_one(extras, Names),
        by_system=BySystem in extras,
        claimed=Claimed in extras or FromNow in extras,
        from_now=FromNow in extras,
    )


def _name_of_input(name: str, points: PointsAt | None, many: bool) -> str:
    if points is None:
        return name
    return f"{name.removesuffix('s')}_ids" if many else f"{name}_id"


def _one(extras: tuple[Any, ...], of: type[Any]) -> Any:
    return next((e for e in extras if isinstance(e, of)), None)
