"""The test of a case that is to be found untrue: all that stands in the way of it."""

from domain.case.assessment.refusals import FINDING_STANDS, TRUTH_ALREADY_VERIFIED
from domain.case.clocks import directions_followed, in_time_refs, running_refs, unweighed, waits_for_department
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
from domain.case.settling import SETTLING, may_settle_case
from domain.case.state.case import Case, RiskLevel
from domain.law import duty
from domain.record.file import DecisionContext
from domain.record.refusal import Check, Refusal

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
UNFOUNDED_REFUSALS = (
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
)


def unfounded_test(case: Case, no_child: bool, context: DecisionContext) -> list[Check]:
    """The checks for `insist`. `no_child`: the police found that there is none, so that nobody can have met it."""
    return [
        (case.truth_verified_at is None, TRUTH_ALREADY_VERIFIED),
        *(() if no_child else _seen_safe(case, context)),
        (not case.protection.in_force, PROTECTION_IN_FORCE),
        (not running_refs(duty.NO_CONTACT_DECISION, context), URGENT_MEASURE_OPEN),
        (directions_followed(case, context), DIRECTION_OPEN),
        (not in_time_refs(duty.INFORMATION, context), INFORMATION_OPEN),
        (case.contact.search is None, CHILD_SEARCHED_FOR),
        (not waits_for_department(context), WAITS_FOR_DEPARTMENT),
        (case.death_reported is None, DEATH_UNSETTLED),
        *may_settle_case(case, context),
    ]


def _seen_safe(case: Case, context: DecisionContext) -> tuple[Check, ...]:
    """Who met the child since the last news found nothing, and the child could speak."""
    met = case.contact.met_since(case.news_at)
    asked = not case.has_own_view(context.at) or case.contact.asked_since(case.news_at)
    weighed = case.informed_at is None or (case.assessed_at is not None and case.assessed_at >= case.informed_at)
    return (
        (case.assessments > 0 and not unweighed(case, None, context), RISK_NOT_ASSESSED),
        (weighed, ANSWER_NOT_WEIGHED),
        (met, CHILD_NEVER_SEEN),
        (asked or not met, CHILD_VIEW_MISSING),
        (not case.grave, RISK_IS_HIGH),
        (case.level is not RiskLevel.MEDIUM, RISK_FOUND),
        (not case.harm_found, FINDING_STANDS),
    )
