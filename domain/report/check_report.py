"""Check the truth of a report before anybody decides on it: what was found, and from whom."""

from dataclasses import dataclass, replace
from typing import Annotated

from domain.case.fields import Findings, Sources
from domain.law import basis
from domain.record.act import Action, DecisionContext, Earlier, Label, Line
from domain.record.fields import Personal, says
from domain.record.who import May, Role, Scope
from domain.report.earlier import ReportChecked1
from domain.report.state import WAITING, CheckOutcome, Report
from domain.report.who import WORKER


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckReport:
    """What was found where it is said to have happened, and who was asked."""

    outcome: Annotated[CheckOutcome, says("Kết quả kiểm tra", "What came of it")]
    findings: Findings
    sources: Sources


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportChecked:
    outcome: CheckOutcome
    findings: Personal
    sources: Personal


def decide(report: Report, command: CheckReport, context: DecisionContext) -> ReportChecked:
    return ReportChecked(
        outcome=command.outcome, findings=context.text(command.findings), sources=context.text(command.sources)
    )


def evolve(report: Report, event: ReportChecked, line: Line) -> Report:
    return replace(evolve_1(report, event, line), checked_as=event.outcome)


def evolve_1(report: Report, event: ReportChecked | ReportChecked1, line: Line) -> Report:
    return replace(report, checked_by=line.by.person, checked_at=line.occurred_at, checked_as=None)


CHECK_REPORT = Action(
    command=CheckReport,
    event=ReportChecked,
    stored_as="report.checked.2",
    asks=Label(vi="Kiểm tra tin báo", en="Check the report"),
    tells=Label(vi="Đã kiểm tra tin báo", en="Report checked"),
    may=(*WORKER, *May.within(Scope.PLACE, Role.COMMUNE_POLICE_HEAD)),
    phases=WAITING,
    basis=basis.CHECK_TRUTH,
    decide=decide,
    evolve=evolve,
    earlier=(Earlier(event=ReportChecked1, stored_as="report.checked.1", evolve=evolve_1),),
)
