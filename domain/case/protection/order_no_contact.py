"""Forbid a violent person contact with the child, on request or when life is in danger: 3 days at most."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import uuid5

from domain.case.clocks import chair_of_actor, now
from domain.case.protection.no_contact import in_force, open_request
from domain.case.state.case import LIVE, Case
from domain.case.state.protection import NoContact
from domain.case.who import CHAIR
from domain.law import basis, duty
from domain.record import personal
from domain.record.action import Action, Ends, Starts
from domain.record.file import DecisionContext
from domain.record.line import Line
from domain.record.personal import Personal
from domain.record.refusal import insist, said
from domain.record.vocabulary import BAOVE, Kind, Label


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderNoContact:
    """Who is kept away until when. `request`: which request it answers, None when life is in danger."""

    against: str
    until: datetime
    decision_no: str
    request: str | None = None
    threat_to_life: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NoContactOrdered:
    """Contact with the child is forbidden."""

    ref: str
    request: str | None
    threat_to_life: bool
    against: Personal
    since: datetime
    until: datetime
    decision_no: str


def decide(case: Case, command: OrderNoContact, context: DecisionContext) -> NoContactOrdered:
    insist((in_force(context.occurred_at), "no_contact_law_not_in_force"))
    held = case.protection.no_contact
    longest = duty.due_at(duty.NO_CONTACT_LIMIT, context.occurred_at).instant
    insist(
        (command.threat_to_life or command.request is not None, "request_or_threat_required", "request"),
        (
            command.request is not None or not case.protection.no_contacts or said(context.request.reason),
            "reason_required",
            "reason",
        ),
        (command.request is None or open_request(case, command.request), "request_not_open", "request"),
        (held is None or held.over, "no_contact_holds"),
        (said(command.against), "person_kept_away_required", "against"),
        (command.until > context.occurred_at, "end_already_past", "until"),
        (command.until <= longest, "no_contact_too_long", "until"),
        (said(command.decision_no), "decision_no_required", "decisionNo"),
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
    held = case.protection
    order = NoContact(ref=event.ref, since=event.since, until=event.until)
    requests = tuple(replace(r, decided=True) if r.ref == event.request else r for r in held.no_contact_requests)
    before = tuple(replace(n, settled=True) for n in held.no_contacts)
    return replace(case, protection=replace(held, no_contact_requests=requests, no_contacts=(*before, order)))


def its_ref(case: Case, event: NoContactOrdered, context: DecisionContext) -> tuple[str, ...]:
    return (event.ref,)


ORDER_NO_CONTACT = Action(
    kind=Kind.CASE,
    command=OrderNoContact,
    event=NoContactOrdered,
    stored_as="case.no_contact_ordered.1",
    asks=Label(vi="Quyết định cấm tiếp xúc", en="Order no contact"),
    tells=Label(vi="Đã quyết định cấm tiếp xúc", en="No contact ordered"),
    may=CHAIR,
    phases=LIVE,
    basis=basis.NO_CONTACT,
    decide=decide,
    evolve=evolve,
    starts=(
        Starts(duty=duty.NO_CONTACT_LIMIT, since=now, answers=chair_of_actor, refs=its_ref),
        Starts(
            duty=duty.NO_CONTACT_END,
            since=now,
            answers=chair_of_actor,
            refs=its_ref,
            by_act=lambda case, event, context, ref: event.until,
        ),
    ),
    ends=(
        Ends(duty=duty.URGENT_MEASURES),
        Ends(duty=duty.NO_CONTACT_END),
        Ends(duty=duty.NO_CONTACT_DECISION, refs=lambda case, event, context: (event.request or "",)),
    ),
)
