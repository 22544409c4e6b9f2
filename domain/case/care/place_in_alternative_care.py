"""Place the child in alternative care: the carer was checked and, from seven years, the child heard."""

from dataclasses import dataclass, replace
from uuid import uuid5

from domain.case.clocks import chair_of_lead, now
from domain.case.state.care import Care, CareGround, CareKind, Placement
from domain.case.state.case import LIVE, Case
from domain.case.who import CHAIR_OF_RESIDENCE
from domain.law import basis, duty
from domain.record import personal
from domain.record.action import Action, Starts
from domain.record.file import DecisionContext
from domain.record.line import Line
from domain.record.personal import Personal
from domain.record.refusal import insist, said
from domain.record.vocabulary import BAOVE, Kind, Label, UnitRef


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceInAlternativeCare:
    """Where, on what ground, by which decision. `carer_check`: how the carer was checked, and the result."""

    kind: CareKind
    ground: CareGround
    decision_no: str
    carer_check: str
    carer_name: str | None = None
    facility: UnitRef | None = None
    child_view: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AlternativeCareStarted:
    """The child was placed in alternative care."""

    number: int
    kind: CareKind
    ground: CareGround
    decision_no: str
    carer_check: Personal
    carer_name: Personal | None
    facility: UnitRef | None
    child_view: Personal | None


def decide(case: Case, command: PlaceInAlternativeCare, context: DecisionContext) -> AlternativeCareStarted:
    in_facility = command.kind is CareKind.FACILITY
    rests = case.protection.separation if command.ground is CareGround.WITH_SEPARATION else case.plan.approved_at
    insist(
        (case.care.placement is None, "care_lasts"),
        (rests is not None, "no_ground_for_care", "ground"),
        (said(command.decision_no), "decision_no_required", "decisionNo"),
        (said(command.carer_check), "carer_not_checked", "carerCheck"),
        (in_facility or said(command.carer_name), "carer_required", "carerName"),
        (not in_facility or command.facility is not None, "unit_unknown", "facility"),
        (not case.has_own_view(context.at) or said(command.child_view), "child_view_missing", "childView"),
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
    kind=Kind.CASE,
    command=PlaceInAlternativeCare,
    event=AlternativeCareStarted,
    stored_as="case.alternative_care_started.1",
    asks=Label(vi="Giao chăm sóc thay thế", en="Place in alternative care"),
    tells=Label(vi="Đã giao chăm sóc thay thế", en="Alternative care started"),
    may=CHAIR_OF_RESIDENCE,
    phases=LIVE,
    basis=basis.ALTERNATIVE_CARE,
    decide=decide,
    evolve=evolve,
    starts=(
        Starts(
            duty=duty.FIRST_CARE_MONITORING,
            since=now,
            answers=chair_of_lead,
            refs=lambda case, event, context: (str(event.number),),
        ),
    ),
)
