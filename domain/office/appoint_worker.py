"""Name the commune's child-protection worker: the Chair must, from civil servants or part-time staff."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from domain.law import basis
from domain.office.clocks import FILLED, is_worker
from domain.office.state import Employment, Office, OfficePhase, Tenure
from domain.record.action import Action, May, Scope
from domain.record.file import DecisionContext
from domain.record.line import Line
from domain.record.refusal import insist, present, said
from domain.record.vocabulary import Kind, Label, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointWorker:
    """Who, in which employment, since when, by which decision."""

    person: UUID
    name: str
    employment: Employment
    since: datetime
    decision_no: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectionWorkerAppointed:
    """The commune has a child-protection worker from an instant on."""

    person: UUID
    name: str
    employment: Employment
    since: datetime
    decision_no: str


def decide(office: Office, command: AppointWorker, context: DecisionContext) -> ProtectionWorkerAppointed:
    insist(
        (is_worker(office), "not_a_worker_office"),
        (said(command.decision_no), "decision_no_required", "decisionNo"),
        (said(command.name), "holder_name_required", "name"),
        (command.person != context.by.person, "not_oneself", "person"),
        (office.free_from(command.since), "office_occupied", "since"),
        (
            context.register.exists(present(office.ref).unit.id, max(command.since, context.at)),
            "office_not_there",
            "since",
        ),
    )
    return ProtectionWorkerAppointed(
        person=command.person,
        name=command.name.strip(),
        employment=command.employment,
        since=command.since,
        decision_no=command.decision_no.strip(),
    )


def evolve(office: Office, event: ProtectionWorkerAppointed, line: Line) -> Office:
    return office.with_holder(
        Tenure(person=event.person, name=event.name, since=event.since, decision_no=event.decision_no)
    )


APPOINT_WORKER = Action(
    kind=Kind.OFFICE,
    command=AppointWorker,
    event=ProtectionWorkerAppointed,
    stored_as="office.worker_appointed.1",
    asks=Label(vi="Bố trí người làm công tác bảo vệ trẻ em", en="Appoint the protection worker"),
    tells=Label(vi="Đã bố trí người làm công tác bảo vệ trẻ em", en="Protection worker appointed"),
    may=(May(role=Role.COMMUNE_CHAIR, scope=Scope.OWN),),
    phases=frozenset({OfficePhase.ESTABLISHED}),
    basis=basis.PROTECTION_WORKER,
    decide=decide,
    evolve=evolve,
    ends=(FILLED,),
)
