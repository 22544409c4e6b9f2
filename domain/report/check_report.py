"""Check the truth of a report before anybody decides on it: what was found, and from whom."""

from dataclasses import dataclass, replace

from domain.case.fields import Findings, Sources
from domain.law import basis
from domain.record.act import Action, DecisionContext, Label, Line
from domain.record.fields import Personal
from domain.record.who import May, Role, Scope
from domain.report.state import WAITING, Report
from domain.report.who import WORKER


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckReport:
    """What was found where it is said to have happened, and who was asked."""

    findings: Findings
    sources: Sources


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportChecked:
    findings: Personal
    sources: Personal


def decide(report: Report, command: CheckReport, context: DecisionContext) -> ReportChecked:
    return ReportChecked(findings=context.text(command.findings), sources=context.text(command.sources))


def evolve(report: Report, event: ReportChecked, line: Line) -> Report:
    return replace(report, checked_by=line.by.person, checked_at=line.occurred_at)


CHECK_REPORT = Action(
    command=CheckReport,
    event=ReportChecked,
    stored_as="report.checked.1",
    asks=Label(vi="Kiểm tra tin báo", en="Check the report"),
    tells=Label(vi="Đã kiểm tra tin báo", en="Report checked"),
    may=(*WORKER, *May.within(Scope.PLACE, Role.COMMUNE_POLICE_HEAD)),
    phases=WAITING,
    basis=basis.CHECK_TRUTH,
    decide=decide,
    evolve=evolve,
)
