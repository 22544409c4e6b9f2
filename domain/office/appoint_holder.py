"""Appoint or elect somebody to an office, on a written decision, from an instant on."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from domain.office.clocks import FILLED, RECORDED, is_worker, recorded
from domain.office.state import Office, OfficePhase, Tenure
from domain.record.action import Action, May, Scope
from domain.record.file import DecisionContext
from domain.record.line import Line
from domain.record.refusal import insist, present, said
from domain.record.vocabulary import Kind, Label, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointHolder:
    """Who, since when, by which decision."""

    person: UUID
    name: str
    since: datetime
    decision_no: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HolderAppointed:
    """Somebody holds the office from an instant on."""

    person: UUID
    name: str
    since: datetime
    decision_no: str


def decide(office: Office, command: AppointHolder, context: DecisionContext) -> HolderAppointed:
    by_system = context.by.role is Role.SYSTEM
    insist(
        (said(command.decision_no), "decision_no_required", "decisionNo"),
        (said(command.name), "holder_name_required", "name"),
        (command.person != context.by.person, "not_oneself", "person"),
        (office.free_from(command.since), "office_occupied", "since"),
        (by_system or not is_worker(office), "worker_named_by_chair"),
        (
            context.register.exists(present(office.ref).unit.id, max(command.since, context.at)),
            "office_not_there",
            "since",
        ),
    )
    return HolderAppointed(
        person=command.person,
        name=command.name.strip(),
        since=command.since,
        decision_no=command.decision_no.strip(),
    )


def evolve(office: Office, event: HolderAppointed, line: Line) -> Office:
    return office.with_holder(
        Tenure(person=event.person, name=event.name, since=event.since, decision_no=event.decision_no)
    )


APPOINT_HOLDER = Action(
    kind=Kind.OFFICE,
    command=AppointHolder,
    event=HolderAppointed,
    stored_as="office.holder_appointed.1",
    asks=Label(vi="Bổ nhiệm, bầu người giữ chức vụ", en="Appoint the office holder"),
    tells=Label(vi="Đã bổ nhiệm người giữ chức vụ", en="Office holder appointed"),
    may=(
        May(role=Role.HOME_AFFAIRS_OFFICER, scope=Scope.ANY),
        May(role=Role.SYSTEM, scope=Scope.ANY),
    ),
    phases=frozenset({OfficePhase.ESTABLISHED}),
    decide=decide,
    evolve=evolve,
    starts=(RECORDED,),
    ends=(FILLED,),
    closes=recorded,
)
