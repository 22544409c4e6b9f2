"""Why an act on a report is refused, and what to do."""

from domain.words import Label

REFUSALS: dict[str, Label] = {
    "narrative_required": Label(
        vi="Phải ghi nội dung thông tin đã tiếp nhận.",
        en="Record what was told.",
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
}
