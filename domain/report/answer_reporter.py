"""Answer the reporter: by a fixed text, so that nothing about the child can slip in."""

from dataclasses import dataclass, replace
from typing import Annotated
from uuid import UUID

from domain.law import basis, duty
from domain.record.action import Action, Ends, May, Scope
from domain.record.field import PERSON, says
from domain.record.file import DecisionContext
from domain.record.label import Label
from domain.record.line import Line
from domain.record.refusal import Refusal, insist, present
from domain.record.vocabulary import Role
from domain.report.state import AnswerTemplate, Report, ReportPhase


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerReporter:
    """Which of the fixed texts the reporter is told."""

    template: Annotated[AnswerTemplate, says("Mẫu trả lời", "The text")]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReporterInformed:
    """The reporter was told what became of it."""

    reporter: Annotated[UUID, says("Mã định danh nội bộ của người báo tin", "Internal id of the reporter"), PERSON]
    template: AnswerTemplate


REPORTER_UNREACHABLE = Refusal(
    "reporter_unreachable",
    vi="Người báo tin ẩn danh hoặc không để lại cách liên hệ.",
    en="The reporter is anonymous or left no way to be reached.",
)
ANSWER_NOT_TRUE = Refusal(
    "answer_not_true",
    vi="Mẫu trả lời không đúng với tình trạng của tin. Hãy chọn mẫu khác.",
    en="This text does not fit what became of the report. Choose another.",
)


def decide(report: Report, command: AnswerReporter, context: DecisionContext) -> ReporterInformed:
    insist(
        (report.reporter is not None and report.reporter_contact is not None, REPORTER_UNREACHABLE),
        (is_true(report, command.template), ANSWER_NOT_TRUE, "template"),
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
    refuses=(REPORTER_UNREACHABLE, ANSWER_NOT_TRUE),
    decide=decide,
    evolve=evolve,
    ends=(Ends(duty=duty.REPORTER_ANSWER),),
)
