"""Establish a unit: from this day a code stands for this unit and no other."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from domain.law import duty
from domain.record.action import Action, May, Scope, Starts
from domain.record.file import DecisionContext
from domain.record.line import Line
from domain.record.refusal import insist, present, said
from domain.record.register import midnight
from domain.record.vocabulary import Kind, Label, OfficeRef, Role, UnitRef, unit_id
from domain.unit.state import Level, Unit, UnitPhase


@dataclass(frozen=True, slots=True, kw_only=True)
class EstablishUnit:
    """Code, name, level, form (phường, xã, sở ...), parent and first day (None: before the record)."""

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


def decide(unit: Unit, command: EstablishUnit, context: DecisionContext) -> UnitEstablished:
    code, since = command.code.strip(), command.since
    first = midnight(since) if since else context.occurred_at
    insist(
        (bool(code) and said(command.name), "unit_name_required", "name"),
        (unit_id(code, since.isoformat() if since else "") == context.file_id, "unit_misfiled", "code"),
        (command.parent is None or context.register.exists(command.parent, first), "parent_unknown", "parent"),
    )
    return UnitEstablished(
        ref=UnitRef(id=context.file_id, code=code, name=command.name.strip()),
        level=command.level,
        form=command.form.strip(),
        parent=command.parent,
        since=since,
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


def new_commune(unit: Unit, event: UnitEstablished, context: DecisionContext) -> bool:
    """Communes from before the duty, or from before the record, have their groups already."""
    in_force = duty.COMMUNE_GROUP.rules[0].in_force_from
    return event.level is Level.COMMUNE and event.since is not None and event.since >= in_force


def first_day(unit: Unit, event: UnitEstablished, context: DecisionContext) -> datetime:
    return midnight(present(event.since))


def its_chair(unit: Unit, event: UnitEstablished, context: DecisionContext) -> OfficeRef:
    return context.register.answerable(event.ref, Role.COMMUNE_CHAIR, context.at)


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
    starts=(Starts(duty=duty.COMMUNE_GROUP, since=first_day, answers=its_chair, when=new_commune),),
)
