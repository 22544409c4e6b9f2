"""What follows from the lists of acts and of kinds of file: each by its name, by its stored names, by its command."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from domain.acts import ACTIONS
from domain.kinds import FILE_KINDS
from domain.record.action import Action
from domain.record.file_kind import FileKind, Openness, kind_named_by
from domain.record.refusal import Refusal
from domain.record.refusals import COMMON
from domain.record.withdrawn import WITHDRAWN

KINDS: Mapping[str, FileKind[Any]] = {k.name: k for k in FILE_KINDS}


def as_it_was(action: Action[Any, Any, Any]) -> tuple[Action[Any, Any, Any], ...]:
    """The act as its earlier lines are read: under the name, with the event and the `evolve` of each version."""
    return tuple(replace(action, event=v.event, stored_as=v.stored_as, evolve=v.evolve) for v in action.earlier)


BY_NAME: Mapping[str, Action[Any, Any, Any]] = {a.name: a for a in ACTIONS}
BY_STORED_NAME: Mapping[str, Action[Any, Any, Any]] = {
    version.stored_as: version for action in ACTIONS for version in (action, *as_it_was(action))
}
"""Each act under every name that its lines bear; under an earlier one with the event and `evolve` of then."""
BY_COMMAND: Mapping[type, Action[Any, Any, Any]] = {a.command: a for a in ACTIONS}
UPON: Mapping[str, Action[Any, Any, Any]] = {duty.code: action for action in ACTIONS for duty in action.upon}
"""What the clock does when the time of a duty runs out, before it records the lapse."""
REFUSALS: Mapping[str, Refusal] = {r.code: r for r in (*COMMON, *(r for a in ACTIONS for r in a.refuses))}
REFUSALS_EVER: Mapping[str, Refusal] = {r.code: r for r in (*WITHDRAWN, *REFUSALS.values())}
"""Those of today and those of before, which lines of refused attempts may still name."""


def kind_begun_by(stored_as: str) -> FileKind[Any]:
    """The kind of the file that begins with a line of this name."""
    return KINDS[kind_named_by(stored_as)]


def kinds_that_are(*openness: Openness) -> tuple[str, ...]:
    """The names of the kinds that may be seen so."""
    return tuple(kind.name for kind in FILE_KINDS if kind.openness in openness)
