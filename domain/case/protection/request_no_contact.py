"""Record a request that a violent person be kept away from the child: the Chair has 12 hours to answer it."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated
from uuid import uuid5

from domain.case.act import LIVE, POLICE, WORKER, Case, chair_of_lead, own_ref
from domain.case.fields import RequestNumber
from domain.case.protection.clocks import when_asked
from domain.case.protection.no_contact import in_force
from domain.case.protection.refusals import NO_CONTACT_LAW_NOT_IN_FORCE
from domain.case.state.protection import NoContactRequest
from domain.law import basis, duty
from domain.record import personal
from domain.record.act import Action, DecisionContext, Label, Line, insist, owed
from domain.record.fields import Claimed, Personal, says
from domain.record.refusals import HAPPENED_IN_FUTURE
from domain.record.vocabulary import BAOVE
from domain.record.who import May, Role, Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestNoContact:
    """Who is to be kept away and why."""

    against: Annotated[str, says("Người bị đề nghị cấm tiếp xúc", "Who")]
    grounds: Annotated[str, says("Lý do đề nghị", "Why")]
    requested_at: Annotated[datetime, says("Thời điểm đề nghị", "When it was asked for"), Claimed]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoContactRequested:
    ref: RequestNumber
    against: Personal
    grounds: Personal
    requested_at: datetime


def decide(case: Case, command: RequestNoContact, context: DecisionContext) -> NoContactRequested:
    insist(
        (in_force(command.requested_at), NO_CONTACT_LAW_NOT_IN_FORCE, "requested_at"),
        (command.requested_at <= context.at, HAPPENED_IN_FUTURE, "requested_at"),
    )
    ref = str(len(case.protection.no_contact_requests) + 1)
    return NoContactRequested(
        ref=ref,
        against=personal.family(uuid5(BAOVE, f"barred:{context.file_id}:{ref}"), command.against.strip()),
        grounds=context.text(command.grounds),
        requested_at=command.requested_at,
    )


def evolve(case: Case, event: NoContactRequested, line: Line) -> Case:
    asked = NoContactRequest(ref=event.ref, requested_at=event.requested_at)
    requests = (*case.protection.no_contact_requests, asked)
    return replace(case, protection=replace(case.protection, no_contact_requests=requests))


REQUEST_NO_CONTACT = Action(
    command=RequestNoContact,
    event=NoContactRequested,
    stored_as="case.no_contact_requested.1",
    asks=Label(vi="Đề nghị cấm tiếp xúc", en="Request a no-contact order"),
    tells=Label(vi="Đã đề nghị cấm tiếp xúc", en="No-contact order requested"),
    may=(*WORKER, *POLICE, May(role=Role.INTAKE_OFFICER, scope=Scope.PLACE)),
    phases=LIVE,
    basis=basis.NO_CONTACT,
    refuses=(NO_CONTACT_LAW_NOT_IN_FORCE,),
    decide=decide,
    evolve=evolve,
    starts=owed(duty.NO_CONTACT_DECISION, since=when_asked, answers=chair_of_lead, refs=own_ref),
)
