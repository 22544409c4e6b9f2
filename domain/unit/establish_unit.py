"""Establish a unit: from this day a code stands for this unit and no other."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from domain.action import Action, May, Scope
from domain.record import Line, Scene
from domain.refusal import insist, said
from domain.unit.state import Level, Unit, UnitPhase
from domain.words import Kind, Label, Role, UnitRef


@dataclass(frozen=True, slots=True, kw_only=True)
class EstablishUnit:
    """The unit's code, name, level, form (phường, xã, sở ...), parent and first day (None: before the record)."""

    code: str
    name: str
    level: Level
    form: str
    parent: UUID | None
    since: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitEstablished:
    """A unit exists from a day on."""

    ref: UnitRef
    level: Level
    form: str
    parent: UUID | None
    since: date | None


def decide(unit: Unit, command: EstablishUnit, scene: Scene) -> UnitEstablished:
    insist(
        (said(command.code) and said(command.name), "unit_name_required", "name"),
        (command.parent is None or command.parent in scene.register.units, "parent_unknown", "parent"),
    )
    return UnitEstablished(
        ref=UnitRef(id=scene.file_id, code=command.code.strip(), name=command.name.strip()),
        level=command.level,
        form=command.form,
        parent=command.parent,
        since=command.since,
    )


def evolve(unit: Unit, event: UnitEstablished, line: Line) -> Unit:
    return replace(
        unit,
        phase=UnitPhase.ESTABLISHED,
        ref=event.ref,
        level=event.level,
        form=event.form,
        parent=event.parent,
        since=event.since,
    )


ESTABLISH_UNIT = Action(
    kind=Kind.UNIT,
    command=EstablishUnit,
    event=UnitEstablished,
    stored_as="unit.established.1",
    asks=Label(vi="Thành lập đơn vị", en="Establish a unit"),
    tells=Label(vi="Đã thành lập đơn vị", en="Unit established"),
    may=(May(role=Role.REGISTRAR, scope=Scope.ANY), May(role=Role.SYSTEM, scope=Scope.ANY)),
    opens=True,
    decide=decide,
    evolve=evolve,
)
