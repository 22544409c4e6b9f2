"""Why an act that moves, joins, rests or ends a case is refused, and what to do."""

from domain.record.vocabulary import Label

MOVEMENT_REFUSALS: dict[str, Label] = {
    "case_misfiled": Label(
        vi="Một tin chỉ mở một hồ sơ vụ việc, mang mã của tin đó. Hãy mở đúng hồ sơ.",
        en="One report opens one case, under the id that follows from the report. Use that file.",
    ),
    "place_of_another_report": Label(
        vi="Nơi xảy ra phải là xã, phường ghi trong tin hoặc đang giữ tin. Nếu sai địa bàn, hãy chuyển tin trước.",
        en="The place must be the commune named in the report or holding it. If it is wrong, forward the report first.",
    ),
    "already_in_the_lead": Label(
        vi="Đơn vị này đang chủ trì vụ việc.",
        en="This unit leads the case already.",
    ),
    "lead_no_commune": Label(
        vi="Chỉ xã, phường, đặc khu đang tồn tại mới chủ trì vụ việc. Hãy ghi đúng UBND cấp xã nơi cư trú.",
        en="Only a commune that exists now leads a case. Name the commune where the child lives.",
    ),
    "transfer_pending": Label(
        vi="Hồ sơ đang chờ đơn vị khác tiếp nhận.",
        en="The case waits for another unit to accept it.",
    ),
    "merge_into_itself": Label(
        vi="Không thể nhập vụ việc vào chính nó.",
        en="A case cannot be merged into itself.",
    ),
    "merge_into_older": Label(
        vi="Hồ sơ lập sau được nhập vào hồ sơ lập trước. Hãy thực hiện trên hồ sơ lập sau.",
        en="The newer case is merged into the older one. Do it from the newer file.",
    ),
    "merge_target_not_found": Label(
        vi="Không tìm thấy vụ việc để nhập vào.",
        en="The case to merge into was not found.",
    ),
    "merge_target_ended": Label(
        vi="Vụ việc để nhập vào đã kết thúc. Hãy mở lại vụ việc đó trước.",
        en="The case to merge into has ended. Reopen it first.",
    ),
    "case_already_absorbed": Label(
        vi="Vụ việc này đã được nhập vào hồ sơ.",
        en="This case was merged into the file already.",
    ),
    "case_suspended": Label(
        vi="Vụ việc đang tạm dừng.",
        en="The case is suspended already.",
    ),
    "case_not_suspended": Label(
        vi="Vụ việc không tạm dừng.",
        en="The case is not suspended.",
    ),
    "search_required": Label(
        vi="Phải ghi đã tìm trẻ như thế nào.",
        en="Record how the child was searched for.",
    ),
    "death_already_recorded": Label(
        vi="Việc trẻ tử vong đã được ghi nhận.",
        en="The death was recorded already.",
    ),
    "death_times_disagree": Label(
        vi="Thời điểm tử vong, thời điểm biết và hiện tại phải theo thứ tự.",
        en="The death, the knowledge of it and the present must follow in this order.",
    ),
    "cause_required": Label(
        vi="Phải ghi nguyên nhân, hoặc ghi là chưa rõ.",
        en="Record the cause, or that it is not known.",
    ),
    "content_required": Label(
        vi="Phải ghi nội dung chỉ đạo.",
        en="Say what is to be done.",
    ),
    "no_disputed_transfer": Label(
        vi="Chỉ giao đơn vị chủ trì khác khi việc chuyển hồ sơ đã bị từ chối.",
        en="Another lead is named only after a transfer was refused.",
    ),
    "direction_not_found": Label(
        vi="Không có chỉ đạo nào còn chờ báo cáo với số này.",
        en="No direction with this number is waiting for an answer.",
    ),
    "recipient_required": Label(
        vi="Phải ghi bên đề nghị hoặc bên nhận thông tin.",
        en="Name who asks for, or receives, the data.",
    ),
    "purpose_required": Label(
        vi="Phải ghi mục đích.",
        en="State the purpose.",
    ),
    "data_kinds_required": Label(
        vi="Phải chọn loại thông tin cung cấp.",
        en="Choose the kinds of data.",
    ),
    "reporter_is_protected": Label(
        vi="Không được cung cấp danh tính người báo tin.",
        en="The reporter's identity is never disclosed.",
    ),
    "consents_required": Label(
        vi="Phải có căn cứ pháp luật, hoặc sự đồng ý của người đại diện và của trẻ từ 7 tuổi.",
        en="A legal basis is needed, or the consent of the representative and of a child aged 7 or more.",
    ),
    "new_fact_required": Label(
        vi="Phải ghi tình tiết mới.",
        en="Record the new fact.",
    ),
}
