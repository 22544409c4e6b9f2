"""Answer the reporter: by a fixed text, so that nothing about the child can slip in."""

from dataclasses import dataclass, replace
from uuid import UUID

from domain.action import Action, Ends, May, Scope
from domain.law import basis, duty
from domain.record import Line, Scene
from domain.refusal import insist, present
from domain.report.state import AnswerTemplate, Report, ReportPhase
from domain.words import Kind, Label, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerReporter:
    """Which text."""

    template: AnswerTemplate


@dataclass(frozen=True, slots=True, kw_only=True)
class ReporterInformed:
    """The reporter was told what became of it."""

    reporter: UUID
    template: AnswerTemplate


def decide(report: Report, command: AnswerReporter, scene: Scene) -> ReporterInformed:
    insist(
        (report.reporter is not None and report.reporter_contact is not None, "reporter_unreachable"),
        (is_true(report, command.template), "answer_not_true", "template"),
    )
    return ReporterInformed(reporter=present(report.reporter), template=command.template)


def is_true(report: Report, template: AnswerTemplate) -> bool:
    """Whether the text says what became of the report."""
    match template:
        case AnswerTemplate.TAKEN_UP:
            return report.phase is not ReportPhase.REJECTED
        case AnswerTemplate.FORWARDED:
            return report.passed > 0
        case AnswerTemplate.CASE_OPENED:
            return report.case is not None
        case AnswerTemplate.NOT_TAKEN_FURTHER:  # pragma: no branch: the type checker knows of no other
            return report.phase is ReportPhase.REJECTED


def evolve(report: Report, event: ReporterInformed, line: Line) -> Report:
    return replace(report, reporter_answered_at=line.occurred_at)


ANSWER_REPORTER = Action(
    kind=Kind.REPORT,
    command=AnswerReporter,
    event=ReporterInformed,
    stored_as="report.reporter_informed.1",
    asks=Label(vi="Thông báo kết quả cho người báo tin", en="Answer the reporter"),
    tells=Label(vi="Đã thông báo kết quả cho người báo tin", en="Reporter informed"),
    may=(
        *(
            May(role=role, scope=scope)
            for role in (
                Role.PROTECTION_WORKER,
                Role.COMMUNE_POLICE_HEAD,
                Role.INTAKE_OFFICER,
                Role.HOTLINE_OPERATOR,
                Role.HEALTH_DEPARTMENT_OFFICER,
                Role.FRONT_MEMBER,
            )
            for scope in (Scope.OWN, Scope.RECEIVER)
        ),
        May(role=Role.PROTECTION_WORKER, scope=Scope.PLACE),
        May(role=Role.COMMUNE_POLICE_HEAD, scope=Scope.PLACE),
    ),
    basis=basis.RECEIPT_NOTICE,
    decide=decide,
    evolve=evolve,
    ends=(Ends(duty=duty.P18),),
)
