"""What several acts are refused for, case/assessment."""

from domain.record.refusal import Refusal

TRUTH_ALREADY_VERIFIED = Refusal(
    "truth_already_verified",
    vi="Tin báo đã được xác thực. Đề nghị tiếp tục đánh giá nguy cơ.",
    en="The truth was verified already. Go on to assess the risk.",
)

FINDING_STANDS = Refusal(
    "finding_stands",
    vi="Người làm công tác bảo vệ trẻ em đã đánh giá nguy cơ cao, nguy hiểm hoặc người chăm sóc gây hại. "
    "Chỉ được hạ từng nội dung đó hoặc kết luận không có căn cứ sau khi người khác gặp trẻ em và đánh giá lại, "
    "hoặc chính người đó đánh giá lại sau khi gặp và nghe trẻ em nói.",
    en="The worker found a high level, danger or a harming carer. That is lowered, or the case found unfounded, only "
    "after a second assessment for which the child was met: by somebody else, or by the same worker once it was heard.",
)

HARMER_IS_NOT_SAFE = Refusal(
    "harmer_is_not_safe",
    vi="Cha mẹ, người chăm sóc là người gây hại thì không thể đánh giá là an toàn.",
    en="A carer who harms the child cannot be assessed as safe.",
)
