"""Order urgent measures at once: never later than 12 hours from the first receipt, verified or not."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated, ClassVar

from domain.case.clocks import now
from domain.case.refusals import END_ALREADY_PAST
from domain.case.state.case import LIVE, Case
from domain.case.state.protection import Measure, MeasureKind
from domain.case.who import CHAIR, POLICE
from domain.law import basis, duty
from domain.record.act import (
    Action,
    DecisionContext,
    Ends,
    Label,
    Line,
    Refusal,
    Role,
    Starts,
    each,
    insist,
    present,
    said,
)
from domain.record.fields import Clear, OfficeRef, Personal, UnitRef, says
from domain.record.refusals import REASON_REQUIRED


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureWanted:
    """One urgent measure."""

    ASKED_AS: ClassVar[str] = "Measure"

    kind: Annotated[MeasureKind, says("Biện pháp", "What")]
    executor: Annotated[UnitRef, says("Đơn vị thực hiện", "The unit that carries it out")]
    until: Annotated[datetime, says("Thực hiện đến khi nào", "Until when")]


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderUrgentMeasure:
    """The measures, by whom and until when."""

    measures: Annotated[tuple[MeasureWanted, ...], says("Các biện pháp can thiệp khẩn cấp", "The measures")]
    instructions: Annotated[str | None, says("Việc phải làm", "What to do")] = None
    in_flagrante: Annotated[
        bool, says("Hành vi gây tổn hại đang diễn ra khi Công an đến", "The harm was going on when the police came")
    ] = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderedMeasure:
    """One measure under its reference, which counts through the case."""

    ref: Annotated[
        str, says("Số thứ tự của biện pháp trong vụ việc", "Number of the measure within the case"), Clear.LINK
    ]
    kind: MeasureKind
    executor: UnitRef
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class UrgentMeasureOrdered:
    """Measures were ordered."""

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
        (len({m.kind for m in command.measures}) == len(command.measures), MEASURE_TWICE, "measures"),
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


def to_complete(kind: MeasureKind) -> Starts[Case, UrgentMeasureOrdered]:
    """The clock of the measure of this kind: each has its own executor, whose head answers."""

    def ordered(event: UrgentMeasureOrdered) -> OrderedMeasure | None:
        return next((m for m in event.measures if m.kind is kind), None)

    def head_of_executor(case: Case, event: UrgentMeasureOrdered, context: DecisionContext) -> OfficeRef:
        return context.register.head_of(present(ordered(event)).executor, context.at)

    return Starts(
        duty=duty.URGENT_MEASURE_COMPLETION,
        since=now,
        answers=head_of_executor,
        when=lambda case, event, context: ordered(event) is not None,
        refs=lambda case, event, context: (present(ordered(event)).ref,),
        by_act=lambda case, event, context, ref: present(ordered(event)).until,
    )


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
    starts=tuple(to_complete(kind) for kind in MeasureKind),
    ends=(Ends(duty=duty.URGENT_MEASURES),),
)
