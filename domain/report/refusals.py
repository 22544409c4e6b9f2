"""Why an act on a report is refused, and what to do."""

from domain.record.vocabulary import Label

REFUSALS: dict[str, Label] = {
    "narrative_required": Label(
        vi="Phải ghi nội dung thông tin đã tiếp nhận.",
        en="Record what was told.",
    ),
    "place_no_commune": Label(
        vi="Nơi xảy ra phải là một xã, phường, đặc khu đang tồn tại, vì Chủ tịch nơi đó chịu trách nhiệm.",
        en="The place must be a commune that exists now: its Chair answers for the child.",
    ),
    "case_elsewhere": Label(
        vi="Vụ việc do nơi khác giải quyết. Hãy chuyển tin đến UBND cấp xã đó để gắn vào.",
        en="That case is another commune's. Forward the report there; its worker links it.",
    ),
    "child_has_died": Label(
        vi="Trẻ trong vụ việc này đã tử vong, không còn ai phải đánh giá tin. Hãy lập hồ sơ mới từ tin này.",
        en="The child of that case has died: nobody would weigh the report there. Open a case from this report.",
    ),
    "harm_kind_required": Label(
        vi="Phải chọn ít nhất một dạng tổn hại; nếu chưa rõ, chọn «Khác».",
        en="Choose at least one kind of harm; if unclear, choose “Other”.",
    ),
    "anonymous_with_name": Label(
        vi="Tin ẩn danh không được ghi tên người báo tin. Hãy bỏ tên hoặc bỏ đánh dấu ẩn danh.",
        en="An anonymous report may not bear the reporter's name. Remove the name or the mark.",
    ),
    "case_not_found": Label(
        vi="Không tìm thấy vụ việc để gắn vào.",
        en="The case to link to was not found.",
    ),
    "known_after_receipt": Label(
        vi="Thời điểm biết việc không được sau thời điểm tiếp nhận.",
        en="The time of knowledge may not lie after the receipt.",
    ),
    "nothing_to_correct": Label(
        vi="Dòng được đính chính phải là dòng tiếp nhận hoặc một dòng đính chính trước đó của tin này.",
        en="Only the receipt or an earlier correction of this report can be corrected. Name its version.",
    ),
    "correction_empty": Label(vi="Hãy ghi ít nhất một nội dung đính chính.", en="Say what is to be read otherwise."),
    "receipt_only_earlier": Label(
        vi="Thời điểm tiếp nhận chỉ được đính chính sớm hơn, vì thời hạn tính từ lần tiếp nhận đầu tiên.",
        en="The receipt can only be corrected to an earlier time: the clocks count from the first receipt.",
    ),
    "forward_to_itself": Label(vi="Đơn vị nhận phải khác đơn vị chuyển.", en="Send it to another unit than your own."),
    "returned_before": Label(
        vi="Đơn vị này đã trả lại tin. Hãy xác nhận đã nhận rồi xử lý, hoặc xin ý kiến Sở Y tế.",
        en="That unit has returned the report before. Acknowledge it and act, or ask the health department.",
    ),
    "duplicate_not_found": Label(
        vi="Không tìm thấy tin trùng còn đang được xử lý. Hãy ghi đúng tin đã tiếp nhận trước.",
        en="No such other report is being handled. Name the report that was received before.",
    ),
    "duplicate_not_earlier": Label(
        vi="Tin kia được tiếp nhận sau tin này. Hãy giữ tin tiếp nhận sớm nhất, vì thời hạn tính từ đó.",
        en="The other report came later. The earliest one must go on: the clocks count from it.",
    ),
    "truth_check_required": Label(
        vi="Phải ghi cách kiểm tra tính xác thực và kết quả trước khi không xử lý.",
        en="Say how the truth was checked and what it found before rejecting.",
    ),
    "reporter_unreachable": Label(
        vi="Người báo tin ẩn danh hoặc không để lại cách liên hệ.",
        en="The reporter is anonymous or left no way to be reached.",
    ),
    "answer_not_true": Label(
        vi="Mẫu trả lời không đúng với tình trạng của tin. Hãy chọn mẫu khác.",
        en="This text does not fit what became of the report. Choose another.",
    ),
}
