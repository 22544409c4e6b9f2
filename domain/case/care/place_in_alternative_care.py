"""Place the child in alternative care: the carer was checked and, from seven years, the child heard."""

from dataclasses import dataclass, replace
from typing import Annotated
from uuid import uuid5

from domain.case.act import CHAIR_OF_RESIDENCE, LIVE, Case, answered, chair_of_lead, own_number
from domain.case.fields import ChildViewFromSeven
from domain.case.refusals import CHILD_VIEW_MISSING
from domain.case.state.care import Care, CareGround, CareKind, Placement
from domain.law import basis, duty
from domain.record import personal
from domain.record.act import Action, DecisionContext, Label, Line, Refusal, insist, met, not_required, owed, said
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


CARE_LASTS = Refusal(
    "care_lasts",
    vi="Trẻ em đang được chăm sóc thay thế. Đề nghị chấm dứt trước khi giao nơi khác.",
    en="The child is in alternative care. End that before you place the child elsewhere.",
)
NO_GROUND_FOR_CARE = Refusal(
    "no_ground_for_care",
    vi="Chưa có quyết định cách ly hoặc kế hoạch được phê duyệt làm căn cứ.",
    en="There is no separation in force, or no approved plan, that the placement could rest on.",
)
CARER_REQUIRED = Refusal("carer_required", vi="Phải ghi người chăm sóc thay thế.", en="Name the carer.")


def decide(case: Case, command: PlaceInAlternativeCare, context: DecisionContext) -> AlternativeCareStarted:
    in_facility = command.kind is CareKind.FACILITY
    by_plan = case.plan.approved_at is not None and not case.plan.over
    rests = case.protection.separation is not None if command.ground is CareGround.WITH_SEPARATION else by_plan
    insist(
        (case.care.placement is None, CARE_LASTS),
        (rests, NO_GROUND_FOR_CARE, "ground"),
        (in_facility or said(command.carer_name), CARER_REQUIRED, "carer_name"),
        (not in_facility or command.facility is not None, FIELD_REQUIRED, "facility"),
        (not case.has_own_view(context.at) or said(command.child_view), CHILD_VIEW_MISSING, "child_view"),
    )
    number = len(case.care.placements) + 1
    carer = uuid5(BAOVE, f"alternative-carer:{context.file_id}:{number}")
    name = command.carer_name
    return AlternativeCareStarted(
        number=number,
        kind=command.kind,
        ground=command.ground,
        decision_no=command.decision_no.strip(),
        carer_check=context.text(command.carer_check),
        carer_name=personal.family(carer, name.strip()) if name and name.strip() else None,
        facility=command.facility if in_facility else None,
        child_view=context.private(command.child_view),
    )


def evolve(case: Case, event: AlternativeCareStarted, line: Line) -> Case:
    placement = Placement(ref=str(event.number), kind=event.kind, facility=event.facility, since=line.occurred_at)
    return replace(
        case,
        care=Care(placements=(*case.care.placements, placement)),
        child_heard_at=line.occurred_at if event.child_view else case.child_heard_at,
    )


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
    starts=owed(duty.FIRST_CARE_MONITORING, answers=chair_of_lead, refs=own_number),
    ends=(*met(duty.URGENT_MEASURES, refs=answered), *not_required(duty.HOME_CHECK)),
)
