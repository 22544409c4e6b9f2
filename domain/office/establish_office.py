"""Establish an office: a role in a unit that somebody can hold."""

from dataclasses import dataclass, replace
from datetime import date

from domain.action import Action, May, Scope
from domain.office.state import Office, OfficePhase
from domain.record import Line, Scene
from domain.refusal import insist, present
from domain.words import Kind, Label, OfficeRef, Role, UnitRef


@dataclass(frozen=True, slots=True, kw_only=True)
class EstablishOffice:
    """The unit, the role, the seat (equal posts are numbered from 1), a title and the first day."""

    unit: UnitRef | None
    role: Role
    seat: int = 1
    title: str = ""
    since: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeEstablished:
    """An office exists from a day on."""

    ref: OfficeRef
    seat: int
    title: str
    since: date | None


def decide(office: Office, command: EstablishOffice, scene: Scene) -> OfficeEstablished:
    insist((command.unit is not None, "unit_unknown", "unit"))
    return OfficeEstablished(
        ref=OfficeRef(id=scene.file_id, role=command.role, unit=present(command.unit)),
        seat=command.seat,
        title=command.title.strip(),
        since=command.since,
    )


def evolve(office: Office, event: OfficeEstablished, line: Line) -> Office:
    return replace(
        office,
        phase=OfficePhase.ESTABLISHED,
        ref=event.ref,
        seat=event.seat,
        title=event.title,
        since=event.since,
    )


ESTABLISH_OFFICE = Action(
    kind=Kind.OFFICE,
    command=EstablishOffice,
    event=OfficeEstablished,
    stored_as="office.established.1",
    asks=Label(vi="Lập chức vụ", en="Establish an office"),
    tells=Label(vi="Đã lập chức vụ", en="Office established"),
    may=(
        May(role=Role.REGISTRAR, scope=Scope.ANY),
        May(role=Role.HOME_AFFAIRS_OFFICER, scope=Scope.ANY),
        May(role=Role.SYSTEM, scope=Scope.ANY),
    ),
    opens=True,
    decide=decide,
    evolve=evolve,
)
