"""What several acts are refused for, case/plan."""

from domain.record.refusal import Refusal

ITEM_DUE_PAST = Refusal(
    "item_due_past",
    vi="Hạn của nhiệm vụ đã qua. Đề nghị chọn ngày từ hôm nay trở đi.",
    en="The day for an item is over. Choose today or a later day.",
)

ITEM_AFTER_PLAN = Refusal(
    "item_after_plan",
    vi="Hạn của nhiệm vụ sau ngày kết thúc kế hoạch. Đề nghị sửa một trong hai.",
    en="An item is due after the end of the plan. Change one of the two.",
)

ITEM_UNKNOWN = Refusal(
    "item_unknown",
    vi="Kế hoạch không có nhiệm vụ này, hoặc nhiệm vụ đã xong.",
    en="The plan has no such item, or the item is finished.",
)

ITEM_ANSWERED = Refusal("item_answered", vi="Nhiệm vụ này đã được trả lời.", en="This item was answered already.")

ITEM_OVERDUE = Refusal(
    "item_overdue",
    vi="Không được bỏ nhiệm vụ đã quá hạn. Đề nghị thực hiện muộn, hoặc giải trình khi rà soát.",
    en="An overdue item may not be dropped. Deliver it late, or explain it at the review.",
)

NO_AMENDMENT = Refusal(
    "no_amendment", vi="Không có đề nghị điều chỉnh nào đang chờ.", en="No change of plan waits for a decision."
)
