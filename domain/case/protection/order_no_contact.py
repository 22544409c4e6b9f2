"""Forbid a violent person contact with the child, on request or when life is in danger: 3 days at most."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated
from uuid import uuid5

from domain.case.act import CHAIR, LIVE, Case, answered, chair_of_actor, own_ref, until_event
from domain.case.fields import NoContactNumber, SinceThen
from domain.case.protection.clocks import its_request
from domain.case.protection.no_contact import NEW_ORDER_REFUSALS, in_force, may_last, open_request
from domain.case.protection.refusals import NO_CONTACT_LAW_NOT_IN_FORCE, REQUEST_NOT_OPEN
from domain.case.refusals import END_ALREADY_PAST
from domain.case.state.protection import NoContact
from domain.law import basis, duty
from domain.record import personal
from domain.record.act import Action, DecisionContext, Label, Line, Refusal, insist, met, owed, said
from domain.record.fields import Clear, DecisionNo, Personal, says
from domain.record.refusals import REASON_REQUIRED
from domain.record.vocabulary import BAOVE


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderNoContact:
    """Who is kept away and until when."""

    against: Annotated[str, says("Người bị cấm tiếp xúc", "Who")]
    until: Annotated[datetime, says("Thời điểm kết thúc; tối đa 3 ngày", "The end; three days at most")]
    decision_no: DecisionNo
    request: Annotated[
        str | None,
        says("Số thứ tự của đề nghị cấm tiếp xúc; nếu có", "Number of the request within the case, if there was one"),
        Clear.LINK,
    ] = None
    threat_to_life: Annotated[bool, says("Tính mạng của trẻ em bị đe dọa", "The child's life is threatened")] = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NoContactOrdered:
    ref: NoContactNumber
    request: str | None
    threat_to_life: bool
    against: Personal
    since: SinceThen
    until: datetime
    decision_no: str


REQUEST_OR_THREAT_REQUIRED = Refusal(
    "request_or_threat_required",
    vi="Phải có đề nghị, hoặc tính mạng trẻ em bị đe dọa.",
    en="There must be a request, or a threat to the child's life.",
)


def decide(case: Case, command: OrderNoContact, context: DecisionContext) -> NoContactOrdered:
    insist((in_force(context.occurred_at), NO_CONTACT_LAW_NOT_IN_FORCE))
    grounded = command.request is not None or not case.protection.no_contacts
    insist(
        (command.threat_to_life or command.request is not None, REQUEST_OR_THREAT_REQUIRED, "request"),
        (grounded or said(context.request.reason), REASON_REQUIRED, "reason"),
        (command.request is None or open_request(case, command.request), REQUEST_NOT_OPEN, "request"),
        *may_last(case, command.until, context),
    )
    ref = str(len(case.protection.no_contacts) + 1)
    return NoContactOrdered(
        ref=ref,
        request=command.request,
        threat_to_life=command.threat_to_life,
        against=personal.family(uuid5(BAOVE, f"kept-away:{context.file_id}:{ref}"), command.against.strip()),
        since=context.occurred_at,
        until=command.until,
        decision_no=command.decision_no.strip(),
    )


def evolve(case: Case, event: NoContactOrdered, line: Line) -> Case:
    order = NoContact(ref=event.ref, since=event.since, until=event.until)
    answered = case.protection.with_no_contact_request(event.request, decided=True)
    before = tuple(replace(n, settled=True) for n in answered.no_contacts)
    return replace(case, protection=replace(answered, no_contacts=(*before, order)))


ORDER_NO_CONTACT = Action(
    command=OrderNoContact,
    event=NoContactOrdered,
    stored_as="case.no_contact_ordered.1",
    asks=Label(vi="Quyết định cấm tiếp xúc", en="Order no contact"),
    tells=Label(vi="Đã quyết định cấm tiếp xúc", en="No contact ordered"),
    may=CHAIR,
    phases=LIVE,
    basis=basis.NO_CONTACT,
    refuses=(
        END_ALREADY_PAST,
        NO_CONTACT_LAW_NOT_IN_FORCE,
        REQUEST_OR_THREAT_REQUIRED,
        REQUEST_NOT_OPEN,
        *NEW_ORDER_REFUSALS,
    ),
    decide=decide,
    evolve=evolve,
    answers_to=("request_no_contact",),
    starts=(
        *owed(duty.NO_CONTACT_LIMIT, answers=chair_of_actor, refs=own_ref),
        *owed(duty.NO_CONTACT_END, answers=chair_of_actor, refs=own_ref, by_act=until_event),
    ),
    ends=(
        *met(duty.URGENT_MEASURES, refs=answered),
        *met(duty.NO_CONTACT_END),
        *met(duty.NO_CONTACT_DECISION, refs=its_request),
    ),
)
