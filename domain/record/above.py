"""Who is told that a file lapsed again: the office above the one that answered, once until it has looked into it."""

from typing import Any

from domain.law.duty import Duty
from domain.record.action import Starts, owed
from domain.record.file import DecisionContext
from domain.record.lapses import DutyLapsed
from domain.record.refusal import present
from domain.record.vocabulary import OfficeRef, Role

THOSE_ABOVE = (Role.DEPARTMENT_DIRECTOR, Role.HEALTH_DEPARTMENT_OFFICER)
"""What they owe on a file of a commune is to look; where they do not, the level above them is told at once."""


def told_above(look: Duty) -> tuple[Starts[Any, DutyLapsed], ...]:
    """The second lapse of a file, and each one after it, comes before the level above; so does each of that level."""

    def again(state: Any, event: DutyLapsed, context: DecisionContext) -> bool:
        repeated = bool(context.file.lapses) or event.answers.role in THOSE_ABOVE
        return repeated and _above(state, event, context) is not None

    def this_lapse(state: Any, event: DutyLapsed, context: DecisionContext) -> tuple[str, ...]:
        above = _above(state, event, context)
        waiting = (started for (code, _), started in context.file.running.items() if code == look.code)
        return () if any(started.answers == above for started in waiting) else (str(len(context.file.lapses) + 1),)

    return owed(look, answers=_the_level_above, when=again, refs=this_lapse)


def _the_level_above(state: Any, event: DutyLapsed, context: DecisionContext) -> OfficeRef:
    return present(_above(state, event, context))


def _above(state: Any, event: DutyLapsed, context: DecisionContext) -> OfficeRef | None:
    return context.file.kind.above(state, event.answers, context.register, context.at)
