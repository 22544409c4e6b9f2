"""Establish an office: a role in a unit that somebody can hold."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from domain.law import duty
from domain.office.clocks import chair, is_worker, vacancy
from domain.office.state import Office, OfficePhase
from domain.record.action import Action, May, Scope, Starts
from domain.record.file import DecisionContext
from domain.record.line import Line
from domain.record.refusal import insist, present
from domain.record.register import midnight
from domain.record.vocabulary import Kind, Label, OfficeRef, Role, UnitRef, office_id


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


def decide(office: Office, command: EstablishOffice, context: DecisionContext) -> OfficeEstablished:
    unit = command.unit
    first = midnight(command.since) if command.since else context.occurred_at
    insist(
        (unit is not None and context.register.exists(unit.id, first), "unit_unknown", "unit"),
        (
            unit is None or office_id(unit.id, command.role, command.seat) == context.file_id,
            "office_misfiled",
            "unit",
        ),
    )
    return OfficeEstablished(
        ref=OfficeRef(id=context.file_id, role=command.role, unit=present(unit)),
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


def from_the_first_day(office: Office, event: OfficeEstablished, context: DecisionContext) -> datetime:
    """A post entered late is counted as vacant from its entry: who held it before comes next."""
    return max(midnight(event.since), context.occurred_at) if event.since else context.occurred_at


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
    starts=(
        Starts(
            duty=duty.WORKER_VACANCY,
            since=from_the_first_day,
            answers=chair,
            when=lambda office, event, context: is_worker(office),
            refs=vacancy,
        ),
    ),
)
