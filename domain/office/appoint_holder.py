"""Appoint or elect somebody to an office, on a written decision, from an instant on."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated
from uuid import UUID

from domain.law import basis, duty
from domain.office.clocks import in_post_when_due, is_there, is_worker, recorded_the_same_day
from domain.office.refusals import (
    NOT_ONESELF,
    OFFICE_NOT_THERE,
    OFFICE_OCCUPIED,
    POST_STAYS_VACANT,
    WORKER_NAMED_BY_CHAIR,
)
from domain.office.state import Office, OfficePhase, Tenure
from domain.record.act import Action, DecisionContext, Label, Line, insist, met
from domain.record.fields import PERSON, Claimed, DecisionNo, OfficialName, says
from domain.record.who import May, Role, Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointHolder:
    """Who holds the office, since when, by which decision."""

    person: Annotated[
        UUID,
        says(
            "Mã định danh của người giữ chức danh",
            "Who: the `sub` of the tokens that the issuer gives this person",
        ),
        PERSON,
    ]
    name: OfficialName
    since: Annotated[datetime, says("Giữ chức danh từ thời điểm", "Since when"), Claimed]
    decision_no: DecisionNo


@dataclass(frozen=True, slots=True, kw_only=True)
class HolderAppointed:
    person: Annotated[UUID, says("Người giữ chức danh", "Holder of the office")]
    name: str
    since: datetime
    decision_no: str


def decide(office: Office, command: AppointHolder, context: DecisionContext) -> HolderAppointed:
    by_system = context.by.role is Role.SYSTEM
    insist(
        (command.person != context.by.person, NOT_ONESELF, "person"),
        (office.free_from(command.since), OFFICE_OCCUPIED, "since"),
        (by_system or not is_worker(office), WORKER_NAMED_BY_CHAIR),
        (is_there(office, command.since, context), OFFICE_NOT_THERE, "since"),
        (in_post_when_due(command.since, None, context), POST_STAYS_VACANT, "since"),
    )
    return HolderAppointed(
        person=command.person, name=command.name.strip(), since=command.since, decision_no=command.decision_no.strip()
    )


def evolve(office: Office, event: HolderAppointed, line: Line) -> Office:
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


APPOINT_HOLDER = Action(
    command=AppointHolder,
    event=HolderAppointed,
    stored_as="office.holder_appointed.1",
    asks=Label(vi="Ghi nhận người được bầu, bổ nhiệm giữ chức danh", en="Appoint the office holder"),
    tells=Label(vi="Đã ghi nhận người được bầu, bổ nhiệm giữ chức danh", en="Office holder appointed"),
    may=May.within(Scope.ANY, Role.HOME_AFFAIRS_OFFICER, Role.SYSTEM),
    phases=frozenset({OfficePhase.ESTABLISHED}),
    basis=basis.LOCAL_GOVERNMENT,
    cites=basis.local_government,
    refuses=(NOT_ONESELF, OFFICE_OCCUPIED, OFFICE_NOT_THERE, WORKER_NAMED_BY_CHAIR, POST_STAYS_VACANT),
    decide=decide,
    evolve=evolve,
    starts=recorded_the_same_day(duty.HOLDER_RECORD),
    ends=met(duty.WORKER_VACANCY),
)
