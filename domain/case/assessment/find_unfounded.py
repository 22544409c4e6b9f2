"""Find the case unfounded: the Chair signs that nothing of it is true, and the case ends."""

from dataclasses import dataclass, replace
from typing import Annotated

from domain.case.act import (
    CHAIR_OF_LEAD,
    CITY_CHAIR_ABOVE,
    FIRST_STEPS,
    Case,
    Phase,
    all_not_required,
    in_time_refs,
    running_refs,
    unweighed,
    waits_for_department,
)
from domain.case.assessment.earlier import CaseFoundUnfounded1
from domain.case.assessment.fields import ChildHeard
from domain.case.assessment.refusals import FINDING_STANDS, TRUTH_ALREADY_VERIFIED
from domain.case.fields import Findings, Sources
from domain.case.movement.refusals import URGENT_MEASURE_OPEN
from domain.case.refusals import (
    CHILD_SEARCHED_FOR,
    CHILD_VIEW_MISSING,
    DEATH_UNSETTLED,
    DIRECTION_OPEN,
    INFORMATION_OPEN,
    PROTECTION_IN_FORCE,
    RISK_IS_HIGH,
    RISK_NOT_ASSESSED,
    WAITS_FOR_DEPARTMENT,
)
from domain.case.state.case import RiskLevel
from domain.case.state.sighting import TraceEnd
from domain.law import basis, duty
from domain.record.act import Action, Check, DecisionContext, Earlier, Label, Line, Refusal, insist
from domain.record.answering import SETTLING, may_settle
from domain.record.fields import Personal, says


@dataclass(frozen=True, slots=True, kw_only=True)
class FindUnfounded:
    """What was found, and from whom."""

    findings: Findings
    sources: Sources


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFoundUnfounded:
    """Nothing of the report proved true. `child_heard`: whether the child's own view was on file by then.

    `no_child`: what the police found, where there is no child to be met; else it was met.
    """

    findings: Personal
    sources: Personal
    child_heard: ChildHeard
    no_child: Annotated[
        TraceEnd | None,
        says("Kết quả xác minh không có trẻ em; trống khi đã gặp trẻ em", "That there is no child; empty if met"),
    ]


CHILD_NEVER_SEEN = Refusal(
    "child_never_seen",
    vi="Chưa gặp trẻ em từ thông tin gần nhất. Đề nghị gặp trẻ em, hoặc tổ chức tìm kiếm để công an xác minh "
    "không có trẻ em như tin báo.",
    en="The child was not met since the last news. Meet it, or start a search in which the police establish "
    "that there is no such child.",
)
RISK_FOUND = Refusal(
    "risk_found",
    vi="Lần đánh giá gần nhất thấy nguy cơ ở mức trung bình. Đề nghị đánh giá lại, hoặc tiếp tục giải quyết vụ việc.",
    en="The last assessment found a medium risk. Assess it again, or go on with the case.",
)
ANSWER_NOT_WEIGHED = Refusal(
    "answer_not_weighed",
    vi="Có thông tin trả lời sau lần đánh giá gần nhất. Đề nghị đánh giá lại nguy cơ.",
    en="A body answered after the last assessment. Assess the risk again.",
)


def decide(case: Case, command: FindUnfounded, context: DecisionContext) -> CaseFoundUnfounded:
    no_child = case.contact.no_child_since(case.news_at)
    insist(
        (case.truth_verified_at is None, TRUTH_ALREADY_VERIFIED),
        *(() if no_child else child_was_seen_safe(case, command, context)),
        (not case.protection.in_force, PROTECTION_IN_FORCE),
        (not running_refs(duty.NO_CONTACT_DECISION, context), URGENT_MEASURE_OPEN),
        (all(d.answered for d in case.directions), DIRECTION_OPEN),
        (not in_time_refs(duty.INFORMATION, context), INFORMATION_OPEN),
        (case.contact.search is None, CHILD_SEARCHED_FOR),
        (not waits_for_department(context), WAITS_FOR_DEPARTMENT),
        (case.death_reported is None, DEATH_UNSETTLED),
        *may_settle(case.unit_in_lead, context),
    )
    return CaseFoundUnfounded(
        findings=context.text(command.findings),
        sources=context.text(command.sources),
        child_heard=case.child_heard_at is not None,
        no_child=no_child,
    )


def child_was_seen_safe(case: Case, command: FindUnfounded, context: DecisionContext) -> tuple[Check, ...]:
    """Who met the child since the last news found nothing, and the child could speak."""
    met = case.contact.met_since(case.news_at)
    asked = not case.has_own_view(context.at) or case.contact.asked_since(case.news_at)
    weighed = case.informed_at is None or (case.assessed_at is not None and case.assessed_at >= case.informed_at)
    return (
        (case.assessments > 0 and not unweighed(case, command, context), RISK_NOT_ASSESSED),
        (weighed, ANSWER_NOT_WEIGHED),
        (met, CHILD_NEVER_SEEN),
        (asked or not met, CHILD_VIEW_MISSING),
        (not case.grave, RISK_IS_HIGH),
        (case.level is not RiskLevel.MEDIUM, RISK_FOUND),
        (not case.harm_found, FINDING_STANDS),
    )


def evolve(case: Case, event: CaseFoundUnfounded | CaseFoundUnfounded1, line: Line) -> Case:
    """What was true before it was reopened stays so: it is closed again."""
    return replace(case, phase=Phase.CLOSED if case.true_before else Phase.UNFOUNDED, closed_at=line.occurred_at)


FIND_UNFOUNDED = Action(
    command=FindUnfounded,
    event=CaseFoundUnfounded,
    stored_as="case.found_unfounded.2",
    asks=Label(vi="Kết luận tin báo không có căn cứ", en="Find the case unfounded"),
    tells=Label(vi="Đã kết luận tin báo không có căn cứ", en="Case found unfounded"),
    may=(*CHAIR_OF_LEAD, *CITY_CHAIR_ABOVE),
    phases=FIRST_STEPS,
    basis=basis.CHECK_TRUTH,
    refuses=(
        TRUTH_ALREADY_VERIFIED,
        RISK_NOT_ASSESSED,
        ANSWER_NOT_WEIGHED,
        CHILD_NEVER_SEEN,
        CHILD_VIEW_MISSING,
        RISK_IS_HIGH,
        RISK_FOUND,
        FINDING_STANDS,
        PROTECTION_IN_FORCE,
        URGENT_MEASURE_OPEN,
        DIRECTION_OPEN,
        INFORMATION_OPEN,
        CHILD_SEARCHED_FOR,
        WAITS_FOR_DEPARTMENT,
        DEATH_UNSETTLED,
        *SETTLING,
    ),
    decide=decide,
    evolve=evolve,
    earlier=(Earlier(event=CaseFoundUnfounded1, stored_as="case.found_unfounded.1", evolve=evolve),),
    closes=all_not_required,
)
