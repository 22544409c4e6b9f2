"""Order urgent measures at once: never later than 12 hours from the first receipt, verified or not."""

from dataclasses import dataclass, replace
from datetime import datetime

from domain.case.clocks import now
from domain.case.state.case import LIVE, Case
from domain.case.state.protection import Measure, MeasureKind
from domain.case.who import CHAIR, POLICE
from domain.law import basis, duty
from domain.record.action import Action, Ends, Starts
from domain.record.file import DecisionContext
from domain.record.line import Line
from domain.record.personal import Personal
from domain.record.refusal import insist, present, said
from domain.record.vocabulary import Kind, Label, OfficeRef, Role, UnitRef


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureWanted:
    """One measure: what, by which unit (None: unknown) and until when."""

    kind: MeasureKind
    executor: UnitRef | None
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderUrgentMeasure:
    """The measures and what to do. `in_flagrante`: the harm was going on when the police came."""

    measures: tuple[MeasureWanted, ...]
    instructions: str | None = None
    in_flagrante: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderedMeasure:
    """One measure under its reference, which counts through the case."""

    ref: str
    kind: MeasureKind
    executor: UnitRef
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class UrgentMeasureOrdered:
    """Measures were ordered."""

    measures: tuple[OrderedMeasure, ...]
    instructions: Personal | None
    in_flagrante: bool


def decide(case: Case, command: OrderUrgentMeasure, context: DecisionContext) -> UrgentMeasureOrdered:
    by_police = context.by.role is Role.COMMUNE_POLICE_HEAD
    grounded = by_police or case.grave or command.in_flagrante
    insist(
        (bool(command.measures), "urgent_measure_required", "measures"),
        (len({m.kind for m in command.measures}) == len(command.measures), "measure_twice", "measures"),
        (all(m.executor is not None for m in command.measures), "unit_unknown", "executor"),
        (all(m.until > context.occurred_at for m in command.measures), "end_already_past", "until"),
        (command.in_flagrante or not by_police, "only_in_flagrante", "inFlagrante"),
        (grounded or said(context.request.reason), "reason_required", "reason"),
    )
    first = len(case.protection.measures) + 1
    return UrgentMeasureOrdered(
        measures=tuple(
            OrderedMeasure(ref=str(n), kind=m.kind, executor=present(m.executor), until=m.until)
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
    kind=Kind.CASE,
    command=OrderUrgentMeasure,
    event=UrgentMeasureOrdered,
    stored_as="case.urgent_measure_ordered.1",
    asks=Label(vi="Áp dụng biện pháp can thiệp khẩn cấp", en="Order urgent measures"),
    tells=Label(vi="Đã áp dụng biện pháp can thiệp khẩn cấp", en="Urgent measures ordered"),
    may=(*CHAIR, *POLICE),
    phases=LIVE,
    basis=basis.URGENT_MEASURE,
    decide=decide,
    evolve=evolve,
    starts=tuple(to_complete(kind) for kind in MeasureKind),
    ends=(Ends(duty=duty.URGENT_MEASURES),),
)
