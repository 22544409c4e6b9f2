"""What several acts are refused for, case/assessment."""

from domain.record.refusal import Refusal

TRUTH_ALREADY_VERIFIED = Refusal(
    "truth_already_verified",
    vi="Thông tin đã được xác thực. Hãy tiếp tục đánh giá nguy cơ.",
    en="The truth was verified already. Go on to assess the risk.",
)

INFORMATION_REQUEST_NOT_FOUND = Refusal(
    "information_request_not_found",
    vi="Không có yêu cầu cung cấp thông tin nào còn chờ với số này.",
    en="No request for information with this number is waiting.",
)

NOT_THE_ASKED_BODY = Refusal(
    "not_the_asked_body",
    vi="Yêu cầu này gửi cho cơ quan khác. Chỉ cơ quan được yêu cầu mới trả lời.",
    en="Another body was asked. Only that body may answer.",
)
