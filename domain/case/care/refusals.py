"""What several acts are refused for, case/care."""

from domain.record.refusal import Refusal

NOT_IN_CARE = Refusal(
    "not_in_care", vi="Trẻ em hiện không được chăm sóc thay thế.", en="The child is not in alternative care."
)
CARE_LASTS = Refusal(
    "care_lasts",
    vi="Trẻ em đang được chăm sóc thay thế. Đề nghị chấm dứt trước khi giao nơi khác.",
    en="The child is in alternative care. End that before you place the child elsewhere.",
)
NO_GROUND_FOR_CARE = Refusal(
    "no_ground_for_care",
    vi="Chưa có quyết định cách ly hoặc kế hoạch được phê duyệt làm căn cứ.",
    en="There is no separation in force, or no approved plan, that the placement could rest on.",
)
CARER_REQUIRED = Refusal("carer_required", vi="Phải ghi người chăm sóc thay thế.", en="Name the carer.")
CARE_RESTS_ON_IT = Refusal(
    "care_rests_on_it",
    vi="Trẻ em đang được chăm sóc thay thế kèm quyết định cách ly. Đề nghị chấm dứt hoặc giao theo kế hoạch trước.",
    en="The child is in care that rests on the separation. End that or place the child by the plan first.",
)
