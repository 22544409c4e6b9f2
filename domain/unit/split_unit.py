"""Split a unit: it ends, and each of several successors takes a part."""

from dataclasses import dataclass, replace
from datetime import date

from domain.law import duty
from domain.record.action import Action, Ends, May, Scope
from domain.record.file import DecisionContext
from domain.record.line import DutyOutcome, Line
from domain.record.refusal import insist, said
from domain.record.register import midnight
from domain.record.vocabulary import Kind, Label, Role, UnitRef
from domain.unit.state import Extent, Successor, Unit, UnitPhase


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitUnit:
    """All successors, the first day on which the old unit no longer exists, and the resolution."""

    among: tuple[UnitRef | None, ...]
    on: date
    resolution_no: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitSplit:
    """A unit ended and its parts went to several successors."""

    among: tuple[UnitRef, ...]
    on: date
    resolution_no: str


def decide(unit: Unit, command: SplitUnit, context: DecisionContext) -> UnitSplit:
    among = tuple(ref for ref in command.among if ref is not None)
    ids = [ref.id for ref in among]
    exist = all(context.register.exists(i, midnight(command.on)) for i in ids)
    insist(
        (len(among) == len(command.among), "unit_unknown", "among"),
        (len(command.among) > 1, "successors_too_few", "among"),
        (len(set(ids)) == len(ids), "successors_repeated", "among"),
        (context.file_id not in ids, "successor_itself", "among"),
        (exist, "successor_not_living", "among"),
        (unit.since is None or unit.since < command.on, "ends_before_it_began", "on"),
        (said(command.resolution_no), "resolution_required", "resolutionNo"),
    )
    return UnitSplit(among=among, on=command.on, resolution_no=command.resolution_no.strip())


def evolve(unit: Unit, event: UnitSplit, line: Line) -> Unit:
    parts = tuple(Successor(unit=ref, extent=Extent.PART) for ref in event.among)
    return replace(unit, phase=UnitPhase.ENDED, until=event.on, successors=parts)


SPLIT_UNIT = Action(
    kind=Kind.UNIT,
    command=SplitUnit,
    event=UnitSplit,
    stored_as="unit.split.1",
    asks=Label(vi="Chia tách đơn vị", en="Split a unit"),
    tells=Label(vi="Đã chia tách đơn vị", en="Unit split"),
    may=(May(role=Role.REGISTRAR, scope=Scope.ANY), May(role=Role.SYSTEM, scope=Scope.ANY)),
    phases=frozenset({UnitPhase.ESTABLISHED}),
    decide=decide,
    evolve=evolve,
    ends=(Ends(duty=duty.COMMUNE_GROUP, how=DutyOutcome.NOT_REQUIRED),),
)
