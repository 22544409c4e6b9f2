"""End alternative care, on a ground that the law knows; a child that is kept apart does not return home."""

from dataclasses import dataclass, replace
from typing import Annotated

from domain.case.care.refusals import NOT_IN_CARE
from domain.case.refusals import SEPARATION_ACTIVE
from domain.case.state.care import Care, CareEnd
from domain.case.state.case import LIVE, Case, Phase
from domain.case.who import CHAIR_OF_RESIDENCE
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, DutyOutcome, Ends, Label, Line, insist, present
from domain.record.fields import Clear, says


@dataclass(frozen=True, slots=True, kw_only=True)
class EndAlternativeCare:
    """Why the placement ends."""

    ground: Annotated[CareEnd, says("Căn cứ chấm dứt", "The ground")]


@dataclass(frozen=True, slots=True, kw_only=True)
class AlternativeCareEnded:
    """Alternative care ended."""

    placement: Annotated[
        str, says("Số thứ tự của lần chăm sóc thay thế", "Number of the placement within the case"), Clear.LINK
    ]
    ground: CareEnd


def decide(case: Case, command: EndAlternativeCare, context: DecisionContext) -> AlternativeCareEnded:
    home = command.ground is CareEnd.RETURNED_HOME
    insist(
        (case.care.placement is not None, NOT_IN_CARE),
        (not home or case.protection.separation is None, SEPARATION_ACTIVE, "ground"),
    )
    return AlternativeCareEnded(placement=present(case.care.placement).ref, ground=command.ground)


def evolve(case: Case, event: AlternativeCareEnded, line: Line) -> Case:
    placements = tuple(replace(p, ended=event.ground) if p.ref == event.placement else p for p in case.care.placements)
    return replace(case, care=Care(placements=placements))


END_ALTERNATIVE_CARE = Action(
    command=EndAlternativeCare,
    event=AlternativeCareEnded,
    stored_as="case.alternative_care_ended.1",
    asks=Label(vi="Chấm dứt chăm sóc thay thế", en="End alternative care"),
    tells=Label(vi="Đã chấm dứt chăm sóc thay thế", en="Alternative care ended"),
    may=CHAIR_OF_RESIDENCE,
    phases=LIVE | {Phase.CLOSED},
    needs_reason=True,
    basis=basis.ALTERNATIVE_CARE,
    refuses=(SEPARATION_ACTIVE, NOT_IN_CARE),
    decide=decide,
    evolve=evolve,
    ends=(
        Ends(duty=duty.FIRST_CARE_MONITORING, how=DutyOutcome.NOT_REQUIRED),
        Ends(duty=duty.CARE_MONITORING, how=DutyOutcome.NOT_REQUIRED),
    ),
)
