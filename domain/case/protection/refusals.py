"""What several acts are refused for, case/protection."""

from domain.record.refusal import Refusal

END_NOT_REACHED = Refusal("end_not_reached", vi="Chưa đến thời điểm kết thúc.", en="The end has not come yet.")

SEPARATION_TOO_LONG = Refusal(
    "separation_too_long",
    vi="Cách ly tối đa 15 ngày kể cả gia hạn. Trường hợp cần kéo dài phải có văn bản của cơ quan có thẩm quyền.",
    en="15 days at most, extensions included. Longer needs a document of a competent body.",
)

SEPARATION_NOT_ACTIVE = Refusal(
    "separation_not_active", vi="Hiện không có quyết định cách ly nào còn hiệu lực.", en="No separation is in force."
)

EXTENSION_ADDS_NOTHING = Refusal(
    "extension_adds_nothing",
    vi="Thời điểm kết thúc mới phải sau thời điểm hiện có.",
    en="The new end must lie after the present one.",
)

NO_CONTACT_LAW_NOT_IN_FORCE = Refusal(
    "no_contact_law_not_in_force",
    vi="Chỉ ghi nhận quyết định cấm tiếp xúc theo Luật Phòng, chống bạo lực gia đình năm 2022, có hiệu lực từ ngày "
    "01/07/2023.",
    en="Only orders under the Law on Domestic Violence of 2022, in force from 01/07/2023, are recorded.",
)

REQUEST_NOT_OPEN = Refusal(
    "request_not_open",
    vi="Không có đề nghị cấm tiếp xúc nào còn chờ với số này.",
    en="No request for a no-contact order with this number is waiting.",
)

NO_CONTACT_NOT_ACTIVE = Refusal(
    "no_contact_not_active",
    vi="Không có quyết định cấm tiếp xúc nào cần xử lý.",
    en="There is no no-contact order to settle.",
)

REASSESSMENT_REQUIRED = Refusal(
    "reassessment_required",
    vi="Phải đánh giá lại nguy cơ sau quyết định gần nhất rồi mới gia hạn.",
    en="Assess the risk again after the last decision, then extend.",
)

SEPARATION_TOO_SHORT = Refusal(
    "separation_too_short",
    vi="Thời hạn cách ly ít nhất là 12 giờ; ngắn hơn thì không bảo vệ được trẻ em.",
    en="A separation lasts twelve hours at least; a shorter one protects nobody.",
)
