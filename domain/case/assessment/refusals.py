"""What several acts are refused for, case/assessment."""

from domain.record.refusal import Refusal

TRUTH_ALREADY_VERIFIED = Refusal(
    "truth_already_verified",
    vi="Thông tin đã được xác thực. Hãy tiếp tục đánh giá nguy cơ.",
    en="The truth was verified already. Go on to assess the risk.",
)

FINDING_STANDS = Refusal(
    "finding_stands",
    vi="Người làm công tác bảo vệ trẻ em đã đánh giá nguy cơ cao, nguy hiểm hoặc người chăm sóc gây hại. "
    "Chỉ được hạ mức hoặc kết luận không có căn cứ sau khi người khác đánh giá lại, hoặc chính người đó đánh giá lại "
    "sau khi gặp, hỏi trẻ em.",
    en="The worker found a high level, danger or a harming carer. That is lowered, or the case found unfounded, only "
    "after a second assessment: by somebody else, or by the same worker once the child was met and heard.",
)
