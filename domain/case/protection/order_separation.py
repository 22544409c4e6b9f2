"""Order a temporary separation with alternative care: within 12 hours of receipt, for 15 days at most."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated
from uuid import UUID, uuid5

from domain.case.act import CHAIR, LIVE, Case, answered, chair_of_actor, own_ref, until_event
from domain.case.fields import (
    CarerWhileAway,
    ChildBirthYearIfUntold,
    ChildViewFromSeven,
    PlaceWhileAway,
    SeparationNumber,
    SinceThen,
)
from domain.case.protection.clocks import first_day
from domain.case.protection.earlier import SEPARATION_ORDERED_BEFORE
from domain.case.protection.separations import (
    SEPARATION_REFUSALS,
    checks_separation,
    counted_from,
    latest_end,
    separated,
)
from domain.case.refusals import RISK_NOT_ASSESSED, SEPARATION_ACTIVE
from domain.case.state.protection import SeparationGround
from domain.law import basis, duty
from domain.record import personal
from domain.record.act import Action, DecisionContext, Label, Line, insist, met, not_required, owed, present
from domain.record.fields import PERSON, ChildBirthYearIfAny, DecisionNo, Personal, says
from domain.record.vocabulary import BAOVE


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderSeparation:
    """The ground, the end, the carer and the place."""

    ground: Annotated[SeparationGround, says("Căn cứ tạm thời cách ly", "The ground")]
    until: Annotated[datetime, says("Thời điểm kết thúc; tối đa 15 ngày", "The end; 15 days at most")]
    decision_no: DecisionNo
    carer_name: CarerWhileAway
    placement: PlaceWhileAway
    child_view: ChildViewFromSeven = None
    child_birth_year: ChildBirthYearIfUntold = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SeparationOrdered:
    """The child is kept away from those who harm it. `latest`: when 15 days from `counted_from` are over."""

    ref: SeparationNumber
    ground: SeparationGround
    assessment: Annotated[int, says("Lần đánh giá nguy cơ làm căn cứ", "The assessment that shows the need")]
    since: SinceThen
    until: datetime
    counted_from: Annotated[datetime, says("Thời hạn 15 ngày tính từ", "From when the 15 days count")]
    latest: Annotated[datetime, says("Thời điểm hết 15 ngày", "End of the 15 days")]
    decision_no: str
    carer: Annotated[UUID, says("Mã người chăm sóc trẻ em", "Code of the carer"), PERSON]
    carer_name: Personal
    placement: Personal
    child_view: Personal | None
    child_birth_year: ChildBirthYearIfAny


def decide(case: Case, command: OrderSeparation, context: DecisionContext) -> SeparationOrdered:
    ref = str(len(case.protection.separations) + 1)
    carer = uuid5(BAOVE, f"carer:{context.file_id}:{ref}")
    born = case.child_birth_year or command.child_birth_year
    insist(
        (case.level is not None, RISK_NOT_ASSESSED),
        (case.protection.separation is None, SEPARATION_ACTIVE),
        *checks_separation(case, command, born, context),
    )
    return SeparationOrdered(
        ref=ref,
        ground=command.ground,
        assessment=case.assessments,
        since=context.occurred_at,
        until=command.until,
        counted_from=counted_from(case, context.occurred_at),
        latest=latest_end(case, context.occurred_at),
        decision_no=command.decision_no.strip(),
        carer=carer,
        carer_name=personal.family(carer, present(command.carer_name).strip()),
        placement=personal.family(carer, present(command.placement).strip()),
        child_view=context.private(command.child_view),
        child_birth_year=born,
    )


def evolve(case: Case, event: SeparationOrdered, line: Line) -> Case:
    return separated(case, event, event.counted_from, line, event.assessment)


ORDER_SEPARATION = Action(
    command=OrderSeparation,
    event=SeparationOrdered,
    stored_as="case.separation_ordered.3",
    asks=Label(vi="Quyết định tạm thời cách ly, chăm sóc thay thế", en="Order temporary separation"),
    tells=Label(vi="Đã quyết định tạm thời cách ly trẻ em", en="Temporary separation ordered"),
    may=CHAIR,
    phases=LIVE,
    basis=basis.SEPARATION_ORDER,
    refuses=(RISK_NOT_ASSESSED, *SEPARATION_REFUSALS, SEPARATION_ACTIVE),
    decide=decide,
    evolve=evolve,
    earlier=SEPARATION_ORDERED_BEFORE,
    starts=(
        *owed(duty.SEPARATION_LIMIT, since=first_day, answers=chair_of_actor, refs=own_ref),
        *owed(duty.COURT_PETITION, answers=chair_of_actor, refs=own_ref),
        *owed(duty.SEPARATION_END, answers=chair_of_actor, refs=own_ref, by_act=until_event),
    ),
    ends=(
        *met(duty.URGENT_MEASURES, refs=answered),
        *met(duty.SEPARATION_DECISION, duty.SEPARATION_END),
        *not_required(duty.HOME_CHECK),
    ),
)
