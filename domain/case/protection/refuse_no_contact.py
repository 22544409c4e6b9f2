"""Refuse a no-contact order, in writing and with reasons."""

from dataclasses import dataclass, replace
from typing import Annotated

from domain.case.act import CHAIR, LIVE, Case
from domain.case.fields import RequestNumber
from domain.case.protection.clocks import its_request
from domain.case.protection.no_contact import open_request
from domain.case.protection.refusals import REQUEST_NOT_OPEN
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Label, Line, insist, met
from domain.record.fields import Clear, says


@dataclass(frozen=True, slots=True, kw_only=True)
class RefuseNoContact:
    """The request is refused in writing; `reason` says why."""

    request: RequestNumber
    document_no: Annotated[str, says("Số văn bản từ chối", "Number of the letter"), Clear.NUMBER]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoContactRefused:
    request: str
    document_no: str


def decide(case: Case, command: RefuseNoContact, context: DecisionContext) -> NoContactRefused:
    insist((open_request(case, command.request), REQUEST_NOT_OPEN, "request"))
    return NoContactRefused(request=command.request, document_no=command.document_no.strip())


def evolve(case: Case, event: NoContactRefused, line: Line) -> Case:
    return replace(case, protection=case.protection.with_no_contact_request(event.request, decided=True))


REFUSE_NO_CONTACT = Action(
    command=RefuseNoContact,
    event=NoContactRefused,
    stored_as="case.no_contact_refused.1",
    asks=Label(vi="Từ chối cấm tiếp xúc", en="Refuse a no-contact order"),
    tells=Label(vi="Đã từ chối cấm tiếp xúc bằng văn bản", en="No-contact order refused in writing"),
    may=CHAIR,
    phases=LIVE,
    needs_reason=True,
    basis=basis.NO_CONTACT,
    refuses=(REQUEST_NOT_OPEN,),
    decide=decide,
    evolve=evolve,
    answers_to=("request_no_contact",),
    ends=met(duty.NO_CONTACT_DECISION, refs=its_request),
)
