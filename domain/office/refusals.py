"""Why an act on an office is refused, and what to do."""

from domain.record.vocabulary import Label

REFUSALS: dict[str, Label] = {
    "office_misfiled": Label(
        vi="Đơn vị, chức danh và số ghế không khớp với hồ sơ chức vụ. Hãy mở đúng hồ sơ.",
        en="Unit, role and seat do not match the office's file. Use the file of this office.",
    ),
    "decision_no_required": Label(vi="Phải ghi số quyết định.", en="Give the number of the decision."),
    "holder_name_required": Label(vi="Phải ghi họ tên người giữ chức vụ.", en="Give the office holder's name."),
    "not_oneself": Label(
        vi="Không ai được tự bổ nhiệm hoặc tự bố trí mình. Hãy để người khác ghi nhận.",
        en="Nobody appoints himself. Another person must record it.",
    ),
    "office_occupied": Label(
        vi="Chức vụ này đang có người giữ vào thời điểm đó. Hãy ghi việc thôi giữ chức vụ trước.",
        en="Somebody holds this office at that time. Record the end of that tenure first.",
    ),
    "office_not_there": Label(
        vi="Chức vụ hoặc đơn vị không tồn tại vào thời điểm đó. Hãy kiểm tra ngày.",
        en="The office or its unit does not exist at that time. Check the date.",
    ),
    "worker_named_by_chair": Label(
        vi="Người làm công tác bảo vệ trẻ em do Chủ tịch UBND cấp xã bố trí. Hãy dùng việc «Bố trí».",
        en="The commune Chair names the protection worker. Use the act “Appoint the protection worker”.",
    ),
    "not_a_worker_office": Label(
        vi="Đây không phải vị trí người làm công tác bảo vệ trẻ em. Sở Nội vụ ghi nhận chức vụ này.",
        en="This is not a protection worker's post. The home-affairs office records this one.",
    ),
    "acting_dates": Label(
        vi="Thời hạn phụ trách phải kết thúc sau khi bắt đầu.", en="Acting must end after it begins."
    ),
    "not_the_holder": Label(
        vi="Người này không giữ chức vụ vào thời điểm đó. Hãy kiểm tra người và ngày.",
        en="This person does not hold the office at that time. Check the person and the date.",
    ),
    "not_your_office": Label(
        vi="Chỉ người đang giữ chức vụ mới được ủy quyền hoặc thu hồi quyền của chức vụ đó.",
        en="Only who holds the office may hand over or take back its power.",
    ),
    "delegate_may_not_delegate": Label(
        vi="Người được ủy quyền không được ủy quyền lại. Người đứng đầu phải tự ủy quyền.",
        en="A delegate may not delegate further. The head must do it.",
    ),
    "document_no_required": Label(
        vi="Ủy quyền phải bằng văn bản. Hãy ghi số văn bản.",
        en="A delegation is in writing. Give the document's number.",
    ),
    "document_no_used": Label(
        vi="Số văn bản ủy quyền này đã được ghi. Hãy dùng số khác.",
        en="A delegation bears this number already. Use another.",
    ),
    "delegation_dates": Label(
        vi="Ủy quyền phải có hạn, kết thúc sau khi bắt đầu, và không được ghi lùi trước hôm nay.",
        en="A delegation is dated: it ends after it begins and does not begin before today.",
    ),
    "delegate_outside_unit": Label(
        vi="Chỉ được ủy quyền cho chức vụ khác trong cùng đơn vị.",
        en="Power is delegated to another office of the same unit only.",
    ),
    "act_unknown": Label(
        vi="Việc được ủy quyền phải ghi bằng tên lưu trữ, ví dụ «case.plan_approved.1».",
        en="Name the delegated acts by their stored names, such as “case.plan_approved.1”.",
    ),
    "delegation_not_found": Label(
        vi="Không có văn bản ủy quyền này đang hiệu lực vào thời điểm đó.",
        en="No delegation of this number is in force at that time.",
    ),
    "office_ends_before_it_began": Label(
        vi="Ngày kết thúc chức vụ phải sau ngày lập.", en="The office must end after it began."
    ),
    "holder_goes_on": Label(
        vi="Còn người giữ chức vụ sau ngày đó. Hãy ghi việc thôi giữ chức vụ trước.",
        en="Somebody holds the office beyond that day. Record the end of that tenure first.",
    ),
}
