"""Continue a separation beyond 15 days because a court or another competent body requires it in writing."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from domain.case.act import CHAIR, LIVE, Case, answered, chair_of_actor, until_event
from domain.case.fields import SeparationNumber
from domain.case.protection.clocks import this_extension
from domain.case.protection.refusals import EXTENSION_ADDS_NOTHING, SEPARATION_NOT_ACTIVE
from domain.case.protection.separations import prolonged
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Label, Line, Refusal, insist, met, not_required, owed, present
from domain.record.fields import Clear, UnitRef, says
from domain.unit.state import Level

COMPETENT = frozenset({Level.COURT, Level.POLICE, Level.PROCURACY})


@dataclass(frozen=True, slots=True, kw_only=True)
class ContinueByAuthority:
    """Which authority asks for it, by which document."""

    authority: Annotated[UnitRef, says("Cơ quan có thẩm quyền", "The authority")]
    document_no: Annotated[
        str,
        says("Số văn bản của cơ quan đó; phải đính kèm văn bản", "Number of its document, which must be attached"),
        Clear.NUMBER,
    ]
    until: Annotated[datetime, says("Thời điểm kết thúc", "The end")]


@dataclass(frozen=True, slots=True, kw_only=True)
class SeparationContinued:
    ref: SeparationNumber
    extension: Annotated[int, says("Lần tiếp tục cách ly theo yêu cầu", "Which extension")]
    authority: UnitRef
    document_no: str
    until: datetime


AUTHORITY_NOT_COMPETENT = Refusal(
    "authority_not_competent",
    vi="Chỉ Tòa án, cơ quan điều tra hoặc Viện kiểm sát mới được yêu cầu cách ly quá 15 ngày.",
    en="Only a court, investigators or the procuracy may require more than 15 days.",
)
DOCUMENT_REQUIRED = Refusal(
    "document_required",
    vi="Phải ghi số văn bản và đính kèm văn bản của cơ quan có thẩm quyền.",
    en="Give the number of the competent body's document and attach it.",
)


def decide(case: Case, command: ContinueByAuthority, context: DecisionContext) -> SeparationContinued:
    held = case.protection.separation
    level = context.register.level_of(command.authority)
    insist(
        (held is not None and context.at < held.until, SEPARATION_NOT_ACTIVE),
        (level is None or level in COMPETENT, AUTHORITY_NOT_COMPETENT, "authority"),
        (bool(context.request.attachments), DOCUMENT_REQUIRED, "attachments"),
        (held is None or command.until > held.until, EXTENSION_ADDS_NOTHING, "until"),
    )
    separation = present(held)
    return SeparationContinued(
        ref=separation.ref,
        extension=separation.extensions + 1,
        authority=command.authority,
        document_no=command.document_no.strip(),
        until=command.until,
    )


def evolve(case: Case, event: SeparationContinued, line: Line) -> Case:
    return prolonged(case, event, line, latest=event.until)


CONTINUE_BY_AUTHORITY = Action(
    command=ContinueByAuthority,
    event=SeparationContinued,
    stored_as="case.separation_continued.1",
    asks=Label(vi="Tiếp tục cách ly theo yêu cầu cơ quan có thẩm quyền", en="Continue by authority"),
    tells=Label(vi="Tiếp tục cách ly theo yêu cầu cơ quan có thẩm quyền", en="Separation continued by authority"),
    may=CHAIR,
    phases=LIVE,
    basis=basis.SEPARATION,
    refuses=(SEPARATION_NOT_ACTIVE, EXTENSION_ADDS_NOTHING, AUTHORITY_NOT_COMPETENT, DOCUMENT_REQUIRED),
    decide=decide,
    evolve=evolve,
    answers_to=("order_separation",),
    starts=owed(duty.SEPARATION_END, answers=chair_of_actor, refs=this_extension, by_act=until_event),
    ends=(
        *met(duty.URGENT_MEASURES, refs=answered),
        *met(duty.SEPARATION_END),
        *not_required(duty.SEPARATION_LIMIT, duty.COURT_PETITION),
    ),
)
