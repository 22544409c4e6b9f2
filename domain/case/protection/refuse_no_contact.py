"""Refuse a no-contact order, in writing and with reasons."""

from dataclasses import dataclass, replace

from domain.case.protection.no_contact import open_request
from domain.case.state.case import LIVE, Case
from domain.case.who import CHAIR
from domain.law import basis, duty
from domain.record.action import Action, Ends
from domain.record.file import DecisionContext
from domain.record.line import Line
from domain.record.refusal import insist, said
from domain.record.vocabulary import Kind, Label


@dataclass(frozen=True, slots=True, kw_only=True)
class RefuseNoContact:
    """Which request, and the number of the written refusal."""

    request: str
    document_no: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoContactRefused:
    """The request was refused; the line bears the reason."""

    request: str
    document_no: str


def decide(case: Case, command: RefuseNoContact, context: DecisionContext) -> NoContactRefused:
    insist(
        (open_request(case, command.request), "request_not_open", "request"),
        (said(command.document_no), "document_no_required", "documentNo"),
    )
    return NoContactRefused(request=command.request, document_no=command.document_no.strip())


def evolve(case: Case, event: NoContactRefused, line: Line) -> Case:
    requests = tuple(
        replace(r, decided=True) if r.ref == event.request else r for r in case.protection.no_contact_requests
    )
    return replace(case, protection=replace(case.protection, no_contact_requests=requests))


REFUSE_NO_CONTACT = Action(
    kind=Kind.CASE,
    command=RefuseNoContact,
    event=NoContactRefused,
    stored_as="case.no_contact_refused.1",
    asks=Label(vi="Từ chối cấm tiếp xúc", en="Refuse a no-contact order"),
    tells=Label(vi="Đã từ chối cấm tiếp xúc bằng văn bản", en="No-contact order refused in writing"),
    may=CHAIR,
    phases=LIVE,
    needs_reason=True,
    basis=basis.NO_CONTACT,
    decide=decide,
    evolve=evolve,
    ends=(Ends(duty=duty.NO_CONTACT_DECISION, refs=lambda case, event, context: (event.request,)),),
)
