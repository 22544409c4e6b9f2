"""What a reading is refused for."""

from domain.record.refusal import Refusal

PURPOSE_REQUIRED = Refusal(
    "purpose_required",
    vi="Phải nêu mục đích xem thông tin cá nhân.",
    en="State the purpose of reading personal information.",
)
MAY_NOT_SEE = Refusal(
    "may_not_see",
    vi="Chức danh của ông/bà không được xem thông tin này.",
    en="Your office may not see this information.",
)
READ_MUCH = Refusal(
    "read_much",
    vi="Trong một giờ qua ông/bà đã xem nhiều hồ sơ hơn mức thông thường. Đề nghị nêu lý do; việc này được báo cho"
    " người kiểm soát dữ liệu.",
    en="Within the last hour you read more files than is usual. Give the reason; whoever guards the data is told.",
)
