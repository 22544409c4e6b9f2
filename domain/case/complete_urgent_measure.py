"""Tell that an urgent measure was carried out, and what came of it."""

from dataclasses import dataclass, replace

from domain.action import Action, Ends
from domain.case.clocks import acts_for
from domain.case.protection_state import MeasureOutcome
from domain.case.state import Case
from domain.case.who import POLICE, PROVIDER, WORKER
from domain.law import basis, duty
from domain.personal import Personal
from domain.record import Line, Scene
from domain.refusal import insist, present, said
from domain.words import Kind, Label, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class CompleteUrgentMeasure:
    """Which measure, and what came of it."""

    ref: str
    result: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UrgentMeasureCompleted:
    """It was carried out."""

    ref: str
    result: Personal


def decide(case: Case, command: CompleteUrgentMeasure, scene: Scene) -> UrgentMeasureCompleted:
    measure = next((m for m in case.protection.open_measures if m.ref == command.ref), None)
    insist((measure is not None, "measure_not_open", "ref"))
    provider = scene.by.role in (Role.SERVICE_PROVIDER, Role.PROVIDER_HEAD)
    insist(
        (not provider or acts_for(present(measure).executor, scene), "not_the_executor", "ref"),
        (said(command.result), "result_required", "result"),
    )
    return UrgentMeasureCompleted(ref=command.ref, result=scene.text(command.result))


def evolve(case: Case, event: UrgentMeasureCompleted, line: Line) -> Case:
    measures = tuple(
        replace(m, outcome=MeasureOutcome.COMPLETED) if m.ref == event.ref else m for m in case.protection.measures
    )
    return replace(case, protection=replace(case.protection, measures=measures))


COMPLETE_URGENT_MEASURE = Action(
    kind=Kind.CASE,
    command=CompleteUrgentMeasure,
    event=UrgentMeasureCompleted,
    stored_as="case.urgent_measure_completed.1",
    asks=Label(vi="Hoàn thành biện pháp khẩn cấp", en="Complete an urgent measure"),
    tells=Label(vi="Đã hoàn thành biện pháp khẩn cấp", en="Urgent measure completed"),
    may=(*WORKER, *POLICE, *PROVIDER),
    basis=basis.URGENT_MEASURES_LIST,
    decide=decide,
    evolve=evolve,
    ends=(Ends(duty=duty.P19, refs=lambda case, event, scene: (event.ref,)),),
)
