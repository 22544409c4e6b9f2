"""Why an act on the plan or on alternative care is refused, and what to do."""

from domain.record.vocabulary import Label

PLAN_REFUSALS: dict[str, Label] = {
    "form_part_missing": Label(
        vi="Mẫu 03 thiếu một phần. Hãy ghi đủ tình trạng trẻ, gia đình, năng lực bảo vệ và môi trường.",
        en="A part of form 03 is missing. Record the child's state, family, capacity and surroundings.",
    ),
    "finding_required": Label(
        vi="Phải chọn ít nhất một kết quả đánh giá.",
        en="Choose at least one finding.",
    ),
    "worker_must_attend": Label(
        vi="Người làm công tác bảo vệ trẻ em phải dự họp. Hãy ghi vào thành phần dự họp.",
        en="The child-protection worker must take part in the meeting. Name them among the attendees.",
    ),
    "needs_required": Label(
        vi="Phải ghi các nhu cầu của trẻ mà cuộc họp đã xác định.",
        en="Record the child's needs that the meeting settled.",
    ),
    "minutes_required": Label(
        vi="Phải đính kèm biên bản cuộc họp.",
        en="Attach the minutes of the meeting.",
    ),
    "detailed_report_missing": Label(
        vi="Chưa có báo cáo đánh giá cụ thể (Mẫu 03). Hãy đánh giá cụ thể trước.",
        en="There is no detailed assessment (form 03) yet. Assess in detail first.",
    ),
    "minutes_missing": Label(
        vi="Hồ sơ trình thiếu biên bản họp xác định nhu cầu. Hãy họp trước khi trình.",
        en="The file lacks the minutes of the needs meeting. Hold the meeting before you submit.",
    ),
    "draft_decision_missing": Label(
        vi="Hồ sơ trình thiếu dự thảo quyết định (Mẫu 05). Hãy đính kèm.",
        en="The file lacks the draft decision (form 05). Attach it.",
    ),
    "needs_not_set": Label(
        vi="Chưa họp xác định nhu cầu; chỉ vụ việc khẩn cấp mới được lập kế hoạch trước cuộc họp.",
        en="The needs meeting was not held; only in an urgent case may the plan be drafted before it.",
    ),
    "goals_required": Label(
        vi="Phải ghi mục tiêu của kế hoạch.",
        en="Record the goals of the plan.",
    ),
    "item_required": Label(
        vi="Kế hoạch phải có ít nhất một nhiệm vụ.",
        en="A plan needs at least one item.",
    ),
    "measure_required": Label(
        vi="Mỗi nhiệm vụ phải ghi rõ việc cần làm.",
        en="Each item must say what is to be done.",
    ),
    "item_due_past": Label(
        vi="Hạn của nhiệm vụ đã qua. Hãy chọn ngày từ hôm nay trở đi.",
        en="The day for an item is over. Choose today or a later day.",
    ),
    "item_after_plan": Label(
        vi="Hạn của nhiệm vụ sau ngày kết thúc kế hoạch. Hãy sửa một trong hai.",
        en="An item is due after the end of the plan. Change one of the two.",
    ),
    "returned_twice": Label(
        vi="Kế hoạch đã bị trả lại hai lần và Sở Y tế đã được báo. Hãy phê duyệt, hoặc xin chỉ đạo.",
        en="The plan was returned twice and the health department was told. Approve, or ask for direction.",
    ),
    "transfer_first": Label(
        vi="Trẻ cư trú ở xã khác. Hãy chuyển hồ sơ đến nơi cư trú; Chủ tịch nơi đó phê duyệt kế hoạch.",
        en="The child lives in another commune. Transfer the case there; its Chair approves the plan.",
    ),
    "decision_no_required": Label(
        vi="Phải ghi số quyết định.",
        en="Give the number of the decision.",
    ),
    "plan_days_wrong": Label(
        vi="Thời gian kế hoạch không hợp lệ: ngày kết thúc phải từ hôm nay và không trước ngày bắt đầu.",
        en="The days of the plan are wrong: it ends today or later, and not before it begins.",
    ),
    "item_unknown": Label(
        vi="Kế hoạch không có nhiệm vụ này, hoặc nhiệm vụ đã xong.",
        en="The plan has no such item, or the item is finished.",
    ),
    "not_your_item": Label(
        vi="Nhiệm vụ này được giao cho đơn vị khác.",
        en="This item was given to another unit.",
    ),
    "item_answered": Label(
        vi="Nhiệm vụ này đã được trả lời.",
        en="This item was answered already.",
    ),
    "item_not_accepted": Label(
        vi="Nhiệm vụ chưa được nhận hoặc đã xong. Hãy nhận nhiệm vụ trước khi thực hiện.",
        en="The item was not accepted, or is finished. Accept it before you deliver.",
    ),
    "units_not_positive": Label(
        vi="Số lần hoặc số lượng phải lớn hơn không.",
        en="The number of sessions or pieces must be above zero.",
    ),
    "outcome_required": Label(
        vi="Phải ghi kết quả cung cấp dịch vụ.",
        en="Record what came of the service.",
    ),
    "seen_required": Label(
        vi="Phải ghi những gì đã thấy.",
        en="Record what was seen.",
    ),
    "amendment_waits": Label(
        vi="Một đề nghị điều chỉnh đang chờ Chủ tịch quyết định. Hãy đợi quyết định đó.",
        en="A change already waits for the Chair. Wait for that decision.",
    ),
    "amendment_empty": Label(
        vi="Đề nghị điều chỉnh phải thêm hoặc bỏ ít nhất một nhiệm vụ.",
        en="A change must add or drop at least one item.",
    ),
    "item_overdue": Label(
        vi="Không được bỏ nhiệm vụ đã quá hạn. Hãy thực hiện muộn, hoặc giải trình khi rà soát.",
        en="An overdue item may not be dropped. Deliver it late, or explain it at the review.",
    ),
    "no_amendment": Label(
        vi="Không có đề nghị điều chỉnh nào đang chờ.",
        en="No change of plan waits for a decision.",
    ),
    "findings_required": Label(
        vi="Phải ghi kết quả rà soát.",
        en="Record what the review found.",
    ),
    "explanation_required": Label(
        vi="Phải giải trình từng nhiệm vụ chưa xong đã nêu.",
        en="Explain each unfinished item that you name.",
    ),
    "early_review_needs_reason": Label(
        vi="Kế hoạch chưa kết thúc và còn nhiệm vụ chưa xong. Hãy nêu lý do rà soát sớm.",
        en="The plan is not over and items are open. Give the reason for an early review.",
    ),
    "grounds_required": Label(
        vi="Phải ghi căn cứ kết thúc vụ việc.",
        en="Record the grounds for closing.",
    ),
    "review_required": Label(
        vi="Chưa rà soát kế hoạch của vòng này, hoặc có tin, đánh giá mới sau đó. Hãy rà soát trước khi kết thúc.",
        en="The plan of this round was not reviewed since the last news or assessment. Review it before closing.",
    ),
    "risk_left": Label(
        vi="Lần rà soát cho thấy vẫn còn nguy cơ. Hãy tiếp tục quy trình với kế hoạch mới.",
        en="The review found risk left. Start a new round.",
    ),
    "not_stable": Label(
        vi="Thể chất, tâm lý, nhận thức hoặc tình cảm của trẻ chưa ổn định. Hãy tiếp tục quy trình.",
        en="The child's body, mind, cognition or feelings are not stable. Start a new round.",
    ),
    "no_risk_left": Label(
        vi="Lần rà soát không thấy nguy cơ và trẻ đã ổn định. Hãy kết thúc vụ việc.",
        en="The review found no risk and the child stable. Close the case.",
    ),
    "items_open": Label(
        vi="Còn nhiệm vụ chưa xong và chưa giải trình. Hãy hoàn thành hoặc giải trình khi rà soát.",
        en="Items are neither finished nor explained. Finish them or explain them in a review.",
    ),
    "child_view_missing": Label(
        vi="Chưa ghi ý kiến của trẻ từ đủ 7 tuổi. Hãy hỏi và ghi ý kiến của trẻ.",
        en="The view of a child from seven years on is missing. Hear the child and record it.",
    ),
    "urgent_measure_open": Label(
        vi="Còn biện pháp khẩn cấp chưa hoàn thành hoặc chưa quyết định.",
        en="An urgent measure is not completed, or not decided.",
    ),
    "separation_active": Label(
        vi="Trẻ đang được tạm thời cách ly. Hãy hủy bỏ quyết định cách ly trước.",
        en="The child is separated from its carers. Revoke the separation first.",
    ),
    "direction_open": Label(
        vi="Chỉ đạo của cấp trên chưa được thực hiện. Hãy thực hiện và báo cáo trước.",
        en="A direction from above was not carried out. Carry it out and answer it first.",
    ),
    "not_of_age": Label(
        vi="Theo năm sinh đã ghi, trẻ chưa đến tuổi 16 hoặc chưa rõ năm sinh.",
        en="By the year of birth on file the child is not sixteen, or the year is not known.",
    ),
    "handover_required": Label(
        vi="Phải ghi việc bàn giao cho nơi tiếp tục hỗ trợ.",
        en="Record to whom the case is handed over.",
    ),
    "care_lasts": Label(
        vi="Trẻ đang được chăm sóc thay thế. Hãy chấm dứt trước khi giao nơi khác.",
        en="The child is in alternative care. End that before you place the child elsewhere.",
    ),
    "no_ground_for_care": Label(
        vi="Chưa có quyết định cách ly hoặc kế hoạch được phê duyệt làm căn cứ.",
        en="There is no separation in force, or no approved plan, that the placement could rest on.",
    ),
    "carer_not_checked": Label(
        vi="Phải ghi kết quả kiểm tra điều kiện của người hoặc cơ sở chăm sóc.",
        en="Record how the carer or facility was checked.",
    ),
    "carer_required": Label(
        vi="Phải ghi người chăm sóc thay thế.",
        en="Name the carer.",
    ),
    "not_in_care": Label(
        vi="Trẻ không ở trong chăm sóc thay thế.",
        en="The child is not in alternative care.",
    ),
}
