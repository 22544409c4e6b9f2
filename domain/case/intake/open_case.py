"""Open a case from a report: its clocks count from the first receipt of the report, not from today."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated
from uuid import UUID

from domain.case.act import Case, Phase, chair_of_lead
from domain.case.intake.clocks import from_first_receipt
from domain.case.intake.fields import EarlierCaseIfAny, EarlierCases, PlaceOfCase, ResidenceIfKnown
from domain.case.intake.source import REPORT_REFUSALS, child_of, may_be_earlier, may_be_opened_from
from domain.law import basis, duty
from domain.law.harm import HarmKind
from domain.record.act import Action, DecisionContext, FollowUp, Label, Line, insist, owed, present
from domain.record.fields import PERSON, ChildBirthYearIfAny, Clear, Kind, UnitRef, points_at, says
from domain.record.official_number import official_number
from domain.record.vocabulary import case_id
from domain.record.who import May, Role, Scope
from domain.report.follow_ups import LinkReport
from domain.report.state import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenCase:
    """The report a case is opened from."""

    report: Annotated[UUID, says("Tin báo", "The report"), points_at(Kind.REPORT)]
    place: PlaceOfCase
    residence: ResidenceIfKnown = None
    earlier_case: EarlierCaseIfAny = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseOpened:
    number: Annotated[str, says("Số hồ sơ vụ việc", "Official number of the case"), Clear.SYSTEM]
    report: UUID
    clock_start: Annotated[
        datetime, says("Thời điểm tin báo được tiếp nhận lần đầu", "When the report was first received")
    ]
    child: Annotated[UUID, says("Trẻ em trong vụ việc", "The child"), PERSON]
    child_birth_year: ChildBirthYearIfAny
    harm_kinds: Annotated[tuple[HarmKind, ...], says("Các dạng tổn hại", "Kinds of harm")]
    place: UnitRef
    residence: UnitRef | None
    earlier_cases: EarlierCases


def decide(case: Case, command: OpenCase, context: DecisionContext) -> CaseOpened:
    source = context.other(command.report, Kind.REPORT)
    report: Report = source.state if source is not None else Report()
    before = context.other(command.earlier_case, Kind.CASE)
    earlier: Case | None = before.state if before is not None else None
    insist(
        *may_be_opened_from(report, command.report, command.place, context),
        *may_be_earlier(command.earlier_case, report, command.report, context),
    )
    place = command.place
    return CaseOpened(
        number=official_number("VV", place, context.at, context.file_id),
        report=command.report,
        clock_start=present(report.counts_from),
        child=present(child_of(before, context) or report.child),
        child_birth_year=report.child_birth_year,
        harm_kinds=report.harm_kinds,
        place=place,
        residence=command.residence,
        earlier_cases=(*earlier.earlier_cases, present(command.earlier_case)) if earlier is not None else (),
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


OPEN_CASE = Action(
    command=OpenCase,
    event=CaseOpened,
    stored_as="case.opened.1",
    asks=Label(vi="Lập hồ sơ vụ việc", en="Open a case"),
    tells=Label(vi="Đã lập hồ sơ vụ việc", en="Case opened"),
    may=(*May.within(Scope.PLACE, Role.PROTECTION_WORKER), *May.within(Scope.ANY, Role.HEALTH_DEPARTMENT_OFFICER)),
    opens=True,
    opens_file=lambda command: case_id(command.report),
    basis=basis.WHAT_IS_TO_BE_DONE,
    refuses=REPORT_REFUSALS,
    decide=decide,
    evolve=evolve,
    reads=lambda file, command: tuple(i for i in (command.report, command.earlier_case) if i is not None),
    follows=link_the_report,
    starts=(
        *owed(duty.INITIAL_RISK, duty.URGENT_MEASURES, since=from_first_receipt, answers=chair_of_lead),
        *owed(duty.TRUTH_CHECK, answers=chair_of_lead),
    ),
)
