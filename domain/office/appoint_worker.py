"""Name the commune's child-protection worker: the Chair must, from civil servants or part-time staff."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated
from uuid import UUID

from domain.law import basis, duty
from domain.office.clocks import in_post_when_due, is_there, is_worker
from domain.office.refusals import (
    NOT_A_WORKER_OFFICE,
    NOT_ONESELF,
    OFFICE_NOT_THERE,
    OFFICE_OCCUPIED,
    POST_STAYS_VACANT,
)
from domain.office.state import Employment, Office, OfficePhase, Tenure
from domain.record.act import Action, DecisionContext, Label, Line, insist, met
from domain.record.fields import PERSON, Claimed, DecisionNo, OfficialName, says
from domain.record.who import May, Role, Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointWorker:
    """Who is the child-protection worker, since when, by which decision."""

    person: Annotated[
        UUID,
        says(
            "Mã định danh của người được bố trí",
            "Who: the `sub` of the tokens that the issuer gives this person",
        ),
        PERSON,
    ]
    name: OfficialName
    employment: Annotated[Employment, says("Hình thức tuyển dụng, sử dụng", "How the person is employed")]
    since: Annotated[datetime, says("Được bố trí từ thời điểm", "Since when"), Claimed]
    decision_no: DecisionNo


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectionWorkerAppointed:
    person: Annotated[UUID, says("Người được bố trí", "Worker")]
    name: str
    employment: Employment
    since: datetime
    decision_no: str


def decide(office: Office, command: AppointWorker, context: DecisionContext) -> ProtectionWorkerAppointed:
    insist(
        (is_worker(office), NOT_A_WORKER_OFFICE),
        (command.person != context.by.person, NOT_ONESELF, "person"),
        (office.free_from(command.since), OFFICE_OCCUPIED, "since"),
        (is_there(office, command.since, context), OFFICE_NOT_THERE, "since"),
        (in_post_when_due(command.since, None, context), POST_STAYS_VACANT, "since"),
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
        Tenure(
            person=event.person,
            name=event.name,
            since=event.since,
            decision_no=event.decision_no,
            entered_by=line.by.person,
            entered_at=line.told_at,
        )
    )


APPOINT_WORKER = Action(
    command=AppointWorker,
    event=ProtectionWorkerAppointed,
    stored_as="office.worker_appointed.1",
    asks=Label(vi="Bố trí người làm công tác bảo vệ trẻ em", en="Appoint the protection worker"),
    tells=Label(vi="Đã bố trí người làm công tác bảo vệ trẻ em", en="Protection worker appointed"),
    may=May.within(Scope.OWN, Role.COMMUNE_CHAIR),
    phases=frozenset({OfficePhase.ESTABLISHED}),
    basis=basis.PROTECTION_WORKER,
    refuses=(NOT_ONESELF, OFFICE_OCCUPIED, OFFICE_NOT_THERE, NOT_A_WORKER_OFFICE, POST_STAYS_VACANT),
    decide=decide,
    evolve=evolve,
    ends=met(duty.WORKER_VACANCY),
)
