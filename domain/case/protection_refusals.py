"""Why an act that protects the child, or moves its case, is refused, and what to do."""

from domain.words import Label

PROTECTION_REFUSALS: dict[str, Label] = {
    "earlier_case_not_found": Label(
        vi="Không tìm thấy vụ việc trước đây của trẻ. Hãy kiểm tra lại hoặc để trống.",
        en="The child's earlier case was not found. Check it or leave it out.",
    ),
    "answerable_for_lapse": Label(
        vi="Bạn phải trả lời về một thời hạn đã quá trong vụ việc này nên không được tự kết luận."
        " Hãy để người được ủy quyền quyết định.",
        en="You answer for a lapse still open in this case, so you may not settle it."
        " Somebody delegated in writing must decide.",
    ),
}
