"""Why an act that assesses the danger or protects the child is refused, and what to do."""

from domain.record.vocabulary import Label

PROTECTION_REFUSALS: dict[str, Label] = {
    "earlier_case_not_found": Label(
        vi="Không tìm thấy vụ việc trước đây của trẻ. Hãy kiểm tra lại hoặc để trống.",
        en="The child's earlier case was not found. Check it or leave it out.",
    ),
    "report_already_joined": Label(
        vi="Tin báo này đã có trong vụ việc.",
        en="This report is already part of the case.",
    ),
    "truth_already_verified": Label(
        vi="Thông tin đã được xác thực. Hãy tiếp tục đánh giá nguy cơ.",
        en="The truth was verified already. Go on to assess the risk.",
    ),
    "facts_required": Label(
        vi="Phải ghi những gì đã tìm hiểu được.",
        en="Record what was found.",
    ),
    "sources_required": Label(
        vi="Phải ghi nguồn: đã gặp ai, xem tài liệu nào.",
        en="Name the sources: who was met, which documents were read.",
    ),
    "risk_is_high": Label(
        vi="Đang có nguy cơ cao hoặc nguy hiểm nghiêm trọng nên không được làm việc này."
        " Nếu không đồng ý mức nguy cơ, hãy quyết định mức khác và nêu lý do.",
        en="A high level or serious danger stands on the file, so this may not be done."
        " If you disagree with the level, override it with a reason.",
    ),
    "protection_in_force": Label(
        vi="Đang có biện pháp khẩn cấp, cách ly hoặc cấm tiếp xúc. Hãy kết thúc các biện pháp đó trước.",
        en="An urgent measure, separation or no-contact order is in force. End it first.",
    ),
    "answerable_for_lapse": Label(
        vi="Bạn phải trả lời về một thời hạn đã quá trong vụ việc này nên không được tự kết luận."
        " Hãy để người được ủy quyền quyết định.",
        en="You answer for a lapse still open in this case, so you may not settle it."
        " Somebody delegated in writing must decide.",
    ),
    "question_required": Label(
        vi="Phải ghi rõ cần cung cấp thông tin gì.",
        en="Say what information is asked for.",
    ),
    "information_request_not_found": Label(
        vi="Không có yêu cầu cung cấp thông tin nào còn chờ với số này.",
        en="No request for information with this number is waiting.",
    ),
    "not_the_asked_body": Label(
        vi="Yêu cầu này gửi cho cơ quan khác. Chỉ cơ quan được yêu cầu mới trả lời.",
        en="Another body was asked. Only that body may answer.",
    ),
    "answer_required": Label(
        vi="Phải ghi nội dung trả lời.",
        en="Record the answer.",
    ),
    "harmer_is_not_safe": Label(
        vi="Cha mẹ, người chăm sóc là người gây hại thì không thể đánh giá là an toàn.",
        en="A carer who harms the child cannot be assessed as safe.",
    ),
    "risk_not_assessed": Label(
        vi="Chưa có đánh giá nguy cơ. Hãy yêu cầu người làm công tác bảo vệ trẻ em đánh giá trước.",
        en="The risk has not been assessed. Have the protection worker assess it first.",
    ),
    "risk_already_confirmed": Label(
        vi="Mức nguy cơ đã được quyết định. Muốn thay đổi, hãy quyết định mức khác và nêu lý do.",
        en="The level is settled. To change it, override it with a reason.",
    ),
    "override_changes_nothing": Label(
        vi="Mức này giống mức hiện có. Hãy xác nhận thay vì quyết định khác.",
        en="This is the level that stands. Confirm it instead.",
    ),
    "urgent_measure_required": Label(
        vi="Phải chọn ít nhất một biện pháp khẩn cấp.",
        en="Choose at least one urgent measure.",
    ),
    "measure_twice": Label(
        vi="Mỗi loại biện pháp chỉ ghi một lần trong một quyết định.",
        en="Name each kind of measure once in an order.",
    ),
    "end_already_past": Label(
        vi="Thời điểm kết thúc phải ở sau thời điểm quyết định.",
        en="The end must lie after the decision.",
    ),
    "only_in_flagrante": Label(
        vi="Công an chỉ tự áp dụng khi hành vi đang diễn ra; trường hợp khác do Chủ tịch quyết định.",
        en="The police order measures themselves only while the harm goes on; else the Chair decides.",
    ),
    "measure_not_open": Label(
        vi="Không có biện pháp khẩn cấp nào đang thực hiện với số này.",
        en="No urgent measure with this number is open.",
    ),
    "not_the_executor": Label(
        vi="Biện pháp này giao cho cơ quan khác thực hiện.",
        en="This measure was given to another body.",
    ),
    "result_required": Label(
        vi="Phải ghi kết quả của biện pháp.",
        en="Record what came of the measure.",
    ),
    "answer_to_worker_required": Label(
        vi="Người đánh giá đã nêu nguy cơ cao hoặc nguy hiểm. Phải trả lời riêng vì sao không theo.",
        en="The worker found high risk or serious danger. Answer separately why this is not followed.",
    ),
    "end_not_reached": Label(
        vi="Chưa đến thời điểm kết thúc.",
        en="The end has not come yet.",
    ),
    "separation_too_long": Label(
        vi="Cách ly tối đa 15 ngày kể cả gia hạn. Cần lâu hơn phải có văn bản của cơ quan có thẩm quyền.",
        en="15 days at most, extensions included. Longer needs a document of a competent body.",
    ),
    "separation_not_active": Label(
        vi="Hiện không có quyết định cách ly nào còn hiệu lực.",
        en="No separation is in force.",
    ),
    "carer_and_placement_required": Label(
        vi="Phải ghi người chăm sóc thay thế và nơi ở của trẻ.",
        en="Name who cares for the child and where it stays.",
    ),
    "child_age_unknown": Label(
        vi="Phải ghi năm sinh (ước tính) của trẻ để biết có phải hỏi ý kiến trẻ không.",
        en="Give the child's (estimated) year of birth, so that it is known whether it must be heard.",
    ),
    "child_view_required": Label(
        vi="Trẻ từ 7 tuổi phải được hỏi ý kiến. Hãy ghi ý kiến của trẻ.",
        en="A child aged 7 or more must be heard. Record the child's view.",
    ),
    "extension_adds_nothing": Label(
        vi="Thời điểm kết thúc mới phải sau thời điểm hiện có.",
        en="The new end must lie after the present one.",
    ),
    "reassessment_required": Label(
        vi="Phải đánh giá lại nguy cơ sau khi cách ly rồi mới gia hạn.",
        en="Assess the risk again after the separation began, then extend.",
    ),
    "authority_not_competent": Label(
        vi="Chỉ Tòa án, cơ quan điều tra hoặc Viện kiểm sát mới được yêu cầu cách ly quá 15 ngày.",
        en="Only a court, investigators or the procuracy may require more than 15 days.",
    ),
    "document_required": Label(
        vi="Phải ghi số văn bản và đính kèm văn bản của cơ quan có thẩm quyền.",
        en="Give the number of the competent body's document and attach it.",
    ),
    "carers_not_assessed_safe": Label(
        vi="Phải có đánh giá sau khi cách ly rằng cha mẹ, người chăm sóc an toàn.",
        en="An assessment since the separation must find the carers safe.",
    ),
    "no_separation_to_decide": Label(
        vi="Không có đề xuất cách ly hoặc quyết định hết hạn nào đang chờ.",
        en="No proposed or expired separation is waiting for a decision.",
    ),
    "not_a_court": Label(
        vi="Đơn vị này không phải Tòa án.",
        en="This unit is not a court.",
    ),
    "document_no_required": Label(
        vi="Phải ghi số văn bản.",
        en="Give the number of the document.",
    ),
    "petition_not_found": Label(
        vi="Không có đề nghị nào gửi Tòa án còn chờ với số này.",
        en="No petition with this number is waiting for the court.",
    ),
    "no_contact_law_not_in_force": Label(
        vi="Trước ngày 01/07/2023 chưa có quy định 12 giờ, 3 ngày về cấm tiếp xúc.",
        en="Before 01/07/2023 the law on no-contact orders was not in force.",
    ),
    "person_kept_away_required": Label(
        vi="Phải ghi người bị cấm tiếp xúc.",
        en="Name the person to be kept away.",
    ),
    "request_grounds_required": Label(
        vi="Phải ghi vì sao đề nghị cấm tiếp xúc.",
        en="Say why the order is asked for.",
    ),
    "request_or_threat_required": Label(
        vi="Phải có đề nghị, hoặc tính mạng trẻ bị đe dọa.",
        en="There must be a request, or a threat to the child's life.",
    ),
    "request_not_open": Label(
        vi="Không có đề nghị cấm tiếp xúc nào còn chờ với số này.",
        en="No request for a no-contact order with this number is waiting.",
    ),
    "no_contact_holds": Label(
        vi="Quyết định cấm tiếp xúc trước vẫn còn hiệu lực.",
        en="The former no-contact order still holds.",
    ),
    "no_contact_too_long": Label(
        vi="Mỗi lần cấm tiếp xúc không quá 3 ngày.",
        en="A no-contact order lasts 3 days at most.",
    ),
    "no_contact_not_active": Label(
        vi="Không có quyết định cấm tiếp xúc nào cần xử lý.",
        en="There is no no-contact order to settle.",
    ),
}
