"""What several acts are refused for, case."""

from domain.record.refusal import Refusal

RISK_IS_HIGH = Refusal(
    "risk_is_high",
    vi="Đang có nguy cơ cao hoặc nguy hiểm nghiêm trọng nên không được làm việc này. "
    "Nếu không đồng ý với kết quả đánh giá, đề nghị tổ chức đánh giá lại nguy cơ.",
    en="A high level or serious danger stands on the file, so this may not be done. "
    "If you disagree with the finding, have the risk assessed anew.",
)

PROTECTION_IN_FORCE = Refusal(
    "protection_in_force",
    vi="Đang có biện pháp khẩn cấp, cách ly hoặc cấm tiếp xúc. Đề nghị kết thúc các biện pháp đó trước.",
    en="An urgent measure, separation or no-contact order is in force. End it first.",
)

RISK_NOT_ASSESSED = Refusal(
    "risk_not_assessed",
    vi="Chưa có đánh giá nguy cơ. Đề nghị yêu cầu người làm công tác bảo vệ trẻ em đánh giá trước.",
    en="The risk has not been assessed. Have the protection worker assess it first.",
)

END_ALREADY_PAST = Refusal(
    "end_already_past",
    vi="Thời điểm kết thúc phải ở sau thời điểm quyết định.",
    en="The end must lie after the decision.",
)

LEAD_NO_COMMUNE = Refusal(
    "lead_no_commune",
    vi="Chỉ xã, phường, đặc khu đang tồn tại mới chủ trì vụ việc. Đề nghị ghi đúng UBND cấp xã nơi cư trú.",
    en="Only a commune that exists now leads a case. Name the commune where the child lives.",
)

DETAILED_REPORT_MISSING = Refusal(
    "detailed_report_missing",
    vi="Chưa có báo cáo đánh giá cụ thể (Mẫu số 03). Đề nghị đánh giá cụ thể trước.",
    en="There is no detailed assessment (form 03) yet. Assess in detail first.",
)

DEATH_UNSETTLED = Refusal(
    "death_unsettled",
    vi="Đã có báo tin trẻ em tử vong chưa được xác nhận hoặc bác bỏ. Đề nghị xác nhận hoặc bác bỏ trước.",
    en="The child was reported dead, and that is neither confirmed nor refuted. Settle it first.",
)

ITEMS_OPEN = Refusal(
    "items_open",
    vi="Còn nhiệm vụ chưa xong và chưa giải trình. Đề nghị hoàn thành hoặc giải trình khi rà soát.",
    en="Items are neither finished nor explained. Finish them or explain them in a review.",
)

CHILD_VIEW_MISSING = Refusal(
    "child_view_missing",
    vi="Chưa ghi ý kiến của trẻ em từ đủ 7 tuổi. Đề nghị hỏi và ghi ý kiến của trẻ em.",
    en="The view of a child from seven years on is missing. Hear the child and record it.",
)

SEPARATION_ACTIVE = Refusal(
    "separation_active",
    vi="Trẻ em đang được tạm thời cách ly. Đề nghị hủy bỏ quyết định cách ly trước.",
    en="The child is separated from its carers. Revoke the separation first.",
)

WAITS_FOR_DEPARTMENT = Refusal(
    "waits_for_department",
    vi="Sở Y tế chưa xem xét quyết định thấp hơn đề xuất của người đánh giá. Đề nghị chờ Sở Y tế xem xét.",
    en="The department has yet to look at a decision below the worker's proposal. Wait for it.",
)

CHILD_SEARCHED_FOR = Refusal(
    "child_searched_for",
    vi="Đang tìm kiếm trẻ em. Đề nghị gặp được trẻ em hoặc chuyển hồ sơ đến nơi trẻ em đang ở.",
    en="The child is being searched for. Meet it, or transfer the case to where it is.",
)

DIRECTION_OPEN = Refusal(
    "direction_open",
    vi="Chỉ đạo của cấp trên chưa được thực hiện, hoặc báo cáo thực hiện đang chờ cấp trên xem xét.",
    en="A direction from above was not carried out, or its answer waits for the level above to look at it.",
)

INFORMATION_OPEN = Refusal(
    "information_open",
    vi="Cơ quan được yêu cầu cung cấp thông tin còn trong thời hạn trả lời. Đề nghị chờ trả lời.",
    en="A body that was asked for information still has time to answer. Wait for its answer.",
)

OVERTURNED = Refusal(
    "overturned",
    vi="Sở Y tế đã không chấp nhận quyết định thấp hơn đề xuất. Chỉ được quyết định lại sau khi đánh giá lại nguy cơ.",
    en="The department overturned a decision below the worker's proposal. Decide so again only after a new assessment.",
)
