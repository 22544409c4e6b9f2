"""What acts were refused for before: nobody is refused for it any more, and lines that say so keep their words."""

from domain.record.refusal import Refusal

WITHDRAWN: tuple[Refusal, ...] = (
    Refusal("unit_name_required", vi="Phải ghi mã và tên đơn vị.", en="Give the unit's code and name."),
    Refusal(
        "resolution_required",
        vi="Phải ghi số nghị quyết hoặc quyết định sắp xếp.",
        en="Give the number of the resolution or decision.",
    ),
    Refusal("decision_no_required", vi="Phải ghi số quyết định.", en="Give the number of the decision."),
    Refusal("holder_name_required", vi="Phải ghi họ tên người giữ chức vụ.", en="Give the office holder's name."),
    Refusal("document_no_required", vi="Phải ghi số văn bản.", en="Give the number of the document."),
    Refusal("narrative_required", vi="Phải ghi nội dung thông tin đã tiếp nhận.", en="Record what was told."),
    Refusal(
        "harm_kind_required",
        vi="Phải chọn ít nhất một dạng tổn hại; nếu chưa rõ, chọn «Khác».",
        en="Choose at least one kind of harm; if unclear, choose “Other”.",
    ),
    Refusal("facts_required", vi="Phải ghi những gì đã tìm hiểu được.", en="Record what was found."),
    Refusal(
        "sources_required",
        vi="Phải ghi nguồn: đã gặp ai, xem tài liệu nào.",
        en="Name the sources: who was met, which documents were read.",
    ),
    Refusal("question_required", vi="Phải ghi rõ cần cung cấp thông tin gì.", en="Say what information is asked for."),
    Refusal("answer_required", vi="Phải ghi nội dung trả lời.", en="Record the answer."),
    Refusal(
        "urgent_measure_required",
        vi="Phải chọn ít nhất một biện pháp khẩn cấp.",
        en="Choose at least one urgent measure.",
    ),
    Refusal("result_required", vi="Phải ghi kết quả của biện pháp.", en="Record what came of the measure."),
    Refusal(
        "carer_and_placement_required",
        vi="Phải ghi người chăm sóc thay thế và nơi ở của trẻ em.",
        en="Name who cares for the child and where it stays.",
    ),
    Refusal("person_kept_away_required", vi="Phải ghi người bị cấm tiếp xúc.", en="Name the person to be kept away."),
    Refusal(
        "request_grounds_required", vi="Phải ghi vì sao đề nghị cấm tiếp xúc.", en="Say why the order is asked for."
    ),
    Refusal("search_required", vi="Phải ghi đã tìm trẻ em như thế nào.", en="Record how the child was searched for."),
    Refusal(
        "cause_required",
        vi="Phải ghi nguyên nhân, hoặc ghi là chưa rõ.",
        en="Record the cause, or that it is not known.",
    ),
    Refusal("content_required", vi="Phải ghi nội dung chỉ đạo.", en="Say what is to be done."),
    Refusal(
        "recipient_required",
        vi="Phải ghi bên đề nghị hoặc bên nhận thông tin.",
        en="Name who asks for, or receives, the data.",
    ),
    Refusal("data_kinds_required", vi="Phải chọn loại thông tin cung cấp.", en="Choose the kinds of data."),
    Refusal("new_fact_required", vi="Phải ghi tình tiết mới.", en="Record the new fact."),
    Refusal(
        "form_part_missing",
        vi="Mẫu số 03 thiếu một phần. Đề nghị ghi đủ tình trạng trẻ em, gia đình, năng lực bảo vệ và môi trường.",
        en="A part of form 03 is missing. Record the child's state, family, capacity and surroundings.",
    ),
    Refusal("finding_required", vi="Phải chọn ít nhất một kết quả đánh giá.", en="Choose at least one finding."),
    Refusal(
        "needs_required",
        vi="Phải ghi các nhu cầu của trẻ em mà cuộc họp đã xác định.",
        en="Record the child's needs that the meeting settled.",
    ),
    Refusal("goals_required", vi="Phải ghi mục tiêu của kế hoạch.", en="Record the goals of the plan."),
    Refusal("item_required", vi="Kế hoạch phải có ít nhất một nhiệm vụ.", en="A plan needs at least one item."),
    Refusal(
        "measure_required", vi="Mỗi nhiệm vụ phải ghi rõ việc cần làm.", en="Each item must say what is to be done."
    ),
    Refusal("outcome_required", vi="Phải ghi kết quả cung cấp dịch vụ.", en="Record what came of the service."),
    Refusal("seen_required", vi="Phải ghi những gì đã thấy.", en="Record what was seen."),
    Refusal("findings_required", vi="Phải ghi kết quả rà soát.", en="Record what the review found."),
    Refusal(
        "explanation_required",
        vi="Phải giải trình từng nhiệm vụ chưa xong đã nêu.",
        en="Explain each unfinished item that you name.",
    ),
    Refusal("grounds_required", vi="Phải ghi căn cứ kết thúc vụ việc.", en="Record the grounds for closing."),
    Refusal(
        "carer_not_checked",
        vi="Phải ghi kết quả kiểm tra điều kiện của người hoặc cơ sở chăm sóc.",
        en="Record how the carer or facility was checked.",
    ),
    Refusal("correction_statement_required", vi="Phải ghi nội dung đúng.", en="Say what is right."),
    Refusal(
        "erasure_grounds_required",
        vi="Phải nêu căn cứ pháp lý và số văn bản yêu cầu xóa dữ liệu.",
        en="State the legal grounds and the number of the document that asks for the erasure.",
    ),
    Refusal(
        "erasure_decision_required",
        vi="Phải ghi số quyết định phê duyệt việc xóa.",
        en="Give the number of the decision that approves the erasure.",
    ),
)
