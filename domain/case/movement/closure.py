"""The closure test (Decree 56 art. 30): all that stands in the way of closing a case."""

from domain.case.clocks import running_refs, waits_for_department
from domain.case.movement.refusals import URGENT_MEASURE_OPEN
from domain.case.refusals import (
    CHILD_VIEW_MISSING,
    DEATH_UNSETTLED,
    ITEMS_OPEN,
    SEPARATION_ACTIVE,
    WAITS_FOR_DEPARTMENT,
)
from domain.case.state.case import Case, Phase
from domain.label import Labelled
from domain.law import duty
from domain.law.term import local_day
from domain.record.answering import SETTLING, may_settle
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
    vi="Chưa rà soát kế hoạch của vòng này, hoặc có tin, đánh giá mới sau đó. Hãy rà soát trước khi kết thúc.",
    en="The plan of this round was not reviewed since the last news or assessment. Review it before closing.",
)
RISK_LEFT = Refusal(
    "risk_left",
    vi="Lần rà soát cho thấy vẫn còn nguy cơ. Hãy tiếp tục quy trình với kế hoạch mới.",
    en="The review found risk left. Start a new round.",
)
NOT_STABLE = Refusal(
    "not_stable",
    vi="Thể chất, tâm lý, nhận thức hoặc tình cảm của trẻ chưa ổn định. Hãy tiếp tục quy trình.",
    en="The child's body, mind, cognition or feelings are not stable. Start a new round.",
)
DIRECTION_OPEN = Refusal(
    "direction_open",
    vi="Chỉ đạo của cấp trên chưa được thực hiện. Hãy thực hiện và báo cáo trước.",
    en="A direction from above was not carried out. Carry it out and answer it first.",
)
NOT_OF_AGE = Refusal(
    "not_of_age",
    vi="Theo năm sinh đã ghi, trẻ chưa đến tuổi 16 hoặc chưa rõ năm sinh.",
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
    ITEMS_OPEN,
    CHILD_VIEW_MISSING,
    URGENT_MEASURE_OPEN,
    SEPARATION_ACTIVE,
    DIRECTION_OPEN,
    DEATH_UNSETTLED,
    NOT_OF_AGE,
    HANDOVER_REQUIRED,
)


def closure_test(case: Case, ground: CloseGround, handover: str | None, context: DecisionContext) -> list[Check]:
    """The checks for `insist`, all of them, so that a refusal names every hindrance at once."""
    own = (
        _safe_and_stable(case, context) if ground is CloseGround.SAFE_AND_STABLE else _aged_out(case, handover, context)
    )
    guarded = case.protection.open_measures or case.protection.no_contact
    undecided = [ref for urgent in URGENT_DECISIONS for ref in running_refs(urgent, context)]
    return [
        *own,
        (not guarded and not undecided, URGENT_MEASURE_OPEN),
        (case.protection.separation is None, SEPARATION_ACTIVE),
        (all(d.answered for d in case.directions), DIRECTION_OPEN),
        (not waits_for_department(context), WAITS_FOR_DEPARTMENT),
        (case.death_reported is None, DEATH_UNSETTLED),
        *may_settle(case.unit_in_lead, context, but=duty.CLOSING_DECISION),
    ]


def _safe_and_stable(case: Case, context: DecisionContext) -> list[Check]:
    review = case.plan.review if case.phase is Phase.UNDER_REVIEW else None
    if review is None or (case.looked_at is not None and review.at < case.looked_at):
        return [(False, REVIEW_REQUIRED)]
    since, heard = case.plan.approved_at, case.child_heard_at
    return [
        (not review.risk_left, RISK_LEFT),
        (review.stable, NOT_STABLE),
        (not case.plan.open_items, ITEMS_OPEN),
        (
            not case.has_own_view(context.at) or (heard is not None and since is not None and heard >= since),
            CHILD_VIEW_MISSING,
        ),
    ]


def _aged_out(case: Case, handover: str | None, context: DecisionContext) -> list[Check]:
    born = case.child_birth_year
    return [
        (born is not None and local_day(context.at).year - born > AGE_OF_END, NOT_OF_AGE),
        (said(handover), HANDOVER_REQUIRED),
    ]
