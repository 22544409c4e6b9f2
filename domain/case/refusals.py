"""Why an act on a case is refused, and what to do."""

from domain.case.movement.refusals import MOVEMENT_REFUSALS
from domain.case.plan.refusals import PLAN_REFUSALS
from domain.case.protection.refusals import PROTECTION_REFUSALS
from domain.record.vocabulary import Label

REFUSALS: dict[str, Label] = (
    PROTECTION_REFUSALS
    | MOVEMENT_REFUSALS
    | PLAN_REFUSALS
    | {
        "report_not_found": Label(
            vi="Không có tin báo nào để lập hồ sơ từ đó. Hãy tiếp nhận tin báo trước.",
            en="There is no report to open the case from. Receive the report first.",
        ),
        "report_settled": Label(
            vi="Tin báo này đã được gắn vào vụ việc khác hoặc đã có kết luận không xử lý.",
            en="This report already belongs to another case, or was settled without one.",
        ),
        "line_to_correct_unknown": Label(
            vi="Hồ sơ không có dòng mang số này. Hãy ghi đúng số dòng cần đính chính.",
            en="The file has no line of this number. Give the number of the line to correct.",
        ),
        "correction_statement_required": Label(
            vi="Phải ghi nội dung đúng.",
            en="Say what is right.",
        ),
        "birth_year_out_of_range": Label(
            vi="Năm sinh không hợp lý. Hãy kiểm tra lại.",
            en="The birth year cannot be right. Check it.",
        ),
    }
)
