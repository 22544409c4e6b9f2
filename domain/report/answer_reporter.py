"""Answer the reporter: by a fixed text, so that nothing about the child can slip in."""

from dataclasses import dataclass, replace
from typing import Annotated
from uuid import UUID

from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Label, Line, Refusal, insist, met, present
from domain.record.fields import PERSON, says
from domain.report.state import AnswerTemplate, Report
from domain.report.who import ANSWERER


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerReporter:
    """Which of the fixed texts the reporter is told."""

    template: Annotated[AnswerTemplate, says("Mẫu trả lời", "The text")]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReporterInformed:
    reporter: Annotated[UUID, says("Mã định danh nội bộ của người báo tin", "Internal id of the reporter"), PERSON]
    template: AnswerTemplate


REPORTER_UNREACHABLE = Refusal(
    "reporter_unreachable",
    vi="Người báo tin ẩn danh hoặc không để lại cách liên hệ.",
    en="The reporter is anonymous or left no way to be reached.",
)
ANSWER_NOT_TRUE = Refusal(
    "answer_not_true",
    vi="Mẫu trả lời không đúng với tình trạng của tin báo. Đề nghị chọn mẫu khác.",
    en="This text does not fit what became of the report. Choose another.",
)


def decide(report: Report, command: AnswerReporter, context: DecisionContext) -> ReporterInformed:
    insist((report.reachable, REPORTER_UNREACHABLE), (report.bears_out(command.template), ANSWER_NOT_TRUE, "template"))
    return ReporterInformed(reporter=present(report.reporter), template=command.template)


def evolve(report: Report, event: ReporterInformed, line: Line) -> Report:
    return replace(report, reporter_answered_at=line.occurred_at)


ANSWER_REPORTER = Action(
    command=AnswerReporter,
    event=ReporterInformed,
    stored_as="report.reporter_informed.1",
    asks=Label(vi="Thông báo kết quả cho người báo tin", en="Answer the reporter"),
    tells=Label(vi="Đã thông báo kết quả cho người báo tin", en="Reporter informed"),
    may=ANSWERER,
    basis=basis.RECEIPT_NOTICE,
    refuses=(REPORTER_UNREACHABLE, ANSWER_NOT_TRUE),
    decide=decide,
    evolve=evolve,
    ends=met(duty.REPORTER_ANSWER),
)
