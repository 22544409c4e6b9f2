"""Order urgent measures at once: never later than 12 hours from the first receipt, verified or not."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated
from uuid import UUID, uuid5

from domain.case.act import CHAIR, LIVE, POLICE, Case, answered
from domain.case.fields import CarerWhileAway, ChildBirthYearIfUntold, ChildViewFromSeven, PlaceWhileAway
from domain.case.protection.clocks import away_by_order, each_measure, end_of_measure, head_of_executor
from domain.case.protection.earlier import UrgentMeasureOrdered1
from domain.case.protection.measures import MeasureWanted, OrderedMeasure, ordered, origin_of
from domain.case.protection.ordering import ORDER_REFUSALS, checks_of_order, takes_away
from domain.law import basis, duty
from domain.record import personal
from domain.record.act import Action, DecisionContext, Earlier, Label, Line, insist, met, not_required, owed, present
from domain.record.fields import PERSON, ChildBirthYearIfAny, DecisionNo, Personal, says
from domain.record.vocabulary import BAOVE


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderUrgentMeasure:
    """The measures, by whom and until when."""

    measures: Annotated[tuple[MeasureWanted, ...], says("Các biện pháp can thiệp khẩn cấp", "The measures")]
    decision_no: DecisionNo
    instructions: Annotated[str | None, says("Việc phải làm", "What to do")] = None
    in_flagrante: Annotated[
        bool, says("Hành vi gây tổn hại đang diễn ra khi Công an đến", "The harm was going on when the police came")
    ] = False
    carer_name: CarerWhileAway = None
    placement: PlaceWhileAway = None
    child_view: ChildViewFromSeven = None
    child_birth_year: ChildBirthYearIfUntold = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UrgentMeasureOrdered:
    """Measures are under way. `counted_from`: since when the twelve hours count that were running; None: none were.

    Who has the child and what it said is kept where a measure takes it from home.
    """

    measures: tuple[OrderedMeasure, ...]
    decision_no: str
    instructions: Personal | None
    in_flagrante: bool
    counted_from: Annotated[
        datetime | None, says("Thời điểm bắt đầu tính 12 giờ", "Since when the twelve hours counted")
    ]
    carer: Annotated[UUID | None, says("Mã người chăm sóc trẻ em", "Code of the carer"), PERSON]
    carer_name: Personal | None
    placement: Personal | None
    child_view: Personal | None
    child_birth_year: ChildBirthYearIfAny


def decide(case: Case, command: OrderUrgentMeasure, context: DecisionContext) -> UrgentMeasureOrdered:
    insist(*checks_of_order(case, command, context))
    away = takes_away(command)
    first = len(case.protection.measures) + 1
    carer = uuid5(BAOVE, f"shelter:{context.file_id}:{first}") if away else None
    return UrgentMeasureOrdered(
        measures=tuple(
            OrderedMeasure(ref=str(n), kind=m.kind, executor=m.executor, until=m.until)
            for n, m in enumerate(command.measures, first)
        ),
        decision_no=command.decision_no.strip(),
        instructions=context.private(command.instructions),
        in_flagrante=command.in_flagrante,
        counted_from=origin_of(context),
        carer=carer,
        carer_name=personal.family(carer, present(command.carer_name).strip()) if carer else None,
        placement=personal.family(carer, present(command.placement).strip()) if carer else None,
        child_view=context.private(command.child_view),
        child_birth_year=case.child_birth_year or command.child_birth_year,
    )


def evolve(case: Case, event: UrgentMeasureOrdered, line: Line) -> Case:
    """Of whose year only the order tells, of that the case knows no more: who corrects the file is not alone."""
    heard = replace(
        case,
        child_heard_at=line.occurred_at if event.child_view else case.child_heard_at,
    )
    return ordered(heard, event, line, event.counted_from)


ORDER_URGENT_MEASURE = Action(
    command=OrderUrgentMeasure,
    event=UrgentMeasureOrdered,
    stored_as="case.urgent_measure_ordered.2",
    asks=Label(vi="Áp dụng biện pháp can thiệp khẩn cấp", en="Order urgent measures"),
    tells=Label(vi="Đã áp dụng biện pháp can thiệp khẩn cấp", en="Urgent measures ordered"),
    may=(*CHAIR, *POLICE),
    phases=LIVE,
    basis=basis.URGENT_MEASURE,
    refuses=ORDER_REFUSALS,
    decide=decide,
    evolve=evolve,
    earlier=(Earlier(event=UrgentMeasureOrdered1, stored_as="case.urgent_measure_ordered.1", evolve=ordered),),
    starts=owed(
        duty.URGENT_MEASURE_COMPLETION,
        answers_each=head_of_executor,
        refs=each_measure,
        by_act=end_of_measure,
    ),
    ends=(*met(duty.URGENT_MEASURES, refs=answered), *not_required(duty.HOME_CHECK, when=away_by_order)),
)
