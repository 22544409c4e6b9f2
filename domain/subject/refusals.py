"""Why an erasure is refused, and what to do."""

from domain.record.vocabulary import Label

REFUSALS: dict[str, Label] = {
    "erasure_grounds_required": Label(
        vi="Phải nêu căn cứ pháp lý và số văn bản yêu cầu xóa dữ liệu.",
        en="State the legal grounds and the number of the document that asks for the erasure.",
    ),
    "subject_erased": Label(
        vi="Dữ liệu của hồ sơ hoặc người này đã bị xóa, không thể ghi thêm. Hãy lập hồ sơ mới.",
        en="The data of this file or person was erased: nothing more can be written about it. Open a new file.",
    ),
    "erasure_decision_required": Label(
        vi="Phải ghi số quyết định phê duyệt việc xóa.",
        en="Give the number of the decision that approves the erasure.",
    ),
    "subject_not_in_files": Label(
        vi="Người này không có trong các hồ sơ đã nêu. Hãy nêu tin báo, vụ việc có dữ liệu của người đó.",
        en="This person is not in the files named. Name the reports and cases that hold the person's data.",
    ),
    "erasure_files_incomplete": Label(
        vi="Phải nêu đủ các tin báo, vụ việc liên quan với nhau, kể cả vụ việc đã nhập.",
        en="Name all reports and cases that belong together, merged cases included.",
    ),
    "erasure_matter_live": Label(
        vi="Tin báo hoặc vụ việc còn đang xử lý: dữ liệu phải được giữ. Hãy đề nghị lại sau khi kết thúc.",
        en="A report or case is still being worked on: its data must be kept. Ask again after it has ended.",
    ),
    "erasure_duties_open": Label(
        vi="Còn thời hạn đang chạy hoặc đã quá hạn chưa giải quyết: dữ liệu là chứng cứ, phải được giữ.",
        en="A duty is running, or has lapsed and is unsettled: the data is evidence and must be kept.",
    ),
}
