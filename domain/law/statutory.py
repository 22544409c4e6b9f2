"""The duties of the procedure, T01-T11: set in law, or capped by the project where law sets no figure."""

from datetime import date

from domain.label import Label
from domain.law import basis
from domain.law.basis import Confidence
from domain.law.rule import Duty, DutyRule
from domain.law.term import AT_ONCE, days, hours, working_days

DECREE_56_FORCE = date(2017, 7, 1)
FAMILY_VIOLENCE_LAW_FORCE = date(2023, 7, 1)

RECEIPT = Label(vi="Khi tiếp nhận tin báo", en="Receipt of the information")
FIRST_RECEIPT = Label(vi="Khi tin báo được tiếp nhận lần đầu, ở bất kỳ nơi nào", en="First receipt by any receiver")
LAST_VISIT = Label(
    vi="Đánh giá nguy cơ ban đầu, rồi lần thăm gần nhất", en="The initial assessment, then the last visit"
)
NO_FIGURE = Label(
    vi="Pháp luật không quy định thời hạn cụ thể; mức do dự án đặt ra", en="No figure in law; set by the project"
)

# fmt: off
TELLING = Duty(
    code="T01",
    label=Label(vi="Thông tin, thông báo, tố giác", en="Tell of the harm or risk"),
    start=Label(vi="Khi phát hiện hoặc biết", en="Knowledge of it"),
    rules=(
        DutyRule(
            version=1, term=AT_ONCE, basis=basis.WHAT_IS_TOLD, confidence=Confidence.LAW,
            note=Label(vi="Pháp luật quy định “ngay”, không có thời hạn tính bằng giờ",
                       en="The law says “at once”, without a figure"),
            in_force_from=DECREE_56_FORCE,
        ),
    ),
)
FORWARDING = Duty(
    code="T02",
    label=Label(vi="Chuyển tin báo đến UBND cấp xã nơi xảy ra", en="Forward to the commune of the event"),
    start=RECEIPT,
    rules=(
        DutyRule(
            version=1, term=hours(2), basis=basis.FORWARD_INFORMATION, confidence=Confidence.PROJECT_DEFAULT,
            note=Label(vi="Pháp luật quy định “chuyển ngay”; 2 giờ là mức trần của dự án",
                       en="The law says “at once”; 2 hours is the project's cap"),
            in_force_from=DECREE_56_FORCE,
        ),
    ),
)
INITIAL_RISK = Duty(
    code="T03",
    label=Label(vi="Đánh giá nguy cơ ban đầu", en="Assess the initial risk"),
    start=FIRST_RECEIPT,
    rules=(
        DutyRule(
            version=1, term=hours(8), basis=basis.INITIAL_ASSESSMENT, confidence=Confidence.PROJECT_DEFAULT,
            note=Label(vi="Pháp luật không quy định thời hạn cụ thể; 8 giờ để bảo đảm thời hạn 12 giờ của T04",
                       en="No figure in law; 8 hours so that the 12 hours of T04 stay within reach"),
            in_force_from=DECREE_56_FORCE,
        ),
    ),
)
URGENT_MEASURES = Duty(
    code="T04",
    label=Label(vi="Áp dụng biện pháp can thiệp khẩn cấp", en="Apply urgent measures"),
    start=FIRST_RECEIPT,
    rules=(
        DutyRule(
            version=1, term=hours(12), basis=basis.URGENT_MEASURE, confidence=Confidence.LAW,
            note=Label(vi="Chậm nhất 12 giờ kể từ khi tiếp nhận, tính cả đêm và ngày lễ "
                          "(khoản 3 Điều 26, khoản 1 Điều 31)",
                       en="At most 12 hours from receipt, nights and holidays included (arts. 26.3, 31.1)"),
            in_force_from=DECREE_56_FORCE,
        ),
    ),
)
SEPARATION_DECISION = Duty(
    code="T05",
    label=Label(vi="Quyết định tạm thời cách ly trẻ em", en="Decide on temporary separation"),
    start=FIRST_RECEIPT,
    rules=(
        DutyRule(
            version=1, term=hours(12), basis=basis.SEPARATION_ORDER, confidence=Confidence.LAW,
            note=Label(vi="Trong 12 giờ kể từ khi tiếp nhận", en="Within 12 hours of receipt"),
            in_force_from=DECREE_56_FORCE,
        ),
    ),
)
SEPARATION_LIMIT = Duty(
    code="T06",
    label=Label(vi="Thời hạn tối đa của tạm thời cách ly", en="Longest temporary separation"),
    start=Label(vi="Khi quyết định cách ly có hiệu lực", en="The separation takes effect"),
    rules=(
        DutyRule(
            version=1, term=days(15, moves=False), basis=basis.SEPARATION, confidence=Confidence.LAW,
            note=Label(vi="Tối đa 15 ngày kể cả mọi lần gia hạn; không dời qua ngày nghỉ",
                       en="15 days at most, all extensions included; never moved off a day of rest"),
            in_force_from=DECREE_56_FORCE,
        ),
    ),
)
PLAN = Duty(
    code="T07",
    label=Label(vi="Xây dựng và trình kế hoạch hỗ trợ, can thiệp", en="Draft and submit the plan"),
    start=Label(vi="Kết thúc họp xác định nhu cầu, hoặc đánh giá ban đầu nếu không họp",
                en="End of the needs meeting, else of the initial assessment"),
    rules=(
        DutyRule(
            version=1, term=working_days(5), basis=basis.PLAN_DRAFT, confidence=Confidence.LAW,
            note=Label(vi="5 ngày làm việc theo luật, trừ khẩn cấp; mốc bắt đầu do dự án xác định",
                       en="5 working days in law, urgent cases excepted; the start is the project's reading"),
            in_force_from=DECREE_56_FORCE,
        ),
    ),
)
PLAN_APPROVAL = Duty(
    code="T08",
    label=Label(vi="Phê duyệt kế hoạch", en="Approve the plan"),
    start=Label(vi="Khi trình kế hoạch", en="Submission of the plan"),
    rules=(
        DutyRule(
            version=1, term=working_days(2), basis=basis.PLAN_APPROVAL_PROCEDURE,
            confidence=Confidence.PROCEDURE,
            note=Label(vi="Thủ tục công bố tổng cộng 7 ngày làm việc, trừ 5 ngày của T07; mã cần đối chiếu",
                       en="7 working days in the published procedure, less the 5 of T07; code to verify"),
            in_force_from=DECREE_56_FORCE,
        ),
    ),
)
VISIT_HIGH = Duty(
    code="T09H",
    label=Label(vi="Thăm, theo dõi trẻ em nguy cơ cao", en="Visit a child at high risk"),
    start=LAST_VISIT,
    rules=(
        DutyRule(
            version=1, term=days(3, moves=False), basis=basis.CARRY_OUT_PLAN,
            confidence=Confidence.PROJECT_DEFAULT,
            note=Label(vi="Mức do dự án đặt; không dời qua ngày nghỉ vì trẻ em có nguy cơ cao",
                       en="Set by the project; not moved off a day of rest, the child being at high risk"),
            in_force_from=DECREE_56_FORCE,
        ),
    ),
)
VISIT_MEDIUM = Duty(
    code="T09M",
    label=Label(vi="Thăm, theo dõi trẻ em nguy cơ trung bình", en="Visit a child at medium risk"),
    start=LAST_VISIT,
    rules=(
        DutyRule(
            version=1, term=days(7), basis=basis.CARRY_OUT_PLAN, confidence=Confidence.PROJECT_DEFAULT,
            note=NO_FIGURE, in_force_from=DECREE_56_FORCE,
        ),
    ),
)
VISIT_LOW = Duty(
    code="T09L",
    label=Label(vi="Thăm, theo dõi trẻ em nguy cơ thấp", en="Visit a child at low risk"),
    start=LAST_VISIT,
    rules=(
        DutyRule(
            version=1, term=days(30), basis=basis.CARRY_OUT_PLAN, confidence=Confidence.PROJECT_DEFAULT,
            note=NO_FIGURE, in_force_from=DECREE_56_FORCE,
        ),
    ),
)
PLAN_REVIEW = Duty(
    code="T10",
    label=Label(vi="Rà soát, đánh giá khi kết thúc kế hoạch", en="Review at the end of the plan"),
    start=Label(vi="Ngày kết thúc kế hoạch", en="Planned end"),
    rules=(
        DutyRule(
            version=1, term=working_days(5), basis=basis.PLAN_REVIEW, confidence=Confidence.PROJECT_DEFAULT,
            note=NO_FIGURE, in_force_from=DECREE_56_FORCE,
        ),
    ),
)
NO_CONTACT_DECISION = Duty(
    code="T11",
    label=Label(vi="Quyết định hoặc từ chối cấm tiếp xúc", en="Decide on a no-contact order"),
    start=Label(vi="Khi nhận đề nghị cấm tiếp xúc", en="Request for the order"),
    rules=(
        DutyRule(
            version=1, term=hours(12), basis=basis.NO_CONTACT, confidence=Confidence.LAW,
            note=Label(vi="12 giờ; từ chối phải bằng văn bản nêu lý do",
                       en="12 hours; a refusal is in writing with reasons"),
            in_force_from=FAMILY_VIOLENCE_LAW_FORCE,
        ),
    ),
)
NO_CONTACT_LIMIT = Duty(
    code="T11M",
    label=Label(vi="Thời hạn tối đa của một lần cấm tiếp xúc", en="Longest single no-contact order"),
    start=Label(vi="Khi quyết định cấm tiếp xúc có hiệu lực", en="The order takes effect"),
    rules=(
        DutyRule(
            version=1, term=days(3, moves=False), basis=basis.NO_CONTACT, confidence=Confidence.LAW,
            note=Label(vi="Mỗi lần không quá 3 ngày; không dời qua ngày nghỉ",
                       en="3 days at most each time; never moved off a day of rest"),
            in_force_from=FAMILY_VIOLENCE_LAW_FORCE,
        ),
    ),
)
# fmt: on

STATUTORY: tuple[Duty, ...] = (
    TELLING,
    FORWARDING,
    INITIAL_RISK,
    URGENT_MEASURES,
    SEPARATION_DECISION,
    SEPARATION_LIMIT,
    PLAN,
    PLAN_APPROVAL,
    VISIT_HIGH,
    VISIT_MEDIUM,
    VISIT_LOW,
    PLAN_REVIEW,
    NO_CONTACT_DECISION,
    NO_CONTACT_LIMIT,
)
