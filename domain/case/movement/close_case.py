"""Close the case: the Chair decides, never the reviewer, and only when nothing stands in the way."""

from dataclasses import dataclass, replace
from typing import Annotated

from domain.case.movement.closure import (
    DIRECTION_OPEN,
    HANDOVER_REQUIRED,
    NOT_OF_AGE,
    NOT_STABLE,
    REVIEW_REQUIRED,
    RISK_LEFT,
    CloseGround,
    closure_test,
)
from domain.case.movement.refusals import URGENT_MEASURE_OPEN
from domain.case.refusals import CHILD_VIEW_MISSING, ITEMS_OPEN, SEPARATION_ACTIVE
from domain.case.state.case import LIVE, Case, Phase
from domain.case.who import CHAIR_OF_RESIDENCE
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, DutyEnded, DutyOutcome, Label, Line, insist
from domain.record.fields import Personal, Round, says
from domain.record.refusals import ANSWERABLE_FOR_LAPSE

CARE_MONITORING = (duty.FIRST_CARE_MONITORING.code, duty.CARE_MONITORING.code)


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseCase:
    """The ground and the decision in words."""

    ground: Annotated[CloseGround, says("Căn cứ kết thúc", "The ground")]
    grounds: Annotated[str, says("Nội dung quyết định kết thúc", "The decision in words")]
    handover: Annotated[
        str | None,
        says(
            "Nơi nhận bàn giao khi vụ việc kết thúc do không còn là trẻ em",
            "To whom a case that ends by age is handed over",
        ),
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseClosed:
    """The case was closed."""

    round: Round
    ground: CloseGround
    grounds: Personal
    handover: Personal | None


def decide(case: Case, command: CloseCase, context: DecisionContext) -> CaseClosed:
    insist(
        *closure_test(case, command.ground, command.handover, context),
    )
    return CaseClosed(
        round=case.plan.round,
        ground=command.ground,
        grounds=context.text(command.grounds),
        handover=context.private(command.handover),
    )


def evolve(case: Case, event: CaseClosed, line: Line) -> Case:
    return replace(case, phase=Phase.CLOSED, closed_at=line.occurred_at, plan=replace(case.plan, over=True))


def end_clocks(case: Case, event: CaseClosed, context: DecisionContext) -> tuple[DutyEnded, ...]:
    """The decision is made, visits are over; a child in alternative care goes on being watched over."""
    return tuple(
        DutyEnded(
            code=code, ref=ref, how=DutyOutcome.MET if code == duty.CLOSING_DECISION.code else DutyOutcome.NOT_REQUIRED
        )
        for code, ref in context.file.running
        if code not in CARE_MONITORING
    )


CLOSE_CASE = Action(
    command=CloseCase,
    event=CaseClosed,
    stored_as="case.closed.1",
    asks=Label(vi="Kết thúc vụ việc", en="Close the case"),
    tells=Label(vi="Đã kết thúc vụ việc", en="Case closed"),
    may=CHAIR_OF_RESIDENCE,
    phases=LIVE,
    basis=basis.PLAN_REVIEW,
    refuses=(
        ANSWERABLE_FOR_LAPSE,
        REVIEW_REQUIRED,
        RISK_LEFT,
        NOT_STABLE,
        ITEMS_OPEN,
        CHILD_VIEW_MISSING,
        URGENT_MEASURE_OPEN,
        SEPARATION_ACTIVE,
        DIRECTION_OPEN,
        NOT_OF_AGE,
        HANDOVER_REQUIRED,
    ),
    decide=decide,
    evolve=evolve,
    closes=end_clocks,
    four_eyes=lambda case: case.plan.review.reviewer if case.plan.review else None,
)
