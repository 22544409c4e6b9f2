"""Close the case: the Chair decides, never the reviewer, and only when nothing stands in the way.

A child in alternative care goes on being watched over.
"""

from dataclasses import dataclass, replace
from typing import Annotated

from domain.case.act import CHAIR_OF_LEAD, CITY_CHAIR_ABOVE, LIVE, Case, Phase
from domain.case.fields import HandoverIfAgedOut
from domain.case.movement.clocks import all_that_runs
from domain.case.movement.closure import CLOSURE_REFUSALS, CloseGround, closure_test
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Label, Line, insist
from domain.record.fields import Personal, Round, says


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseCase:
    """The ground and the decision in words."""

    ground: Annotated[CloseGround, says("Căn cứ kết thúc", "The ground")]
    grounds: Annotated[str, says("Nội dung quyết định kết thúc", "The decision in words")]
    handover: HandoverIfAgedOut = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseClosed:
    round: Round
    ground: CloseGround
    grounds: Personal
    handover: Personal | None


def decide(case: Case, command: CloseCase, context: DecisionContext) -> CaseClosed:
    insist(*closure_test(case, command.ground, command.handover, context))
    return CaseClosed(
        round=case.plan.round,
        ground=command.ground,
        grounds=context.text(command.grounds),
        handover=context.private(command.handover),
    )


def evolve(case: Case, event: CaseClosed, line: Line) -> Case:
    return replace(case, phase=Phase.CLOSED, closed_at=line.occurred_at, plan=replace(case.plan, over=True))


CLOSE_CASE = Action(
    command=CloseCase,
    event=CaseClosed,
    stored_as="case.closed.1",
    asks=Label(vi="Kết thúc vụ việc", en="Close the case"),
    tells=Label(vi="Đã kết thúc vụ việc", en="Case closed"),
    may=(*CHAIR_OF_LEAD, *CITY_CHAIR_ABOVE),
    phases=LIVE,
    basis=basis.AFTER_REVIEW,
    refuses=CLOSURE_REFUSALS,
    decide=decide,
    evolve=evolve,
    closes=all_that_runs(met=duty.CLOSING_DECISION, but=(duty.FIRST_CARE_MONITORING, duty.CARE_MONITORING)),
    four_eyes=lambda case: case.plan.reviewer,
    proposed_by="review_plan",
)
