"""Appoint or elect somebody to an office, on a written decision, from an instant on."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from domain.action import Action, May, Scope
from domain.office.state import Office, OfficePhase, Tenure
from domain.record import Line, Scene
from domain.refusal import insist, said
from domain.words import Kind, Label, Role


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


def decide(office: Office, command: AppointHolder, scene: Scene) -> HolderAppointed:
    holder = office.holder(command.since)
    insist(
        (said(command.decision_no), "decision_no_required", "decisionNo"),
        (said(command.name), "holder_name_required", "name"),
        (holder is None or holder.acting, "office_occupied", "since"),
    )
    return HolderAppointed(
        person=command.person,
        name=command.name.strip(),
        since=command.since,
        decision_no=command.decision_no.strip(),
    )


def evolve(office: Office, event: HolderAppointed, line: Line) -> Office:
    tenure = Tenure(person=event.person, name=event.name, since=event.since, decision_no=event.decision_no)
    return replace(office, tenures=(*office.tenures, tenure))


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
)
