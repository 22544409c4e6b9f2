"""Open a case from a report: its clocks count from the first receipt of the report, not from today."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from domain.case.clocks import chair_of_lead, now
from domain.case.state.case import Case, Phase
from domain.law import basis, duty
from domain.law.harm import HarmKind
from domain.record.action import Action, FollowUp, May, Scope, Starts
from domain.record.file import DecisionContext
from domain.record.line import DutyEnded, DutyOutcome, Line
from domain.record.refusal import insist, present
from domain.record.vocabulary import Kind, Label, Role, UnitRef, case_id
from domain.report.follow_ups import LinkReport
from domain.report.state import WAITING, Report, ReportPhase

FROM_RECEIPT = (duty.INITIAL_RISK, duty.URGENT_MEASURES)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenCase:
    """Which report, the place it happened and, when known, where the child lives and its last case before."""

    report: UUID
    place: UnitRef | None
    residence: UnitRef | None = None
    earlier_case: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseOpened:
    """A case was opened."""

    number: str
    report: UUID
    clock_start: datetime
    child: UUID
    child_birth_year: int | None
    harm_kinds: tuple[HarmKind, ...]
    place: UnitRef
    residence: UnitRef | None
    earlier_cases: tuple[UUID, ...]


def decide(case: Case, command: OpenCase, context: DecisionContext) -> CaseOpened:
    source = context.other(command.report, Kind.REPORT)
    report: Report = source.state if source is not None else Report()
    before = context.other(command.earlier_case, Kind.CASE)
    earlier: Case | None = before.state if before is not None else None
    insist(
        (report.phase is not ReportPhase.UNKNOWN, "report_not_found", "report"),
        (report.phase in (ReportPhase.UNKNOWN, *WAITING), "report_settled", "report"),
        (context.file_id == case_id(command.report), "case_misfiled", "report"),
        (command.place is not None, "unit_unknown", "placeUnit"),
        (command.place is None or takes_place(report, command.place, context), "place_of_another_report", "placeUnit"),
        (command.earlier_case is None or bool(earlier and earlier.child), "earlier_case_not_found"),
    )
    place = present(command.place)
    return CaseOpened(
        number=f"VV-{place.code}-{context.at:%y}-{context.file_id.hex[:6].upper()}",
        report=command.report,
        clock_start=present(report.received_at),
        child=present(earlier.child if earlier is not None else report.child),
        child_birth_year=report.child_birth_year,
        harm_kinds=report.harm_kinds,
        place=place,
        residence=command.residence,
        earlier_cases=(*earlier.earlier_cases, present(command.earlier_case)) if earlier is not None else (),
    )


def takes_place(report: Report, place: UnitRef, context: DecisionContext) -> bool:
    """The commune where the report says it happened, or a commune that has the report: no other takes it over."""
    told = [unit for unit in (report.place, report.holder) if unit is not None]
    return not told or (
        context.register.is_commune(place, context.at)
        and any(place.id == unit.id or place.id in context.register.living(unit.id, context.at) for unit in told)
    )


def evolve(case: Case, event: CaseOpened, line: Line) -> Case:
    return replace(
        case,
        phase=Phase.OPEN,
        number=event.number,
        clock_start=event.clock_start,
        reports=(event.report,),
        child=event.child,
        child_birth_year=event.child_birth_year,
        harm_kinds=event.harm_kinds,
        place=event.place,
        residence=event.residence,
        lead=event.place,
        earlier_cases=event.earlier_cases,
        opened_at=line.occurred_at,
    )


def link_the_report(case: Case, line: Line) -> tuple[FollowUp, ...]:
    return (FollowUp(file_id=line.event.report, command=LinkReport(case=line.file_id, converted=True)),)


def from_first_receipt(case: Case, event: CaseOpened, context: DecisionContext) -> datetime:
    return event.clock_start


def lapsed_unopened(case: Case, event: CaseOpened, context: DecisionContext) -> tuple[DutyEnded, ...]:
    """What lapsed while the report lay unopened lapsed once: its line stands on the report's file."""
    source = context.other(event.report, Kind.REPORT)
    lapsed = source.lapsed if source is not None else set[tuple[str, str]]()
    return tuple(DutyEnded(code=d.code, ref="", how=DutyOutcome.LAPSED) for d in FROM_RECEIPT if (d.code, "") in lapsed)


OPEN_CASE = Action(
    kind=Kind.CASE,
    command=OpenCase,
    event=CaseOpened,
    stored_as="case.opened.1",
    asks=Label(vi="Lập hồ sơ vụ việc", en="Open a case"),
    tells=Label(vi="Đã lập hồ sơ vụ việc", en="Case opened"),
    may=(
        May(role=Role.PROTECTION_WORKER, scope=Scope.PLACE),
        May(role=Role.HEALTH_DEPARTMENT_OFFICER, scope=Scope.ANY),
    ),
    opens=True,
    basis=basis.INITIAL_ASSESSMENT,
    decide=decide,
    evolve=evolve,
    reads=lambda file, command: tuple(i for i in (command.report, command.earlier_case) if i is not None),
    follows=link_the_report,
    starts=(
        *(Starts(duty=d, since=from_first_receipt, answers=chair_of_lead) for d in FROM_RECEIPT),
        Starts(duty=duty.TRUTH_CHECK, since=now, answers=chair_of_lead),
    ),
    closes=lapsed_unopened,
)
