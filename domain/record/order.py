"""In what order of time the steps of a file stand: those of one matter, and each after the step that it answers.

A matter is what acts name by a reference: the request, the item, the measure. What is told of one says nothing of
another.
"""

from collections.abc import Iterator
from dataclasses import is_dataclass
from datetime import datetime
from functools import cache
from typing import Any

from domain.record.action import Action
from domain.record.clear import Clear
from domain.record.field import Field, fields_of
from domain.record.file import DecisionContext, File
from domain.record.line import Line
from domain.record.refusal import Reason
from domain.record.refusals import BEFORE_PREVIOUS_STEP, BEFORE_WHAT_IT_ANSWERS
from domain.record.vocabulary import Role

WHOLE = ""
"""What has no reference of its own is a step of the whole file."""


def took_step(file: File, action: Action[Any, Any, Any], line: Line) -> None:
    """Keep when the step was last taken: on the file, and of each matter that it tells of."""
    for matter in (WHOLE, *matters_of(line.event, references(action.command))):
        before = file.last_step.get((action.name, matter), line.occurred_at)
        file.last_step[action.name, matter] = max(line.occurred_at, before)


def is_reference(field: Field) -> bool:
    """Whether the field names one matter."""
    return field.clear is Clear.LINK and not field.many


@cache
def references(command: type) -> frozenset[str]:
    """The fields of a command that name one matter each."""
    return frozenset(field.name for field in fields_of(command) if is_reference(field))


def matters_of(told: Any, named: frozenset[str] = frozenset()) -> Iterator[str]:
    """The references by which a command or an event names its matters, in its rows too; `named`: fields that do."""
    for field in naming(told.__class__, named):
        value = getattr(told, field.name)
        if is_dataclass(field.of):
            for row in (value if field.many else (value,)) if value is not None else ():
                yield from matters_of(row)
        elif value:
            yield value


@cache
def naming(cls: type, named: frozenset[str] = frozenset()) -> tuple[Field, ...]:
    """The fields of a command, an event or a row that name a matter, or hold rows that do."""
    return tuple(
        field
        for field in fields_of(cls)
        if (naming(field.of) if is_dataclass(field.of) else is_reference(field) or field.name in named)
    )


def order_reasons(action: Action[Any, Any, Any], context: DecisionContext) -> Iterator[Reason]:
    """Whether it is dated before the same step of its matter, or before what it answers."""
    happened, steps, role = context.occurred_at, context.file.last_step, context.by.role
    if role is Role.SYSTEM or (role in (Role.INSPECTOR, Role.CHIEF_INSPECTOR) and context.request.attachments):
        return
    matters = tuple(matters_of(context.request.command)) or (WHOLE,)

    def is_before(name: str) -> bool:
        last: list[datetime] = [steps[name, matter] for matter in matters if (name, matter) in steps]
        return any(happened < step for step in last)

    if not action.in_any_order and is_before(action.name):
        yield Reason(BEFORE_PREVIOUS_STEP, ("occurred_at",))
    if any(is_before(name) for name in action.answers_to):
        yield Reason(BEFORE_WHAT_IT_ANSWERS, ("occurred_at",))
