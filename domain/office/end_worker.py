"""End the post of the commune's child-protection worker: the vacancy that follows has a limit."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated
from uuid import UUID

from domain.law import basis, duty
from domain.office.clocks import is_worker, vacant_from_the_end
from domain.office.fields import FirstInstantWithout
from domain.office.refusals import NOT_A_WORKER_OFFICE, NOT_THE_HOLDER
from domain.office.state import Office, OfficePhase
from domain.record.act import Action, DecisionContext, Label, Line, insist
from domain.record.fields import PERSON, DecisionNo, says
from domain.record.who import May, Role, Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class EndWorker:
    """Who is the child-protection worker no longer."""

    person: Annotated[UUID, says("Người thôi làm công tác bảo vệ trẻ em cấp xã", "Who"), PERSON]
    until: FirstInstantWithout
    decision_no: DecisionNo


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectionWorkerEnded:
    person: UUID
    until: datetime
    decision_no: str


def decide(office: Office, command: EndWorker, context: DecisionContext) -> ProtectionWorkerEnded:
    insist(
        (is_worker(office), NOT_A_WORKER_OFFICE),
        (office.holds_until(command.person, command.until), NOT_THE_HOLDER, "person"),
    )
    return ProtectionWorkerEnded(person=command.person, until=command.until, decision_no=command.decision_no.strip())


def evolve(office: Office, event: ProtectionWorkerEnded, line: Line) -> Office:
    return office.without(event.person, event.until)


END_WORKER = Action(
    command=EndWorker,
    event=ProtectionWorkerEnded,
    stored_as="office.worker_ended.1",
    asks=Label(vi="Thôi bố trí người làm công tác bảo vệ trẻ em", en="End the protection worker's post"),
    tells=Label(vi="Đã thôi bố trí người làm công tác bảo vệ trẻ em", en="Protection worker ended"),
    may=May.within(Scope.OWN, Role.COMMUNE_CHAIR),
    phases=frozenset({OfficePhase.ESTABLISHED}),
    basis=basis.PROTECTION_WORKER,
    refuses=(NOT_A_WORKER_OFFICE, NOT_THE_HOLDER),
    decide=decide,
    evolve=evolve,
    starts=vacant_from_the_end(duty.WORKER_VACANCY),
)
