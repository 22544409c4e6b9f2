"""Place the child in alternative care: the carer was checked and, from seven years, the child heard."""

from dataclasses import dataclass, replace
from typing import Annotated
from uuid import uuid5

from domain.case.act import CHAIR_OF_RESIDENCE, LIVE, Case, answered, chair_of_lead, own_number
from domain.case.care.refusals import CARE_LASTS, CARER_REQUIRED, NO_GROUND_FOR_CARE
from domain.case.fields import ChildViewFromSeven
from domain.case.refusals import CHILD_VIEW_MISSING
from domain.case.state.care import CareGround, CareKind
from domain.law import basis, duty
from domain.record import personal
from domain.record.act import Action, DecisionContext, Label, Line, insist, met, not_required, owed, said
from domain.record.fields import DecisionNo, Personal, UnitRef, says
from domain.record.refusals import FIELD_REQUIRED
from domain.record.vocabulary import BAOVE


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceInAlternativeCare:
    """The form of care, on what it rests, and who was checked how."""

    kind: Annotated[CareKind, says("Hình thức chăm sóc thay thế", "Form of care")]
    ground: Annotated[CareGround, says("Căn cứ giao chăm sóc thay thế", "On what it rests")]
    decision_no: DecisionNo
    carer_check: Annotated[
        str, says("Việc kiểm tra điều kiện của người, cơ sở nhận chăm sóc và kết quả", "How the carer was checked")
    ]
    carer_name: Annotated[
        str | None, says("Người nhận chăm sóc trẻ em; nếu là gia đình", "Who takes care of the child, in a family")
    ] = None
    facility: Annotated[
        UnitRef | None, says("Cơ sở trợ giúp xã hội; nếu giao trẻ em cho cơ sở", "The facility, if it is one")
    ] = None
    child_view: ChildViewFromSeven = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AlternativeCareStarted:
    number: Annotated[int, says("Lần chăm sóc thay thế", "Which placement of the case")]
    kind: CareKind
    ground: CareGround
    decision_no: str
    carer_check: Personal
    carer_name: Personal | None
    facility: UnitRef | None
    child_view: Personal | None


def decide(case: Case, command: PlaceInAlternativeCare, context: DecisionContext) -> AlternativeCareStarted:
    in_facility = command.kind is CareKind.FACILITY
    by_plan = case.plan.approved_at is not None and not case.plan.over
    rests = case.protection.separation is not None if command.ground is CareGround.WITH_SEPARATION else by_plan
    facility = command.facility if in_facility else None
    stays = case.care.placement is not None and case.care.placement.is_at(command.kind, facility)
    goes_on = stays and case.care.rests_on_separation and command.ground is CareGround.BY_PLAN
    insist(
        (case.care.placement is None or goes_on, CARE_LASTS),
        (rests, NO_GROUND_FOR_CARE, "ground"),
        (in_facility or said(command.carer_name), CARER_REQUIRED, "carer_name"),
        (not in_facility or command.facility is not None, FIELD_REQUIRED, "facility"),
        (not case.has_own_view(context.at) or said(command.child_view), CHILD_VIEW_MISSING, "child_view"),
    )
    number = len(case.care.placements) + (not goes_on)
    carer = uuid5(BAOVE, f"alternative-carer:{context.file_id}:{number}")
    name = command.carer_name
    return AlternativeCareStarted(
        number=number,
        kind=command.kind,
        ground=command.ground,
        decision_no=command.decision_no.strip(),
        carer_check=context.text(command.carer_check),
        carer_name=personal.family(carer, name.strip()) if name and name.strip() else None,
        facility=facility,
        child_view=context.private(command.child_view),
    )


def evolve(case: Case, event: AlternativeCareStarted, line: Line) -> Case:
    return replace(
        case,
        care=case.care.placed(event.number, event.kind, event.facility, event.ground, line.occurred_at),
        child_heard_at=line.occurred_at if event.child_view else case.child_heard_at,
    )


def begins(case: Case, event: AlternativeCareStarted, context: DecisionContext) -> bool:
    """Whether it is a new placement, and not one that goes on by the plan."""
    return (duty.FIRST_CARE_MONITORING.code, str(event.number)) not in context.file.begun


def by_plan_after_separation(case: Case, event: AlternativeCareStarted, context: DecisionContext) -> bool:
    return event.ground is CareGround.BY_PLAN and case.protection.separation is None


PLACE_IN_ALTERNATIVE_CARE = Action(
    command=PlaceInAlternativeCare,
    event=AlternativeCareStarted,
    stored_as="case.alternative_care_started.1",
    asks=Label(vi="Giao chăm sóc thay thế", en="Place in alternative care"),
    tells=Label(vi="Đã giao chăm sóc thay thế", en="Alternative care started"),
    may=CHAIR_OF_RESIDENCE,
    phases=LIVE,
    basis=basis.ALTERNATIVE_CARE,
    refuses=(CHILD_VIEW_MISSING, CARE_LASTS, NO_GROUND_FOR_CARE, CARER_REQUIRED),
    decide=decide,
    evolve=evolve,
    starts=owed(duty.FIRST_CARE_MONITORING, answers=chair_of_lead, when=begins, refs=own_number),
    ends=(
        *met(duty.URGENT_MEASURES, refs=answered),
        *met(duty.SEPARATION_END, when=by_plan_after_separation),
        *not_required(duty.HOME_CHECK),
    ),
)
