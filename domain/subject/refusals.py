"""What several acts are refused for, subject."""

from domain.record.refusal import Refusal

SUBJECT_NOT_IN_FILES = Refusal(
    "subject_not_in_files",
    vi="Không có tin báo, vụ việc nào chứa dữ liệu của người này.",
    en="No report or case holds this person's data.",
)
ERASURE_FILES_INCOMPLETE = Refusal(
    "erasure_files_incomplete",
    vi="Từ khi đề nghị đã có thêm hồ sơ hoặc thời hạn quá hạn liên quan đến người này. Đề nghị rút và lập đề nghị mới.",
    en="Since the order other files or lapses have come to tell of this person. Withdraw it and order anew.",
)
ERASURE_MATTER_LIVE = Refusal(
    "erasure_matter_live",
    vi="Tin báo hoặc vụ việc còn đang xử lý: dữ liệu phải được giữ. Chỉ đề nghị lại sau khi kết thúc.",
    en="A report or case is still being worked on: its data must be kept. Ask again after it has ended.",
)
ERASURE_DUTIES_OPEN = Refusal(
    "erasure_duties_open",
    vi="Còn thời hạn đang được tính hoặc đã quá hạn chưa giải quyết: dữ liệu là chứng cứ, phải được giữ.",
    en="A duty is running, or has lapsed and is unsettled: the data is evidence and must be kept.",
)
ERASURE_TOO_EARLY = Refusal(
    "erasure_too_early",
    vi="Chưa hết thời hạn lưu một trong các hồ sơ có dữ liệu của người này.",
    en="The time for which one of the files with this person's data is kept is not over.",
)
ERASURE_WAITS = Refusal(
    "erasure_waits",
    vi="Chưa hết thời gian để các đơn vị, người bảo vệ dữ liệu và thanh tra có ý kiến.",
    en="The time in which units, the data-protection officer and the inspectorate may object is not over.",
)
ERASURE_CONSENT_MISSING = Refusal(
    "erasure_consent_missing",
    vi="Chưa đủ đồng ý của các đơn vị chủ trì hồ sơ khác; danh sách ghi trong đề nghị.",
    en="Units in the lead of other files have not consented; the order lists whom to ask.",
)
ERASURE_LAPSE_UNDECIDED = Refusal(
    "erasure_lapse_undecided",
    vi="Có lần quá hạn chưa kết luận trách nhiệm: dữ liệu là chứng cứ, phải được giữ.",
    en="A lapse is undecided: nobody has said whose fault it was, and the data is evidence.",
)
OBJECTION_NOT_FOUND = Refusal(
    "objection_not_found",
    vi="Không có ý kiến phản đối nào chưa giải quyết với số này.",
    en="No objection of this number is unsettled.",
)
ENTERED_TOO_LATELY = Refusal(
    "entered_too_lately",
    vi="Người được ghi vào chức danh chưa đủ 30 ngày không được quyết định việc xóa dữ liệu.",
    en="Who was entered in the office less than 30 days ago does not decide on an erasure.",
)
APPOINTED_ONE_ANOTHER = Refusal(
    "appointed_one_another",
    vi="Không được quyết định đề nghị của người do mình ghi bổ nhiệm, hoặc của người đã ghi bổ nhiệm mình.",
    en="Nobody decides on an order of a person whom they appointed, or who appointed them.",
)
NOT_BY_DELEGATION = Refusal(
    "not_by_delegation",
    vi="Việc này phải do người giữ chức danh tự quyết định, không theo ủy quyền.",
    en="The holder of the office decides this in person, not a delegate.",
)
SAME_LINE_OF_COMMAND = Refusal(
    "same_line_of_command",
    vi="Người phê duyệt phải thuộc hệ thống khác: không cùng đơn vị, không là cấp trên hoặc cấp dưới của đơn vị đề "
    "nghị và các đơn vị chủ trì hồ sơ.",
    en="The approver is of another line of command: not of the unit that ordered or of one in the lead of the files, "
    "nor above or below it.",
)
INDEPENDENCE = (ENTERED_TOO_LATELY, APPOINTED_ONE_ANOTHER, NOT_BY_DELEGATION)
KEEPS_THE_DATA = (SUBJECT_NOT_IN_FILES, ERASURE_MATTER_LIVE, ERASURE_DUTIES_OPEN, ERASURE_TOO_EARLY)
