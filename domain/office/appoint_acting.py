"""Put somebody in charge of a vacant office for a time, without appointing."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated
from uuid import UUID

from domain.law import basis, duty
from domain.office.clocks import (
    in_post_when_due,
    is_there,
    is_worker,
    recorded_the_same_day,
    vacant_from_the_end,
)
from domain.office.refusals import (
    NOT_A_WORKER_OFFICE,
    NOT_ONESELF,
    OFFICE_NOT_THERE,
    OFFICE_OCCUPIED,
    WORKER_NAMED_BY_CHAIR,
)
from domain.office.state import Office, OfficePhase, Tenure
from domain.record.act import Action, DecisionContext, Label, Line, Refusal, insist, met
from domain.record.fields import PERSON, Claimed, DecisionNo, OfficialName, says
from domain.record.who import May, Role, Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointActing:
    """Who is in charge of the office for a time."""

    person: Annotated[
        UUID,
        says(
            "Mã định danh của người được giao phụ trách",
            "Who: the `sub` of the tokens that the issuer gives this person",
        ),
        PERSON,
    ]
    name: OfficialName
    since: Annotated[datetime, says("Phụ trách từ thời điểm", "Since when"), Claimed]
    until: Annotated[datetime, says("Hết thời gian phụ trách kể từ thời điểm", "The first instant after it")]
    decision_no: DecisionNo


@dataclass(frozen=True, slots=True, kw_only=True)
class ActingAppointed:
    """Somebody is in charge of the office in [since, until)."""

    person: Annotated[UUID, says("Người được giao phụ trách", "Person in charge")]
    name: str
    since: datetime
    until: datetime
    decision_no: str


ACTING_DATES = Refusal(
    "acting_dates", vi="Thời hạn phụ trách phải kết thúc sau khi bắt đầu.", en="Acting must end after it begins."
)


def decide(office: Office, command: AppointActing, context: DecisionContext) -> ActingAppointed:
    by_chair = context.by.role is Role.COMMUNE_CHAIR
    insist(
        (by_chair or not is_worker(office), WORKER_NAMED_BY_CHAIR),
        (not by_chair or is_worker(office), NOT_A_WORKER_OFFICE),
        (command.person != context.by.person, NOT_ONESELF, "person"),
        (command.since < command.until, ACTING_DATES, "until"),
        (not office.overlapping(command.since, command.until), OFFICE_OCCUPIED, "since"),
        (is_there(office, command.since, context), OFFICE_NOT_THERE, "since"),
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
        entered_by=line.by.person,
        entered_at=line.told_at,
    )
    return replace(office, tenures=(*office.tenures, acting))


def fills_the_post(office: Office, event: ActingAppointed, context: DecisionContext) -> bool:
    return in_post_when_due(event.since, event.until, context)


APPOINT_ACTING = Action(
    command=AppointActing,
    event=ActingAppointed,
    stored_as="office.acting_appointed.1",
    asks=Label(vi="Giao phụ trách chức danh", en="Put in charge of a vacant office"),
    tells=Label(vi="Đã giao phụ trách chức danh", en="Acting holder put in charge"),
    may=(May(role=Role.HOME_AFFAIRS_OFFICER, scope=Scope.ANY), May(role=Role.COMMUNE_CHAIR, scope=Scope.OWN)),
    phases=frozenset({OfficePhase.ESTABLISHED}),
    basis=basis.LOCAL_GOVERNMENT,
    cites=basis.local_government,
    refuses=(NOT_ONESELF, OFFICE_OCCUPIED, OFFICE_NOT_THERE, WORKER_NAMED_BY_CHAIR, NOT_A_WORKER_OFFICE, ACTING_DATES),
    decide=decide,
    evolve=evolve,
    starts=(*recorded_the_same_day(duty.HOLDER_RECORD), *vacant_from_the_end(duty.WORKER_VACANCY)),
    ends=met(duty.WORKER_VACANCY, when=fills_the_post),
)
