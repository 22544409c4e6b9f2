"""Put somebody in charge of a vacant office for a time, without appointing."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from domain.office.clocks import FILLED, RECORDED, VACANT_AFTER, is_worker, recorded
from domain.office.state import Office, OfficePhase, Tenure
from domain.record.action import Action, May, Scope
from domain.record.file import DecisionContext
from domain.record.line import Line
from domain.record.refusal import insist, present, said
from domain.record.vocabulary import Kind, Label, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointActing:
    """Who, from when to when, by which decision."""

    person: UUID
    name: str
    since: datetime
    until: datetime
    decision_no: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActingAppointed:
    """Somebody is in charge of the office in [since, until)."""

    person: UUID
    name: str
    since: datetime
    until: datetime
    decision_no: str


def decide(office: Office, command: AppointActing, context: DecisionContext) -> ActingAppointed:
    by_chair = context.by.role is Role.COMMUNE_CHAIR
    insist(
        (by_chair or not is_worker(office), "worker_named_by_chair"),
        (not by_chair or is_worker(office), "not_a_worker_office"),
        (said(command.decision_no), "decision_no_required", "decisionNo"),
        (said(command.name), "holder_name_required", "name"),
        (command.person != context.by.person, "not_oneself", "person"),
        (command.since < command.until, "acting_dates", "until"),
        (not office.overlapping(command.since, command.until), "office_occupied", "since"),
        (
            context.register.exists(present(office.ref).unit.id, max(command.since, context.at)),
            "office_not_there",
            "since",
        ),
    )
    return ActingAppointed(
        person=command.person,
        name=command.name.strip(),
        since=command.since,
        until=command.until,
        decision_no=command.decision_no.strip(),
    )


def evolve(office: Office, event: ActingAppointed, line: Line) -> Office:
    acting = Tenure(
        person=event.person,
        name=event.name,
        since=event.since,
        until=event.until,
        acting=True,
        decision_no=event.decision_no,
    )
    return replace(office, tenures=(*office.tenures, acting))


APPOINT_ACTING = Action(
    kind=Kind.OFFICE,
    command=AppointActing,
    event=ActingAppointed,
    stored_as="office.acting_appointed.1",
    asks=Label(vi="Giao phụ trách chức vụ", en="Put in charge of a vacant office"),
    tells=Label(vi="Đã giao phụ trách chức vụ", en="Acting holder put in charge"),
    may=(
        May(role=Role.HOME_AFFAIRS_OFFICER, scope=Scope.ANY),
        May(role=Role.COMMUNE_CHAIR, scope=Scope.OWN),
    ),
    phases=frozenset({OfficePhase.ESTABLISHED}),
    decide=decide,
    evolve=evolve,
    starts=(RECORDED, VACANT_AFTER),
    ends=(FILLED,),
    closes=recorded,
)
