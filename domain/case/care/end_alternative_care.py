"""End alternative care, on a ground that the law knows; a child that is kept apart does not return home."""

from dataclasses import dataclass, replace
from typing import Annotated

from domain.case.act import CHAIR_OF_RESIDENCE, LIVE, Case, Phase
from domain.case.care.refusals import NOT_IN_CARE
from domain.case.fields import PlacementNumber
from domain.case.protection.clocks import laid_bare, returned, sent_home
from domain.case.references import Matter
from domain.case.refusals import SEPARATION_ACTIVE
from domain.case.state.care import CareEnd
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Label, Line, insist, met, not_required, present
from domain.record.fields import says


@dataclass(frozen=True, slots=True, kw_only=True)
class EndAlternativeCare:
    """Why the placement ends."""

    ground: Annotated[CareEnd, says("Căn cứ chấm dứt", "The ground")]


@dataclass(frozen=True, slots=True, kw_only=True)
class AlternativeCareEnded:
    placement: PlacementNumber
    ground: CareEnd


def decide(case: Case, command: EndAlternativeCare, context: DecisionContext) -> AlternativeCareEnded:
    apart = command.ground is CareEnd.RETURNED_HOME and case.protection.separation is not None
    insist((case.care.placement is not None, NOT_IN_CARE), (not apart, SEPARATION_ACTIVE, "ground"))
    return AlternativeCareEnded(placement=present(case.care.placement).ref, ground=command.ground)


def evolve(case: Case, event: AlternativeCareEnded, line: Line) -> Case:
    return replace(case, care=case.care.with_placement(event.placement, ended=event.ground))


def home_after_separation(case: Case, event: AlternativeCareEnded, context: DecisionContext) -> bool:
    return event.ground is CareEnd.RETURNED_HOME and case.protection.separation is None


END_ALTERNATIVE_CARE = Action(
    command=EndAlternativeCare,
    event=AlternativeCareEnded,
    stored_as="case.alternative_care_ended.1",
    asks=Label(vi="Chấm dứt chăm sóc thay thế", en="End alternative care"),
    tells=Label(vi="Đã chấm dứt chăm sóc thay thế", en="Alternative care ended"),
    may=CHAIR_OF_RESIDENCE,
    phases=LIVE | {Phase.CLOSED},
    needs_reason=True,
    basis=basis.END_OF_CARE,
    refuses=(SEPARATION_ACTIVE, NOT_IN_CARE),
    decide=decide,
    evolve=evolve,
    answers_to=("place_in_alternative_care",),
    starts=(
        *laid_bare(duty.URGENT_MEASURES, Matter.ENDED_CARE),
        *sent_home(duty.HOME_CHECK, Matter.ENDED_CARE, returned),
    ),
    ends=(
        *not_required(duty.FIRST_CARE_MONITORING, duty.CARE_MONITORING),
        *met(duty.SEPARATION_END, when=home_after_separation),
    ),
)
