"""What a report's file is: its phases, where it stands among the units, whose it is and who answers for it."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from domain.label import Label
from domain.law.duty import INITIAL_RISK, URGENT_MEASURES
from domain.law.keeping import COMPLAINT_TIME
from domain.record.field import says
from domain.record.file_kind import FileKind, Heading, Openness, Scope
from domain.record.line import Line
from domain.record.naming import ChildNamed
from domain.record.refusal import present
from domain.record.register import level_above
from domain.record.vocabulary import Kind, UnitRef
from domain.report.listed import REPORTS
from domain.report.state import WAITING, Report

OF_THE_COMMUNE = (INITIAL_RISK.code, URGENT_MEASURES.code)
"""What is owed to the child, by whoever has the report. All else is owed by the one it was laid on."""


def where(report: Report, command: Any) -> Mapping[Scope, frozenset[UUID]]:
    def ids(*refs: UnitRef | None) -> frozenset[UUID]:
        return frozenset(ref.id for ref in refs if ref is not None)

    return {
        Scope.OWN: ids(report.receiver),
        Scope.RECEIVER: ids(report.holder),
        Scope.TARGET: ids(report.sent_to),
        Scope.PLACE: ids(report.place),
        Scope.ABOVE: ids(report.place, report.holder),
    }


def people(report: Report) -> frozenset[UUID]:
    """The child and the reporter, also where neither is named."""
    return frozenset(person for person in (report.child, report.reporter) if person is not None)


def names(report: Report) -> tuple[ChildNamed, ...]:
    if report.child is None:
        return ()
    return (ChildNamed(subject=report.child, name=report.child_name, birth_year=report.child_birth_year),)


def of_case(line: Line) -> UUID | None:
    """The case that the line says it belongs to."""
    return getattr(line.event, "case", None)


REPORT = FileKind(
    name=Kind.REPORT,
    label=Label(vi="Tin báo", en="Report"),
    heading=Heading("REPORT", Label(vi="Việc trên tin báo", en="Act on a report")),
    empty=Report,
    phase=lambda report: report.phase,
    where=where,
    matter=lambda report: report.place,
    began=lambda report: report.received_at,
    asked_as=("report_id", says("Tin báo", "The report")),
    number=lambda report: report.number,
    openness=Openness.OWN_UNIT,
    places=lambda report: (report.place,),
    hands=lambda report: (report.holder, report.sent_to),
    passes=lambda started, laid_on_it: started.code in OF_THE_COMMUNE,
    above=lambda report, answered, register, at: level_above(present(report.place), answered, register, at),
    people=people,
    telling=lambda report: report.told_with,
    links=lambda report: frozenset({report.case} if report.case else ()),
    lives=lambda report: report.phase in WAITING,
    kept=lambda report: COMPLAINT_TIME,
    of_case=of_case,
    listed=REPORTS,
    names=names,
    goes_on_in=lambda report: report.case,
)
