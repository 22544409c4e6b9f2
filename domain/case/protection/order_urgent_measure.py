"""Order urgent measures at once: never later than 12 hours from the first receipt, verified or not."""

from dataclasses import dataclass, replace
from typing import Annotated

from domain.case.act import CHAIR, LIVE, POLICE, Case
from domain.case.protection.clocks import each_measure, end_of_measure, head_of_executor
from domain.case.protection.measures import MeasureWanted, OrderedMeasure
from domain.case.refusals import END_ALREADY_PAST
from domain.case.state.protection import Measure
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Label, Line, Refusal, each, insist, met, once, owed, said
from domain.record.fields import Personal, says
from domain.record.refusals import REASON_REQUIRED
from domain.record.who import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderUrgentMeasure:
    """The measures, by whom and until when."""

    measures: Annotated[tuple[MeasureWanted, ...], says("Các biện pháp can thiệp khẩn cấp", "The measures")]
    instructions: Annotated[str | None, says("Việc phải làm", "What to do")] = None
    in_flagrante: Annotated[
        bool, says("Hành vi gây tổn hại đang diễn ra khi Công an đến", "The harm was going on when the police came")
    ] = False


@dataclass(frozen=True, slots=True, kw_only=True)
class UrgentMeasureOrdered:
    measures: tuple[OrderedMeasure, ...]
    instructions: Personal | None
    in_flagrante: bool


MEASURE_TWICE = Refusal(
    "measure_twice",
    vi="Mỗi loại biện pháp chỉ ghi một lần trong một quyết định.",
    en="Name each kind of measure once in an order.",
)
ONLY_IN_FLAGRANTE = Refusal(
    "only_in_flagrante",
    vi="Công an chỉ tự áp dụng khi hành vi đang diễn ra; trường hợp khác do Chủ tịch quyết định.",
    en="The police order measures themselves only while the harm goes on; else the Chair decides.",
)


def decide(case: Case, command: OrderUrgentMeasure, context: DecisionContext) -> UrgentMeasureOrdered:
    by_police = context.by.role is Role.COMMUNE_POLICE_HEAD
    grounded = by_police or case.grave or command.in_flagrante
    insist(
        *once(command.measures, lambda m: m.kind, MEASURE_TWICE, "measures", "kind"),
        *each(command.measures, lambda m: m.until > context.occurred_at, END_ALREADY_PAST, "measures", "until"),
        (command.in_flagrante or not by_police, ONLY_IN_FLAGRANTE, "in_flagrante"),
        (grounded or said(context.request.reason), REASON_REQUIRED, "reason"),
    )
    first = len(case.protection.measures) + 1
    return UrgentMeasureOrdered(
        measures=tuple(
            OrderedMeasure(ref=str(n), kind=m.kind, executor=m.executor, until=m.until)
            for n, m in enumerate(command.measures, first)
        ),
        instructions=context.private(command.instructions),
        in_flagrante=command.in_flagrante,
    )


def evolve(case: Case, event: UrgentMeasureOrdered, line: Line) -> Case:
    ordered = (
        Measure(ref=m.ref, ordered_at=line.occurred_at, kind=m.kind, executor=m.executor, until=m.until)
        for m in event.measures
    )
    measures = (*case.protection.measures, *ordered)
    return replace(case, protection=replace(case.protection, measures=measures))


ORDER_URGENT_MEASURE = Action(
    command=OrderUrgentMeasure,
    event=UrgentMeasureOrdered,
    stored_as="case.urgent_measure_ordered.1",
    asks=Label(vi="Áp dụng biện pháp can thiệp khẩn cấp", en="Order urgent measures"),
    tells=Label(vi="Đã áp dụng biện pháp can thiệp khẩn cấp", en="Urgent measures ordered"),
    may=(*CHAIR, *POLICE),
    phases=LIVE,
    basis=basis.URGENT_MEASURE,
    refuses=(MEASURE_TWICE, END_ALREADY_PAST, ONLY_IN_FLAGRANTE),
    decide=decide,
    evolve=evolve,
    starts=owed(
        duty.URGENT_MEASURE_COMPLETION,
        answers_each=head_of_executor,
        refs=each_measure,
        by_act=end_of_measure,
    ),
    ends=met(duty.URGENT_MEASURES),
)
