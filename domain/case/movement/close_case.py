"""Close the case: the Chair decides, never the reviewer, and only when nothing stands in the way.

A child in alternative care goes on being watched over.
"""

from dataclasses import dataclass, replace
from typing import Annotated

from domain.case.act import CHAIR_OF_LEAD, CITY_CHAIR_ABOVE, LIVE, Case, Phase
from domain.case.fields import HandoverIfAgedOut
from domain.case.movement.clocks import all_that_runs
from domain.case.movement.closure import CLOSURE_REFUSALS, CloseGround, closure_test
from domain.case.movement.earlier import CaseClosed1, CaseClosed2
from domain.case.plan.leaving import ItemLeft, ItemsToLeave, left
from domain.case.state.plan import ItemStatus
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Earlier, Label, Line, insist
from domain.record.fields import DecisionNo, Personal, Round, says


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseCase:
    """The ground and the decision, by its number and in words."""

    decision_no: DecisionNo
    ground: Annotated[CloseGround, says("Căn cứ kết thúc", "The ground")]
    grounds: Annotated[str, says("Nội dung quyết định kết thúc", "The decision in words")]
    handover: HandoverIfAgedOut = None
    leaves: ItemsToLeave = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseClosed:
    decision_no: DecisionNo
    round: Round
    ground: CloseGround
    grounds: Personal
    handover: Personal | None
    leaves: tuple[ItemLeft, ...]


def decide(case: Case, command: CloseCase, context: DecisionContext) -> CaseClosed:
    insist(*closure_test(case, command.ground, command.handover, command.leaves, context))
    return CaseClosed(
        decision_no=command.decision_no,
        round=case.plan.round,
        ground=command.ground,
        grounds=context.text(command.grounds),
        handover=context.private(command.handover),
        leaves=left(command.leaves, context),
    )


def evolve(case: Case, event: CaseClosed | CaseClosed2, line: Line) -> Case:
    plan = case.plan.mark([each.item for each in event.leaves], ItemStatus.DROPPED)
    return evolve_1(replace(case, plan=plan), event, line)


def evolve_1(case: Case, event: CaseClosed | CaseClosed2 | CaseClosed1, line: Line) -> Case:
    return replace(case, phase=Phase.CLOSED, closed_at=line.occurred_at, plan=replace(case.plan, over=True))


CLOSE_CASE = Action(
    command=CloseCase,
    event=CaseClosed,
    stored_as="case.closed.3",
    asks=Label(vi="Kết thúc vụ việc", en="Close the case"),
    tells=Label(vi="Đã kết thúc vụ việc", en="Case closed"),
    may=(*CHAIR_OF_LEAD, *CITY_CHAIR_ABOVE),
    phases=LIVE,
    basis=basis.AFTER_REVIEW,
    refuses=CLOSURE_REFUSALS,
    decide=decide,
    evolve=evolve,
    earlier=(
        Earlier(event=CaseClosed2, stored_as="case.closed.2", evolve=evolve),
        Earlier(event=CaseClosed1, stored_as="case.closed.1", evolve=evolve_1),
    ),
    closes=all_that_runs(met=duty.CLOSING_DECISION, but=(duty.FIRST_CARE_MONITORING, duty.CARE_MONITORING)),
    four_eyes=lambda case: case.plan.reviewer,
    proposed_by="review_plan",
)
