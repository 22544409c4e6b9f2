"""The project's own limits, P01-P36, where the law asks for an act and gives no figure."""

from domain.label import Label
from domain.law import basis
from domain.law.basis import Confidence, LegalBasis
from domain.law.rule import Duty, DutyRule
from domain.law.statutory import DECREE_56_FORCE
from domain.law.term import BY_ACT, Term, days, hours, months, working_days

FIGURE_NOTE = Label(
    vi="Pháp luật không quy định thời hạn cụ thể; mức do dự án đặt ra", en="No figure in law; set by the project"
)
LIKE_CRIME_REPORTS = Label(
    vi="Pháp luật chỉ quy định 3 ngày làm việc đối với tin báo về tội phạm; dự án áp dụng cho mọi tin báo",
    en="Law sets 3 working days for crime reports; the project uses them for every report",
)
BY_ACT_NOTE = Label(vi="Hạn do chính văn bản hoặc hành vi ấn định", en="The act itself sets the end")


def _limit(code: str, label: Label, start: Label, term: Term, rests_on: LegalBasis, note: Label = FIGURE_NOTE) -> Duty:
    rule = DutyRule(
        version=1,
        term=term,
        basis=rests_on,
        confidence=Confidence.PROJECT_DEFAULT,
        note=BY_ACT_NOTE if term == BY_ACT else note,
        in_force_from=DECREE_56_FORCE,
    )
    return Duty(code=code, label=label, start=start, rules=(rule,))


# fmt: off
ACKNOWLEDGEMENT = _limit(
    "P01", Label(vi="Xác nhận đã nhận tin báo chuyển đến", en="Acknowledge a forwarded report"),
    Label(vi="Khi tin báo được chuyển đến", en="Report forwarded"), hours(1), basis.FORWARD_INFORMATION,
)
RETURN_OF_REPORT = _limit(
    "P02", Label(vi="Trả lại tin báo sai địa bàn", en="Return a report of another place"),
    Label(vi="Khi tin báo được chuyển đến", en="Report forwarded"), hours(1), basis.FORWARD_INFORMATION,
)
TRUTH_CHECK = _limit(
    "P03", Label(vi="Kiểm tra tính xác thực", en="Check the truth of the report"),
    Label(vi="Khi lập hồ sơ vụ việc", en="Case opened"), hours(24), basis.CHECK_TRUTH,
)
INFORMATION = _limit(
    "P04", Label(vi="Cung cấp thông tin được yêu cầu", en="Provide requested information"),
    Label(vi="Khi nhận yêu cầu", en="Request made"), hours(24), basis.CHECK_TRUTH,
)
DETAILED_ASSESSMENT = _limit(
    "P05", Label(vi="Thu thập thông tin, đánh giá cụ thể", en="Assess in detail"),
    Label(vi="Khi có đánh giá ban đầu", en="Initial assessment"), working_days(3), basis.DETAILED_ASSESSMENT,
)
TRANSFER_ANSWER = _limit(
    "P06", Label(vi="Tiếp nhận hồ sơ chuyển về nơi cư trú", en="Accept a transferred case"),
    Label(vi="Khi chuyển hồ sơ", en="Case transferred"), hours(24), basis.RESIDENCE_LEADS,
)
COURT_PETITION = _limit(
    "P07", Label(vi="Đề nghị Tòa án chậm nhất ngày cách ly thứ 10", en="Petition the court by day 10"),
    Label(vi="Khi quyết định cách ly có hiệu lực", en="Separation takes effect"),
    days(10, moves=False), basis.COURT_PETITION,
)
ITEM_ANSWER = _limit(
    "P08", Label(vi="Nhận hoặc từ chối nhiệm vụ trong kế hoạch", en="Accept or decline a plan item"),
    Label(vi="Khi được giao", en="Item assigned"), working_days(1), basis.CARRY_OUT_PLAN,
)
ITEM_DELIVERY = _limit(
    "P09", Label(vi="Thực hiện nhiệm vụ trong kế hoạch", en="Deliver a plan item"),
    Label(vi="Khi kế hoạch được phê duyệt", en="Plan approved"), BY_ACT, basis.CARRY_OUT_PLAN,
)
ITEM_PLACEMENT = _limit(
    "P36", Label(vi="Giao nhiệm vụ bị từ chối cho đơn vị khác", en="Give a declined item to somebody else"),
    Label(vi="Khi đơn vị được giao từ chối đúng hạn", en="Declined in time"), working_days(3), basis.CARRY_OUT_PLAN,
)
AMENDMENT_DECISION = _limit(
    "P10", Label(vi="Phê duyệt điều chỉnh kế hoạch", en="Approve a change of plan"),
    Label(vi="Khi đề nghị điều chỉnh", en="Change proposed"), working_days(2), basis.PLAN_DECISION,
)
CLOSING_DECISION = _limit(
    "P11", Label(vi="Quyết định kết thúc hoặc tiếp tục", en="Decide to close or to go on"),
    Label(vi="Khi có kết quả rà soát", en="Review recorded"), working_days(2), basis.AFTER_REVIEW,
)
SUSPENDED_CHECK = _limit(
    "P12", Label(vi="Kiểm tra lại vụ việc tạm dừng", en="Check a suspended case again"),
    Label(vi="Khi tạm dừng hoặc lần kiểm tra gần nhất", en="Suspension or last check"), days(30),
    basis.CARRY_OUT_PLAN,
)
DEATH_RECORD = _limit(
    "P13", Label(vi="Ghi nhận trẻ em tử vong", en="Record the death of a child"),
    Label(vi="Khi biết trẻ em tử vong", en="Knowledge of the death"), hours(24), basis.WHAT_IS_TOLD,
)
FIRST_CARE_MONITORING = _limit(
    "P14", Label(vi="Theo dõi chăm sóc thay thế lần đầu", en="Monitor alternative care, first time"),
    Label(vi="Khi giao chăm sóc thay thế", en="Placement"), days(30), basis.CARE_MONITORING,
)
CARE_MONITORING = _limit(
    "P15", Label(vi="Theo dõi chăm sóc thay thế định kỳ", en="Monitor alternative care again"),
    Label(vi="Lần theo dõi gần nhất", en="Last monitoring"), months(6), basis.CARE_MONITORING,
)
WORKER_VACANCY = _limit(
    "P16", Label(vi="Bố trí người làm công tác bảo vệ trẻ em", en="Fill a vacant protection-worker post"),
    Label(vi="Khi vị trí bị trống", en="Post becomes vacant"), working_days(5), basis.PROTECTION_WORKER,
)
COMMUNE_GROUP = _limit(
    "P17", Label(vi="Thành lập tổ chức phối hợp liên ngành về trẻ em cấp xã", en="Form the commune inter-agency group"),
    Label(vi="Khi đơn vị được thành lập hoặc tổ chức phối hợp cũ chấm dứt hoạt động",
          en="Unit set up or former group ended"),
    days(30), basis.COMMUNE_GROUP,
)
REPORTER_ANSWER = _limit(
    "P18", Label(vi="Thông báo kết quả cho người báo tin", en="Inform the reporter"),
    Label(vi="Khi tiếp nhận tin báo", en="Receipt of the report"), working_days(3), basis.RECEIPT_NOTICE,
    LIKE_CRIME_REPORTS,
)
URGENT_MEASURE_COMPLETION = _limit(
    "P19", Label(vi="Hoàn thành biện pháp khẩn cấp", en="Complete an urgent measure"),
    Label(vi="Khi áp dụng biện pháp", en="Measure ordered"), BY_ACT, basis.URGENT_MEASURES_LIST,
)
DIRECTION_ANSWER = _limit(
    "P20", Label(vi="Thực hiện chỉ đạo của cấp trên", en="Carry out a direction from above"),
    Label(vi="Khi có chỉ đạo", en="Direction issued"), BY_ACT, basis.HEADS_ANSWER,
)
SEPARATION_END = _limit(
    "P21", Label(vi="Quyết định trước khi hết hạn cách ly", en="Decide before the current separation ends"),
    Label(vi="Khi quyết định hoặc gia hạn cách ly", en="Separation ordered or extended"),
    BY_ACT, basis.SEPARATION,
)
HOME_CHECK = _limit(
    "P32", Label(vi="Kiểm tra an toàn khi trẻ em trở về nhà", en="Check that a child is safe once it is home again"),
    Label(vi="Khi trẻ em trở về nhà sau cách ly, tạm trú an toàn, chăm sóc thay thế",
          en="The child returned home after a separation, shelter or alternative care"),
    hours(24), basis.SEPARATION,
)
NO_CONTACT_END = _limit(
    "P22", Label(vi="Rà soát trước khi hết hạn cấm tiếp xúc", en="Look again before a no-contact order ends"),
    Label(vi="Khi ra quyết định cấm tiếp xúc", en="Order made"), BY_ACT, basis.NO_CONTACT,
)
HOLDER_RECORD = _limit(
    "P23", Label(vi="Ghi nhận người giữ chức danh trong ngày", en="Record an office holder the same day"),
    Label(vi="Ngày quyết định có hiệu lực", en="Decision takes effect"),
    days(0, moves=False), basis.HEADS_ARE_KNOWN,
)
NEEDS_MEETING = _limit(
    "P24", Label(vi="Họp xác định nhu cầu", en="Hold the needs meeting"),
    Label(vi="Khi có đánh giá cụ thể", en="Detailed assessment recorded"),
    working_days(3), basis.NEEDS_MEETING,
)
PASSED_UP = _limit(
    "P25", Label(vi="Giải quyết việc cấp xã báo lên Sở Y tế", en="Settle what a commune passed up to the department"),
    Label(vi="Khi nơi cư trú từ chối hồ sơ, hoặc kế hoạch bị trả lại lần hai",
          en="A transfer was refused, or a plan returned twice"),
    working_days(1), basis.HEADS_ANSWER,
)
TRACING = _limit(
    "P26", Label(vi="Tìm kiếm trẻ em không gặp được", en="Find a child that cannot be met"),
    Label(vi="Lần thứ hai liên tiếp không gặp được trẻ em, hoặc khi tổ chức tìm kiếm",
          en="Second visit in a row that did not meet the child, or a search started"),
    days(3, moves=False), basis.CARRY_OUT_PLAN,
)
LOOK_FROM_ABOVE = _limit(
    "P27", Label(vi="Xem xét quyết định thấp hơn đề xuất", en="Look at a decision below the worker's proposal"),
    Label(vi="Khi quyết định thấp hơn mức người đánh giá đề xuất", en="Decided below what the worker proposed"),
    working_days(1), basis.HEADS_ANSWER,
)
REPEATED_LAPSES = _limit(
    "P30", Label(vi="Cấp trên xem xét việc nhiều lần quá hạn", en="The level above looks into repeated lapses"),
    Label(vi="Khi vụ việc có lần quá hạn thứ hai", en="Second lapse on the case"),
    working_days(2), basis.HEADS_ANSWER,
)
LOOK_AGAIN = _limit(
    "P34", Label(vi="Cấp trên xem xét lại vụ việc còn quá hạn", en="The level above looks again at what is overdue"),
    Label(vi="Khi cấp trên đã xem xét mà việc khẩn cấp vẫn quá hạn", en="Looked into, what is urgent still overdue"),
    days(7), basis.HEADS_ANSWER,
)
DIRECTION_CHECK = _limit(
    "P35", Label(vi="Xem xét báo cáo thực hiện chỉ đạo", en="Look at the answer to a direction"),
    Label(vi="Khi có báo cáo thực hiện chỉ đạo", en="Direction answered"), working_days(3), basis.HEADS_ANSWER,
)
CONTACTS_WEIGHED = _limit(
    "P29", Label(vi="Quyết định các lần liên hệ có phải tin báo", en="Decide whether contacts are a report"),
    Label(vi="Lần liên hệ thứ ba về một trẻ em trong 30 ngày", en="Third contact about one child in 30 days"),
    working_days(1), basis.WHAT_IS_TOLD,
)
DEATH_CONFIRMATION = _limit(
    "P31", Label(vi="Xác nhận hoặc bác bỏ tin trẻ em tử vong", en="Confirm or refute a reported death"),
    Label(vi="Khi có báo tin trẻ em tử vong", en="Death reported"), working_days(1), basis.CHECK_TRUTH,
)
CORRECTION_ANSWER = _limit(
    "P33", Label(vi="Xác nhận hoặc không chấp nhận đính chính", en="Confirm or refuse a correction"),
    Label(vi="Khi đính chính nơi xảy ra, nơi cư trú, họ tên, số định danh, năm sinh hoặc bỏ dạng tổn hại",
          en="Place, residence, name, identifier, birth year corrected, or a harm left out"),
    working_days(1), basis.WHAT_IS_TOLD,
)
# fmt: on

PROJECT: tuple[Duty, ...] = (
    ACKNOWLEDGEMENT,
    RETURN_OF_REPORT,
    TRUTH_CHECK,
    INFORMATION,
    DETAILED_ASSESSMENT,
    TRANSFER_ANSWER,
    COURT_PETITION,
    ITEM_ANSWER,
    ITEM_DELIVERY,
    ITEM_PLACEMENT,
    AMENDMENT_DECISION,
    CLOSING_DECISION,
    SUSPENDED_CHECK,
    DEATH_RECORD,
    FIRST_CARE_MONITORING,
    CARE_MONITORING,
    WORKER_VACANCY,
    COMMUNE_GROUP,
    REPORTER_ANSWER,
    URGENT_MEASURE_COMPLETION,
    DIRECTION_ANSWER,
    SEPARATION_END,
    HOME_CHECK,
    NO_CONTACT_END,
    HOLDER_RECORD,
    NEEDS_MEETING,
    PASSED_UP,
    TRACING,
    LOOK_FROM_ABOVE,
    REPEATED_LAPSES,
    LOOK_AGAIN,
    DIRECTION_CHECK,
    CONTACTS_WEIGHED,
    DEATH_CONFIRMATION,
    CORRECTION_ANSWER,
)
