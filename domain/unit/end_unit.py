"""End a unit without a successor, as the districts ended: what lay below it has gone its own way."""

from dataclasses import dataclass, replace
from datetime import date

from domain.record.action import Action, May, Scope
from domain.record.file import DecisionContext
from domain.record.line import Line
from domain.record.refusal import insist, said
from domain.record.register import midnight
from domain.record.vocabulary import Kind, Label, Role
from domain.unit.state import Level, Unit, UnitPhase


@dataclass(frozen=True, slots=True, kw_only=True)
class EndUnit:
    """The first day on which the unit no longer exists, and the resolution."""

    on: date
    resolution_no: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitEnded:
    """A unit ended and nothing succeeds it."""

    on: date
    resolution_no: str


def decide(unit: Unit, command: EndUnit, context: DecisionContext) -> UnitEnded:
    below = context.register.subtree(context.file_id, midnight(command.on)) - {context.file_id}
    insist(
        (unit.level is not Level.COMMUNE, "successor_required"),
        (not below, "units_below_go_on", "on"),
        (unit.since is None or unit.since < command.on, "ends_before_it_began", "on"),
        (said(command.resolution_no), "resolution_required", "resolutionNo"),
    )
    return UnitEnded(on=command.on, resolution_no=command.resolution_no.strip())


def evolve(unit: Unit, event: UnitEnded, line: Line) -> Unit:
    return replace(unit, phase=UnitPhase.ENDED, until=event.on)


END_UNIT = Action(
    kind=Kind.UNIT,
    command=EndUnit,
    event=UnitEnded,
    stored_as="unit.ended.1",
    asks=Label(vi="Kết thúc đơn vị", en="End a unit"),
    tells=Label(vi="Đơn vị đã kết thúc hoạt động", en="Unit ended"),
    may=(May(role=Role.REGISTRAR, scope=Scope.ANY), May(role=Role.SYSTEM, scope=Scope.ANY)),
    phases=frozenset({UnitPhase.ESTABLISHED}),
    decide=decide,
    evolve=evolve,
)
