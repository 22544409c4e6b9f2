"""The child was seen at home after it came back: a danger found there leaves twelve hours to act."""

from dataclasses import dataclass, replace
from typing import Annotated

from domain.case.act import LIVE, WORKER, WORKER_OF_RESIDENCE, Case, Phase, chair_of_lead, danger_met, running_refs
from domain.case.fields import WhatWasSeen
from domain.case.protection.clocks import this_check
from domain.case.refusals import CHILD_VIEW_MISSING
from domain.case.seeing.sightings import CHILD_NOT_MET
from domain.case.state.plan import Safety
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Label, Line, Refusal, insist, met, owed, said
from domain.record.fields import ChildViewIfAny, Personal, says


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckReturnHome:
    """How the child was found at home; who was not there is no check, and leaves it to do."""

    child_met: Annotated[bool, says("Đã gặp trẻ em tại nhà", "The child was met at home")]
    safety: Annotated[Safety, says("Mức độ an toàn của trẻ em", "How safe the child is")]
    seen: WhatWasSeen
    child_view: ChildViewIfAny = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnHomeChecked:
    number: Annotated[int, says("Lần kiểm tra khi trẻ em về nhà", "Which check at home")]
    safety: Safety
    seen: Personal
    child_view: Personal | None


NO_RETURN_TO_CHECK = Refusal(
    "no_return_to_check",
    vi="Vào thời điểm này không có lần trẻ em về nhà nào đang chờ kiểm tra.",
    en="No return of the child was waiting to be checked then.",
)


def decide(case: Case, command: CheckReturnHome, context: DecisionContext) -> ReturnHomeChecked:
    due = [context.file.running[duty.HOME_CHECK.code, ref] for ref in running_refs(duty.HOME_CHECK, context)]
    insist(
        (command.child_met, CHILD_NOT_MET, "child_met"),
        (any(started.since <= context.occurred_at for started in due), NO_RETURN_TO_CHECK),
        (not case.has_own_view(context.at) or said(command.child_view), CHILD_VIEW_MISSING, "child_view"),
    )
    return ReturnHomeChecked(
        number=case.protection.home_checks + 1,
        safety=command.safety,
        seen=context.text(command.seen),
        child_view=context.private(command.child_view),
    )


def evolve(case: Case, event: ReturnHomeChecked, line: Line) -> Case:
    danger = event.safety is Safety.DANGER
    return replace(
        case,
        protection=replace(case.protection, home_checks=event.number),
        serious_danger=case.serious_danger or danger,
        danger_proposed=case.danger_proposed or danger,
        news_at=line.occurred_at if danger else case.news_at,
        child_heard_at=line.occurred_at if event.child_view else case.child_heard_at,
    )


CHECK_RETURN_HOME = Action(
    command=CheckReturnHome,
    event=ReturnHomeChecked,
    stored_as="case.return_home_checked.1",
    asks=Label(vi="Kiểm tra an toàn khi trẻ em về nhà", en="Check the child at home after its return"),
    tells=Label(vi="Đã kiểm tra an toàn khi trẻ em về nhà", en="Child checked at home after its return"),
    may=tuple(dict.fromkeys((*WORKER, *WORKER_OF_RESIDENCE))),
    phases=LIVE | {Phase.CLOSED},
    basis=basis.SEPARATION,
    refuses=(CHILD_NOT_MET, NO_RETURN_TO_CHECK, CHILD_VIEW_MISSING),
    decide=decide,
    evolve=evolve,
    starts=owed(duty.URGENT_MEASURES, answers=chair_of_lead, when=danger_met, refs=this_check, beside=True),
    ends=met(duty.HOME_CHECK),
)
