"""Link a report to a case: from now on its news belongs to that case, and so does its first receipt."""

from dataclasses import dataclass, replace
from uuid import UUID

from domain.case.clocks import acts_for
from domain.case.follow_ups import JoinReport
from domain.case.state.case import Case, Phase
from domain.law import basis, duty
from domain.record.act import (
    Action,
    DecisionContext,
    FollowUp,
    Label,
    Line,
    Refusal,
    insist,
    met,
    not_required,
    required,
)
from domain.record.fields import Kind
from domain.record.who import May, Role, Scope
from domain.report.follow_ups import LinkReport
from domain.report.rejecting import may_be_as_old
from domain.report.state import WAITING, Report, ReportPhase
from domain.report.telling import CASE_OF_OTHER_CHILD_TOLD, of_none_told_together
from domain.report.who import WORKER


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportLinkedToCase:
    """The report belongs to a case. `converted`: the case was opened from it."""

    case: UUID
    converted: bool


CASE_ELSEWHERE = Refusal(
    "case_elsewhere",
    vi="Vụ việc do nơi khác giải quyết. Đề nghị chuyển tin báo đến UBND cấp xã đó để gắn vào.",
    en="That case is another commune's. Forward the report there; its worker links it.",
)
CHILD_HAS_DIED = Refusal(
    "child_has_died",
    vi="Trẻ em trong vụ việc này đã tử vong, nên không gắn thêm tin báo. Đề nghị lập hồ sơ mới từ tin báo này.",
    en="The child of that case has died: nobody would weigh the report there. Open a case from this report.",
)
CASE_OF_ANOTHER_CHILD = Refusal(
    "case_of_another_child",
    vi="Vụ việc này của trẻ em có năm sinh khác. Đề nghị lập hồ sơ riêng, hoặc đính chính năm sinh trước.",
    en="That case is of a child of another birth year. Open a case of its own, or correct the year first.",
)
CASE_NOT_FOUND = Refusal(
    "case_not_found", vi="Không tìm thấy vụ việc để gắn vào.", en="The case to link to was not found."
)


def decide(report: Report, command: LinkReport, context: DecisionContext) -> ReportLinkedToCase:
    other = required(context.other(command.case, Kind.CASE), CASE_NOT_FOUND, "case")
    insist((other.version > 0, CASE_NOT_FOUND, "case"))
    target: Case = other.state
    by_system = context.by.role is Role.SYSTEM
    insist(
        (by_system or any(acts_for(unit, context) for unit in target.communes), CASE_ELSEWHERE, "case"),
        (by_system or may_be_as_old(report.child_birth_year, target.child_birth_year), CASE_OF_ANOTHER_CHILD, "case"),
        (by_system or of_none_told_together(context.file_id, report, target.reports), CASE_OF_OTHER_CHILD_TOLD, "case"),
        (by_system or target.phase is not Phase.DECEASED, CHILD_HAS_DIED, "case"),
    )
    return ReportLinkedToCase(case=command.case, converted=command.converted and by_system)


def evolve(report: Report, event: ReportLinkedToCase, line: Line) -> Report:
    phase = ReportPhase.CONVERTED if event.converted else ReportPhase.LINKED
    return replace(report, phase=phase, case=event.case)


def tell_the_case(report: Report, line: Line) -> tuple[FollowUp, ...]:
    if line.event.converted or report.counts_from is None:
        return ()
    joins = JoinReport(report=line.file_id, received_at=report.counts_from, harm_kinds=report.harm_kinds)
    return (FollowUp(file_id=line.event.case, command=joins),)


LINK_REPORT = Action(
    command=LinkReport,
    event=ReportLinkedToCase,
    stored_as="report.linked_to_case.1",
    asks=Label(vi="Gắn tin báo vào vụ việc", en="Link to a case"),
    tells=Label(vi="Đã gắn tin báo vào vụ việc", en="Report linked to a case"),
    may=(*WORKER, *May.within(Scope.ANY, Role.SYSTEM)),
    phases=WAITING,
    basis=basis.WHAT_IS_TO_BE_DONE,
    refuses=(CASE_ELSEWHERE, CASE_OF_ANOTHER_CHILD, CASE_OF_OTHER_CHILD_TOLD, CHILD_HAS_DIED, CASE_NOT_FOUND),
    decide=decide,
    evolve=evolve,
    reads=lambda file, command: (command.case,),
    follows=tell_the_case,
    ends=(*not_required(duty.FORWARDING, duty.INITIAL_RISK, duty.URGENT_MEASURES), *met(duty.ACKNOWLEDGEMENT)),
)
