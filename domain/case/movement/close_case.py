"""Close the case: the Chair decides, never the reviewer, and only when nothing stands in the way."""

from dataclasses import dataclass, replace

from domain.case.movement.closure import CloseGround, closure_test
from domain.case.state.case import LIVE, Case, Phase
from domain.case.who import CHAIR_OF_RESIDENCE
from domain.law import basis, duty
from domain.record.action import Action
from domain.record.file import DecisionContext
from domain.record.line import DutyEnded, DutyOutcome, Line
from domain.record.personal import Personal
from domain.record.refusal import insist, said
from domain.record.vocabulary import Kind, Label

CARE_MONITORING = (duty.FIRST_CARE_MONITORING.code, duty.CARE_MONITORING.code)


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseCase:
    """The ground and the decision in words. `handover`: to whom a case that ends by age is handed over."""

    ground: CloseGround
    grounds: str
    handover: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseClosed:
    """The case was closed."""

    round: int
    ground: CloseGround
    grounds: Personal
    handover: Personal | None


def decide(case: Case, command: CloseCase, context: DecisionContext) -> CaseClosed:
    insist(
        (said(command.grounds), "grounds_required", "grounds"),
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
    kind=Kind.CASE,
    command=CloseCase,
    event=CaseClosed,
    stored_as="case.closed.1",
    asks=Label(vi="Kết thúc vụ việc", en="Close the case"),
    tells=Label(vi="Đã kết thúc vụ việc", en="Case closed"),
    may=CHAIR_OF_RESIDENCE,
    phases=LIVE,
    basis=basis.PLAN_REVIEW,
    decide=decide,
    evolve=evolve,
    closes=end_clocks,
    four_eyes=lambda case: case.plan.review.reviewer if case.plan.review else None,
)
