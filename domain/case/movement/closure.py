"""The closure test (Decree 56 art. 30): all that stands in the way of closing a case."""

from datetime import datetime

from domain.case.clocks import directions_followed, in_time_refs, running_refs, waits_for_department
from domain.case.movement.refusals import URGENT_MEASURE_OPEN
from domain.case.plan.leaving import ITEM_NOT_PROPOSED, ITEM_UNDECIDED, ItemToLeave, all_decided, as_proposed
from domain.case.plan.visits import VISIT_CODES
from domain.case.refusals import (
    CHILD_SEARCHED_FOR,
    CHILD_VIEW_MISSING,
    DEATH_UNSETTLED,
    DIRECTION_OPEN,
    INFORMATION_OPEN,
    ITEMS_OPEN,
    SEPARATION_ACTIVE,
    WAITS_FOR_DEPARTMENT,
)
from domain.case.settling import SETTLING, may_settle_case
from domain.case.state.case import Case, Phase
from domain.case.state.risk import CALM
from domain.label import Labelled
from domain.law import duty
from domain.law.term import local_day
from domain.record.file import DecisionContext
from domain.record.refusal import Check, Refusal, said

AGE_OF_END = 16
"""Only the year of birth is known: it is certain that a child is sixteen once that year is over."""
URGENT_DECISIONS = (
    duty.INITIAL_RISK,
    duty.URGENT_MEASURES,
    duty.SEPARATION_DECISION,
    duty.NO_CONTACT_DECISION,
    duty.HOME_CHECK,
)


class CloseGround(Labelled):
    """Why a case closes."""

    SAFE_AND_STABLE = "safe_and_stable", "An toàn, ổn định", "Safe and stable"
    AGED_OUT = "aged_out", "Không còn là trẻ em", "No longer a child"


REVIEW_REQUIRED = Refusal(
    "review_required",
    vi="Chưa rà soát kế hoạch lần này, hoặc có tin báo, đánh giá mới sau đó. Đề nghị rà soát trước khi kết thúc.",
    en="The plan of this round was not reviewed since the last news or assessment. Review it before closing.",
)
RISK_LEFT = Refusal(
    "risk_left",
    vi="Lần rà soát cho thấy vẫn còn nguy cơ. Đề nghị tiếp tục quy trình với kế hoạch mới.",
    en="The review found risk left. Start a new round.",
)
NOT_STABLE = Refusal(
    "not_stable",
    vi="Thể chất, tâm lý, nhận thức hoặc tình cảm của trẻ em chưa ổn định. Đề nghị tiếp tục quy trình.",
    en="The child's body, mind, cognition or feelings are not stable. Start a new round.",
)
DANGER_NOT_OVER = Refusal(
    "danger_not_over",
    vi="Chưa có đánh giá nguy cơ sau thông tin gần nhất cho thấy mức thấp hoặc không có nguy cơ, "
    "không có nguy hiểm, đã được quyết định. Đề nghị gặp trẻ em, đánh giá lại và quyết định mức nguy cơ.",
    en="No assessment since the last news shows a low level or none, without danger, settled by the Chair. "
    "Meet the child, assess the risk again and settle the level.",
)
CHILD_NOT_SEEN = Refusal(
    "child_not_seen",
    vi="Chưa gặp trẻ em từ khi thực hiện kế hoạch. Đề nghị thăm trẻ em trước khi kết thúc.",
    en="The child was not met since the plan began. Visit it before closing.",
)
VISIT_LAPSED = Refusal(
    "visit_lapsed",
    vi="Lần thăm đã quá hạn chưa được thực hiện. Đề nghị thăm trẻ em trước khi kết thúc.",
    en="A visit that ran out was not made since. Visit the child before closing.",
)
NOT_OF_AGE = Refusal(
    "not_of_age",
    vi="Theo năm sinh đã ghi, chưa chắc chắn trẻ em đã đủ 16 tuổi, hoặc chưa rõ năm sinh.",
    en="By the year of birth on file the child is not sixteen, or the year is not known.",
)
HANDOVER_REQUIRED = Refusal(
    "handover_required",
    vi="Phải ghi việc bàn giao cho nơi tiếp tục hỗ trợ.",
    en="Record to whom the case is handed over.",
)


CLOSURE_REFUSALS = (
    WAITS_FOR_DEPARTMENT,
    *SETTLING,
    REVIEW_REQUIRED,
    RISK_LEFT,
    NOT_STABLE,
    DANGER_NOT_OVER,
    CHILD_NOT_SEEN,
    VISIT_LAPSED,
    CHILD_SEARCHED_FOR,
    ITEMS_OPEN,
    ITEM_UNDECIDED,
    ITEM_NOT_PROPOSED,
    CHILD_VIEW_MISSING,
    URGENT_MEASURE_OPEN,
    SEPARATION_ACTIVE,
    DIRECTION_OPEN,
    INFORMATION_OPEN,
    DEATH_UNSETTLED,
    NOT_OF_AGE,
    HANDOVER_REQUIRED,
)


def closure_test(
    case: Case, ground: CloseGround, handover: str | None, leaves: tuple[ItemToLeave, ...], context: DecisionContext
) -> list[Check]:
    """The checks for `insist`, all of them, so that a refusal names every hindrance at once."""
    own = (
        _safe_and_stable(case, leaves, context)
        if ground is CloseGround.SAFE_AND_STABLE
        else _aged_out(case, handover, context)
    )
    guarded = case.protection.open_measures or case.protection.no_contact
    undecided = [ref for urgent in URGENT_DECISIONS for ref in running_refs(urgent, context)]
    return [
        *own,
        *as_proposed(case, leaves),
        (not guarded and not undecided, URGENT_MEASURE_OPEN),
        (case.protection.separation is None, SEPARATION_ACTIVE),
        (directions_followed(case, context), DIRECTION_OPEN),
        (not in_time_refs(duty.INFORMATION, context), INFORMATION_OPEN),
        (case.contact.search is None, CHILD_SEARCHED_FOR),
        (not waits_for_department(context), WAITS_FOR_DEPARTMENT),
        (case.death_reported is None, DEATH_UNSETTLED),
        *may_settle_case(case, context, but=duty.CLOSING_DECISION),
    ]


def _safe_and_stable(case: Case, leaves: tuple[ItemToLeave, ...], context: DecisionContext) -> list[Check]:
    """Decree 56 art. 30: no risk is left and the child is stable; and the child was met to see it."""
    review, began = case.plan.review, case.plan.approved_at
    fresh = review is not None and (case.looked_at is None or review.at >= case.looked_at)
    return [
        (case.phase is Phase.UNDER_REVIEW and fresh, REVIEW_REQUIRED),
        (review is None or not review.risk_left, RISK_LEFT),
        (review is None or review.stable, NOT_STABLE),
        (_calm(case), DANGER_NOT_OVER),
        (began is not None and case.contact.met_since(began), CHILD_NOT_SEEN),
        (not any(code in VISIT_CODES for code, _ in context.file.lapsed), VISIT_LAPSED),
        (not case.plan.open_items, ITEMS_OPEN),
        all_decided(case, leaves),
        (not case.has_own_view(context.at) or (began is not None and _heard_since(case, began)), CHILD_VIEW_MISSING),
    ]


def _calm(case: Case) -> bool:
    """Whether the last assessment, made since the last news, found little risk and no danger, and the Chair agreed."""
    weighed, news = case.assessed_at, case.news_at
    return (
        weighed is not None
        and (news is None or weighed >= news)
        and case.risk_confirmed
        and case.risk_proposed in CALM
        and case.risk in CALM
        and not (case.danger_proposed or case.serious_danger)
    )


def _heard_since(case: Case, began: datetime) -> bool:
    """Whether the child was heard since then, or met and would or could not speak: by who met it, not in an order."""
    return case.contact.asked_since(began)


def _aged_out(case: Case, handover: str | None, context: DecisionContext) -> list[Check]:
    born = case.child_birth_year
    return [
        (born is not None and local_day(context.at).year - born > AGE_OF_END, NOT_OF_AGE),
        (said(handover), HANDOVER_REQUIRED),
    ]
