"""The domain's enums, and those that derive from the catalogue, as clients see them."""

from collections.abc import Iterable, Iterator
from dataclasses import is_dataclass
from enum import Enum, StrEnum
from typing import Any

import strawberry

from domain.catalogue import ACTIONS, BY_STORED_NAME, KINDS, REFUSALS
from domain.label import Label, Labelled
from domain.law.basis import Citation, Confidence
from domain.record.field import fields_of
from domain.record.file_kind import CLOCK, SYSTEM, Scope
from domain.record.line import Capacity, DutyOutcome

OF_EVERY_LINE: tuple[type[Labelled], ...] = (Scope, Capacity, DutyOutcome, Confidence, Citation)
"""What clients see of acts, lines and duties beside what the acts ask for and leave behind."""


def enums_in(*shapes: type[Any]) -> Iterator[type[Labelled]]:
    """The enums that these commands, events and states hold, at any depth."""
    for field in (field for shape in shapes for field in fields_of(shape)):
        if is_dataclass(field.of):
            yield from enums_in(field.of)
        elif issubclass(field.of, Labelled):
            yield field.of


COMMANDS_AND_EVENTS = (shape for action in BY_STORED_NAME.values() for shape in (action.command, action.event))
STATES = (kind.empty().__class__ for kind in KINDS.values())
ROWS = (kind.listed.row for kind in KINDS.values() if kind.listed is not None)
EXPOSED = dict.fromkeys((*OF_EVERY_LINE, *enums_in(*COMMANDS_AND_EVENTS, *STATES, *ROWS)))
"""Each once: a new enum is exposed with the first act that asks for it or keeps it."""


def expose(enum: type[StrEnum], description: str, labels: Iterable[Label]) -> None:
    """Make the enum a GraphQL enum, described as each of its values is; a type that was read before may use it."""
    definition: Any = getattr(enum, "__strawberry_definition__", None)
    if definition is None:
        definition = getattr(strawberry.enum(enum), "__strawberry_definition__")  # noqa: B009 - strawberry declares none
    definition.description = description
    for value, label in zip(definition.values, labels, strict=True):
        value.description = f"{label.en} / {label.vi}."


for each in EXPOSED:
    expose(each, (each.__doc__ or "").partition("\n")[0], (member.label for member in each))


def derived_enum(name: str, members: dict[str, str], told: dict[str, str], description: str) -> Any:
    """A GraphQL enum of names that stand elsewhere; `told` gives each value's description."""
    cls: Any = Enum(name, {key: strawberry.enum_value(value, description=told[key]) for key, value in members.items()})  # type: ignore[misc]
    return strawberry.enum(cls, description=description)


Act = derived_enum(
    "Act",
    {a.name.upper(): a.name for a in ACTIONS},
    {a.name.upper(): f"{a.tells.en} / {a.tells.vi}." for a in ACTIONS},
    "What was done; names come from the catalogue of acts.",
)
RefusalCode = derived_enum(
    "RefusalCode",
    {code.upper(): code for code in REFUSALS},
    {code.upper(): label.en for code, label in REFUSALS.items()},
    "Why an act was refused. New codes may appear: show `message` for those you do not know.",
)
HEADINGS = {heading.name: heading.label for heading in (*(kind.heading for kind in KINDS.values()), CLOCK, SYSTEM)}
Category = derived_enum(
    "Category",
    {name: name for name in HEADINGS},
    {name: f"{label.en} / {label.vi}." for name, label in HEADINGS.items()},
    "What sort of line it is.",
)
KindOfFile = derived_enum(
    "Kind",
    {name.upper(): name for name in KINDS},
    {name.upper(): f"{kind.label.en} / {kind.label.vi}." for name, kind in KINDS.items()},
    "What a file is about.",
)
