"""Merge a unit into another: it ends, and all that was its own goes on with one successor."""

from dataclasses import dataclass, replace
from datetime import date

from domain.law import duty
from domain.record.action import Action, Ends, May, Scope
from domain.record.file import DecisionContext
from domain.record.line import DutyOutcome, Line
from domain.record.refusal import insist, present, said
from domain.record.register import midnight
from domain.record.vocabulary import Kind, Label, Role, UnitRef
from domain.unit.state import Extent, Successor, Unit, UnitPhase


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeUnit:
    """The successor, the first day on which the old unit no longer exists, and the resolution."""

    into: UnitRef | None
    on: date
    resolution_no: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitMerged:
    """A unit ended and went wholly to its successor."""

    into: UnitRef
    on: date
    resolution_no: str


def decide(unit: Unit, command: MergeUnit, context: DecisionContext) -> UnitMerged:
    into = command.into
    insist(
        (into is not None, "unit_unknown", "into"),
        (into is None or into.id != context.file_id, "successor_itself", "into"),
        (
            into is None or context.register.exists(into.id, midnight(command.on)),
            "successor_not_living",
            "into",
        ),
        (unit.since is None or unit.since < command.on, "ends_before_it_began", "on"),
        (said(command.resolution_no), "resolution_required", "resolutionNo"),
    )
    return UnitMerged(into=present(into), on=command.on, resolution_no=command.resolution_no.strip())


def evolve(unit: Unit, event: UnitMerged, line: Line) -> Unit:
    successor = Successor(unit=event.into, extent=Extent.WHOLE)
    return replace(unit, phase=UnitPhase.ENDED, until=event.on, successors=(successor,))


MERGE_UNIT = Action(
    kind=Kind.UNIT,
    command=MergeUnit,
    event=UnitMerged,
    stored_as="unit.merged.1",
    asks=Label(vi="Sáp nhập đơn vị", en="Merge a unit"),
    tells=Label(vi="Đã sáp nhập đơn vị", en="Unit merged"),
    may=(May(role=Role.REGISTRAR, scope=Scope.ANY), May(role=Role.SYSTEM, scope=Scope.ANY)),
    phases=frozenset({UnitPhase.ESTABLISHED}),
    decide=decide,
    evolve=evolve,
    ends=(Ends(duty=duty.COMMUNE_GROUP, how=DutyOutcome.NOT_REQUIRED),),
)
