"""Record a visit that did not meet the child, or was cancelled: it meets no duty, and the second starts a search."""

from dataclasses import dataclass, replace
from typing import Annotated

from domain.case.act import LIVE, WORKER_OF_RESIDENCE, Case, chair_of_lead
from domain.case.fields import WhatWasSeen
from domain.case.seeing.clocks import searched_for, this_search
from domain.case.state.sighting import CANCELLED, Visitor, WhyNotMet
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Label, Line, Refusal, insist, owed
from domain.record.fields import Personal, says


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordAttemptedVisit:
    """Why the child was not met, and who went."""

    why: Annotated[WhyNotMet, says("Lý do không gặp được trẻ em", "Why the child was not met")]
    announced: Annotated[bool, says("Có báo trước", "The visit was announced")]
    seen: WhatWasSeen
    went: Annotated[tuple[Visitor, ...], says("Thành phần đến gặp trẻ em", "Who went")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitAttempted:
    """A visit did not meet the child."""

    number: Annotated[int, says("Lần đến không gặp được trẻ em", "Which such visit of the case")]
    why: WhyNotMet
    announced: bool
    seen: Personal
    went: tuple[Visitor, ...]


WHO_WENT_UNCLEAR = Refusal(
    "who_went_unclear",
    vi="Phải ghi thành phần đến gặp trẻ em; buổi gặp đã hủy thì không có ai đến.",
    en="Say who went; nobody goes to a visit that was cancelled.",
)


def decide(case: Case, command: RecordAttemptedVisit, context: DecisionContext) -> VisitAttempted:
    insist((bool(command.went) == (command.why not in CANCELLED), WHO_WENT_UNCLEAR, "went"))
    return VisitAttempted(
        number=case.contact.attempts + 1,
        why=command.why,
        announced=command.announced,
        seen=context.text(command.seen),
        went=command.went,
    )


def evolve(case: Case, event: VisitAttempted, line: Line) -> Case:
    return replace(case, contact=case.contact.missed_again(event.why, line.occurred_at, line.by.person))


RECORD_ATTEMPTED_VISIT = Action(
    command=RecordAttemptedVisit,
    event=VisitAttempted,
    stored_as="case.visit_attempted.1",
    asks=Label(vi="Ghi nhận lần đến không gặp được trẻ em", en="Record a visit that did not meet the child"),
    tells=Label(vi="Đã đến nhưng không gặp được trẻ em", en="Visit did not meet the child"),
    may=WORKER_OF_RESIDENCE,
    phases=LIVE,
    basis=basis.CARRY_OUT_PLAN,
    refuses=(WHO_WENT_UNCLEAR,),
    decide=decide,
    evolve=evolve,
    in_any_order=True,
    starts=owed(duty.TRACING, answers=chair_of_lead, when=searched_for, refs=this_search),
)
