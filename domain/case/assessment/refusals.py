"""What several acts are refused for, case/assessment."""

from domain.record.refusal import Refusal

TRUTH_ALREADY_VERIFIED = Refusal(
    "truth_already_verified",
    vi="Thông tin đã được xác thực. Hãy tiếp tục đánh giá nguy cơ.",
    en="The truth was verified already. Go on to assess the risk.",
)
