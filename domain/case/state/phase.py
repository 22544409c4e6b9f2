"""Where a case stands, and which of its phases belong together."""

from domain.label import Labelled


class Phase(Labelled):
    """Where a case stands."""

    UNKNOWN = "unknown", "Chưa lập", "Not opened"
    OPEN = "open", "Đã lập", "Opened"
    VERIFYING = "verifying", "Đang xác minh", "Being verified"
    VERIFIED = "verified", "Đã xác thực", "Found true"
    UNFOUNDED = "unfounded", "Không có căn cứ", "Found untrue"
    ASSESSED = "assessed", "Đã đánh giá nguy cơ", "Risk assessed"
    DETAILED = "detailed", "Đã đánh giá cụ thể", "Assessed in detail"
    NEEDS_SET = "needs_set", "Đã xác định nhu cầu", "Needs set"
    PLAN_DRAFTED = "plan_drafted", "Đã xây dựng kế hoạch", "Plan drafted"
    PLAN_SUBMITTED = "plan_submitted", "Đã trình kế hoạch", "Plan submitted"
    PLAN_APPROVED = "plan_approved", "Đã phê duyệt kế hoạch", "Plan approved"
    IN_SERVICE = "in_service", "Đang cung cấp dịch vụ", "Services under way"
    UNDER_REVIEW = "under_review", "Đã rà soát", "Reviewed"
    CLOSED = "closed", "Đã kết thúc", "Closed"
    MERGED = "merged", "Đã nhập vào vụ việc khác", "Merged into another case"
    DECEASED = "deceased", "Trẻ em đã tử vong", "The child died"


ENDED = frozenset({Phase.UNFOUNDED, Phase.CLOSED, Phase.MERGED, Phase.DECEASED})
LIVE = frozenset(Phase) - ENDED - {Phase.UNKNOWN}
LIVE_OR_DECEASED = LIVE | {Phase.DECEASED}
"""Where others still ask and direct, and what was written is still put right: the death of a child ends none of it."""
FIRST_STEPS = frozenset({Phase.OPEN, Phase.VERIFYING, Phase.VERIFIED, Phase.ASSESSED})
