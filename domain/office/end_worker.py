"""End the post of the commune's child-protection worker: the vacancy that follows has a limit."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from domain.law import basis
from domain.office.clocks import VACANT_AFTER, is_worker
from domain.office.state import Office, OfficePhase
from domain.record.action import Action, May, Scope
from domain.record.file import DecisionContext
from domain.record.line import Line
from domain.record.refusal import insist, said
from domain.record.vocabulary import Kind, Label, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class EndWorker:
    """Who, the first instant without the post, by which decision."""

    person: UUID
    until: datetime
    decision_no: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectionWorkerEnded:
    """The child-protection worker has the post no longer from an instant on."""

    person: UUID
    until: datetime
    decision_no: str


def decide(office: Office, command: EndWorker, context: DecisionContext) -> ProtectionWorkerEnded:
    insist(
        (is_worker(office), "not_a_worker_office"),
        (said(command.decision_no), "decision_no_required", "decisionNo"),
        (office.holds_until(command.person, command.until), "not_the_holder", "person"),
    )
    return ProtectionWorkerEnded(person=command.person, until=command.until, decision_no=command.decision_no.strip())


def evolve(office: Office, event: ProtectionWorkerEnded, line: Line) -> Office:
    return office.without(event.person, event.until)


END_WORKER = Action(
    kind=Kind.OFFICE,
    command=EndWorker,
    event=ProtectionWorkerEnded,
    stored_as="office.worker_ended.1",
    asks=Label(vi="Thôi bố trí người làm công tác bảo vệ trẻ em", en="End the protection worker's post"),
    tells=Label(vi="Đã thôi bố trí người làm công tác bảo vệ trẻ em", en="Protection worker ended"),
    may=(May(role=Role.COMMUNE_CHAIR, scope=Scope.OWN),),
    phases=frozenset({OfficePhase.ESTABLISHED}),
    basis=basis.PROTECTION_WORKER,
    decide=decide,
    evolve=evolve,
    starts=(VACANT_AFTER,),
)
