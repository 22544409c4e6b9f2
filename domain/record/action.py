"""One definition of an act: its rule, its words, who may do it, which clocks it starts and ends."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any, Generic, TypeVar
from uuid import UUID

from domain.label import Label
from domain.law.basis import LegalBasis
from domain.law.duty import Duty
from domain.record.clear import Clear
from domain.record.field import fields_of
from domain.record.file import DecisionContext
from domain.record.file_kind import Scope, kind_named_by
from domain.record.line import DutyEnded, DutyOutcome, DutyStarted, Line
from domain.record.refusal import Refusal, present
from domain.record.vocabulary import OfficeRef, Role

S = TypeVar("S")
C = TypeVar("C")
E = TypeVar("E")
ON_ANY_FILE = "duty"
"""The first part of the stored names of acts that are recorded on any kind of file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class May:
    """One row of the permission table: this role may do the act within this scope."""

    role: Role
    scope: Scope

    @staticmethod
    def within(scope: Scope, *roles: Role) -> tuple[May, ...]:
        """Each of these roles may do the act within the scope."""
        return tuple(May(role=role, scope=scope) for role in roles)


def always(state: Any, event: Any, context: DecisionContext) -> bool:
    """Whatever came of the act."""
    return True


def without_reference(state: Any, event: Any, context: DecisionContext) -> tuple[str, ...]:
    """A duty that runs once at a time on a file needs none."""
    return ("",)


def by_the_term(state: Any, event: Any, context: DecisionContext, ref: str) -> None:
    """The act sets no end of its own."""


def all_of_it(state: Any, event: Any, context: DecisionContext) -> None:
    """Every running instance of a duty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Starts(Generic[S, E]):
    """The act starts a duty: since when, for which office, under which reference (round, item ...).

    Without `since` it counts from the act: from when that happened for who did it, and for everybody else from when
    it was told, so that nobody is late on arrival because an act is dated back.
    """

    duty: Duty
    since: Callable[[S, E, DecisionContext], datetime] | None = None
    answers: Callable[[S, E, DecisionContext], OfficeRef] | None = None
    answers_each: Callable[[S, E, DecisionContext, str], OfficeRef] | None = None
    """Instead of `answers` where the office differs by reference."""
    when: Callable[[S, E, DecisionContext], bool] = always
    refs: Callable[[S, E, DecisionContext], tuple[str, ...]] = without_reference
    by_act: Callable[[S, E, DecisionContext, str], datetime | None] = by_the_term
    met_at_once: bool = False
    """The act itself does what the duty asks: in time or late, the line shows it."""
    beside: bool = False
    """It runs beside what runs of the duty under other references, unless one of these is in time and due no later."""

    def begins(self, state: S, event: E, context: DecisionContext, answers: OfficeRef) -> datetime:
        """Since when the clock counts."""
        if self.since is not None:
            return self.since(state, event, context)
        own = context.by.office
        return context.occurred_at if own is not None and own.unit.id == answers.unit.id else context.at

    def office(self, state: S, event: E, context: DecisionContext, ref: str) -> OfficeRef:
        """Who answers for the clock of this reference."""
        if self.answers_each is not None:
            return self.answers_each(state, event, context, ref)
        return present(self.answers)(state, event, context)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ends(Generic[S, E]):
    """The act meets a running duty, or shows that it is not required. What does not run is passed over."""

    duty: Duty
    how: DutyOutcome = DutyOutcome.MET
    when: Callable[[S, E, DecisionContext], bool] = always
    refs: Callable[[S, E, DecisionContext], tuple[str, ...] | None] = all_of_it
    """None: every running instance of the duty."""


def owed(
    *duties: Duty,
    since: Callable[[S, E, DecisionContext], datetime] | None = None,
    answers: Callable[[S, E, DecisionContext], OfficeRef] | None = None,
    answers_each: Callable[[S, E, DecisionContext, str], OfficeRef] | None = None,
    when: Callable[[S, E, DecisionContext], bool] = always,
    refs: Callable[[S, E, DecisionContext], tuple[str, ...]] = without_reference,
    by_act: Callable[[S, E, DecisionContext, str], datetime | None] = by_the_term,
    met_at_once: bool = False,
    beside: bool = False,
) -> tuple[Starts[S, E], ...]:
    """The act starts each of these duties; what the words mean, `Starts` says."""
    return tuple(
        Starts(
            duty=duty,
            since=since,
            answers=answers,
            answers_each=answers_each,
            when=when,
            refs=refs,
            by_act=by_act,
            met_at_once=met_at_once,
            beside=beside,
        )
        for duty in duties
    )


def met(
    *duties: Duty,
    when: Callable[[S, E, DecisionContext], bool] = always,
    refs: Callable[[S, E, DecisionContext], tuple[str, ...] | None] = all_of_it,
) -> tuple[Ends[S, E], ...]:
    """The act meets what runs of these duties under the references."""
    return tuple(Ends(duty=duty, when=when, refs=refs) for duty in duties)


def not_required(
    *duties: Duty,
    when: Callable[[S, E, DecisionContext], bool] = always,
    refs: Callable[[S, E, DecisionContext], tuple[str, ...] | None] = all_of_it,
) -> tuple[Ends[S, E], ...]:
    """The act shows that what runs of these duties under the references is not required."""
    return tuple(Ends(duty=duty, how=DutyOutcome.NOT_REQUIRED, when=when, refs=refs) for duty in duties)


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """An act that the system must do on another file because of this one."""

    file_id: UUID
    command: Any


def nothing_follows(state: Any, line: Line) -> tuple[FollowUp, ...]:
    """What follows from most acts."""
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier(Generic[S]):
    """An earlier version of an act's event: its shape, its stored name, and what it does to the state."""

    event: type
    stored_as: str
    evolve: Callable[[S, Any, Line], S]


@dataclass(frozen=True, kw_only=True)
class Action(Generic[S, C, E]):
    """An act. `decide` is pure and may refuse; `evolve` only copies facts into the state and cannot fail.

    `phases`: phases of the file that allow it, None for any. `opens`: its first line; None: or a later one.
    `needs_reason`: a reason must be given. `four_eyes`: the person who may not do this act, if there is one;
    `proposed_by`: the act by which that person proposed it, in whose office nobody may do it either. `answers_to`: the
    acts that it answers, before which, about the same matter, it is not dated. `in_any_order`: it tells of something
    that stands for itself, and may be told after what came later. `reads`: other files that decide looks at. `about`:
    the person of whom it decides, so that it looks at every file that tells of them, and at those linked with these.
    `follows`: acts of the system on other files that come of it. `cites`: on what a line rests whose article is not
    that of the act. `closes`: clocks it ends that no static row of `ends` can name; `restarts`: running ones to which
    it sets another end, and ended ones that run again as they were. `refuses`: what its own rules refuse with.
    `amends`: how an earlier line of the register is read after it; None: as if it never was. `upon`: duties on whose
    end the clock itself does the act, before it records the lapse; the command says nothing. `opens_file`: the id of an
    opening act's file; None: a new one. `earlier`: how its lines were written before, which load for good.
    """

    command: type[C]
    event: type[E]
    stored_as: str
    asks: Label
    tells: Label
    may: tuple[May, ...]
    basis: LegalBasis
    decide: Callable[[S, C, DecisionContext], E]
    evolve: Callable[[S, E, Line], S]
    phases: frozenset[Any] | None = None
    opens: bool | None = False
    needs_reason: bool = False
    cites: Callable[[E, DecisionContext], LegalBasis | None] = lambda event, context: None
    refuses: tuple[Refusal, ...] = ()
    starts: tuple[Starts[S, E], ...] = ()
    ends: tuple[Ends[S, E], ...] = ()
    closes: Callable[[S, E, DecisionContext], tuple[DutyEnded, ...]] = lambda state, event, context: ()
    restarts: Callable[[S, E, DecisionContext], tuple[DutyStarted, ...]] = lambda state, event, context: ()
    four_eyes: Callable[[S], UUID | None] = lambda state: None
    proposed_by: str = ""
    answers_to: tuple[str, ...] = ()
    in_any_order: bool = False
    reads: Callable[[UUID, C], tuple[UUID, ...]] = lambda file, command: ()
    about: Callable[[S, C], UUID | None] = lambda state, command: None
    follows: Callable[[S, Line], tuple[FollowUp, ...]] = nothing_follows
    amends: Callable[[Line, E], Line | None] | None = None
    upon: tuple[Duty, ...] = ()
    opens_file: Callable[[C], UUID] | None = None
    earlier: tuple[Earlier[S], ...] = ()

    @cached_property
    def kind(self) -> str | None:
        """The kind of file it is recorded on: the first part of its stored name; None: on any."""
        name = kind_named_by(self.stored_as)
        return None if name == ON_ANY_FILE else name

    @property
    def first_stored_as(self) -> str:
        """The name under which it was first stored: what is said of the act by it stays true in every version."""
        return self.stored_names[-1]

    @cached_property
    def stored_names(self) -> tuple[str, ...]:
        """The names that its lines bear in the record, the newest version first."""
        return (self.stored_as, *(version.stored_as for version in self.earlier))

    @cached_property
    def decides(self) -> bool:
        """Whether the act is a decision: only who signs for a body may do it, or it bears the number of a document."""
        roles = {may.role for may in self.may} - {Role.SYSTEM}
        numbered = any(field.clear is Clear.NUMBER for field in fields_of(self.command))
        return bool(roles) and (numbered or all(role.signs for role in roles))

    @cached_property
    def name(self) -> str:
        """The act's name in snake case, as its file is called: `assess_initial_risk`."""
        return re.sub(r"(?<!^)(?=[A-Z])", "_", self.command.__name__).lower()
