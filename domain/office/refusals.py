"""Why an act on an office is refused, and what to do."""

from domain.words import Label

REFUSALS: dict[str, Label] = {
    "decision_no_required": Label(vi="Phải ghi số quyết định.", en="Give the number of the decision."),
    "holder_name_required": Label(
        vi="Phải ghi họ tên người giữ chức vụ.", en="Give the office holder's name."
    ),
    "office_occupied": Label(
        vi="Chức vụ này đang có người giữ vào thời điểm đó. Hãy ghi việc thôi giữ chức vụ trước.",
        en="Somebody holds this office at that time. Record the end of that tenure first.",
    ),
}
