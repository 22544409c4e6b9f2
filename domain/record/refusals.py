"""What any act can be refused for, whatever its file."""

from domain.record.grammar import MALFORMED
from domain.record.refusal import Refusal
from domain.record.vocabulary import MEDIA_TYPES

ROLE_NOT_ALLOWED = Refusal(
    "role_not_allowed",
    vi="Chức danh của ông/bà không có thẩm quyền thực hiện việc này. Đề nghị chuyển cho người có thẩm quyền.",
    en="Your office has no authority for this act. Pass it to an office that has.",
)

OUTSIDE_YOUR_UNIT = Refusal(
    "outside_your_unit",
    vi="Hồ sơ không thuộc địa bàn hoặc phạm vi của đơn vị ông/bà. Đề nghị liên hệ đơn vị chủ trì.",
    en="The file lies outside your unit's territory or scope. Contact the unit in charge.",
)

NO_OFFICE_NOW = Refusal(
    "no_office_now",
    vi="Vào thời điểm này ông/bà không giữ chức danh nào trong sổ đăng ký. Đề nghị liên hệ Sở Nội vụ.",
    en="You hold no office in the register at this instant. Contact the home-affairs office.",
)

NO_OFFICE_THEN = Refusal(
    "no_office_then",
    vi="Vào thời điểm diễn ra ông/bà chưa giữ, hoặc không còn giữ chức danh này. Người giữ chức danh lúc đó phải ghi.",
    en="You did not hold this office when it happened. Whoever held it then must record it.",
)

PHASE_NOT_ALLOWED = Refusal(
    "phase_not_allowed",
    vi="Hồ sơ đang ở bước không cho phép việc này. Đề nghị xem các việc có thể làm trên hồ sơ.",
    en="The file is in a phase that does not allow this act. See the acts open on the file.",
)

FILE_NOT_FOUND = Refusal(
    "file_not_found",
    vi="Không tìm thấy hồ sơ, hoặc ông/bà không có quyền xem hồ sơ này.",
    en="The file was not found, or you may not see it.",
)

FILE_EXISTS = Refusal(
    "file_exists",
    vi="Hồ sơ này đã được lập. Đề nghị mở hồ sơ hiện có.",
    en="This file was opened already. Use the existing file.",
)

FILE_HAS_CHANGED = Refusal(
    "file_has_changed",
    vi="Hồ sơ đã thay đổi kể từ khi ông/bà xem. Đề nghị đọc các dòng mới rồi quyết định lại.",
    en="The file has changed since you saw it. Read the new lines and decide again.",
)

REASON_REQUIRED = Refusal("reason_required", vi="Việc này phải nêu lý do.", en="This act needs a reason.")

REASON_TOO_SHORT = Refusal(
    "reason_too_short",
    vi="Lý do của một quyết định phải đọc hiểu được (ít nhất 6 chữ cái hoặc chữ số). Đề nghị nêu rõ hơn.",
    en="The reason of a decision must be readable (6 letters or figures at least). Say more.",
)

SIGN_IN_AGAIN = Refusal(
    "sign_in_again",
    vi="Việc này là quyết định, cần xác thực lại người ký. Đề nghị đăng nhập lại theo mức bảo đảm được yêu cầu rồi "
    "gửi lại "
    "với cùng idempotencyKey.",
    en="This act decides, so whoever signs must prove anew who they are. Sign in again, as strongly as is asked, and "
    "send it again with the same idempotencyKey.",
)

HAPPENED_IN_FUTURE = Refusal(
    "happened_in_future",
    vi="Thời điểm diễn ra không được ở tương lai.",
    en="The time it happened may not lie in the future.",
)

LATE_REASON_REQUIRED = Refusal(
    "late_reason_required",
    vi="Việc ghi sau hơn 24 giờ phải nêu lý do ghi muộn.",
    en="An act recorded more than 24 hours after it happened needs the reason for the delay.",
)

BEFORE_WHAT_IT_ANSWERS = Refusal(
    "before_what_it_answers",
    vi="Thời điểm diễn ra sớm hơn việc mà việc này trả lời hoặc quyết định. Đề nghị kiểm tra lại thời điểm.",
    en="It is dated before the step that it answers or decides on. Check the time.",
)

BEFORE_PREVIOUS_STEP = Refusal(
    "before_previous_step",
    vi="Thời điểm diễn ra sớm hơn lần trước của cùng bước; chỉ thanh tra có tài liệu mới được ghi thời điểm sớm hơn.",
    en="It is dated earlier than the last time of the same step; only an inspector with documents may do so.",
)

BEFORE_FILE_BEGAN = Refusal(
    "before_file_began",
    vi="Thời điểm diễn ra sớm hơn lần tiếp nhận tin báo đầu tiên của hồ sơ. Đề nghị kiểm tra ngày, giờ.",
    en="It is dated before the first receipt of what the file is about. Check the day and hour.",
)

SAME_OFFICE = Refusal(
    "same_office",
    vi="Việc này phải do chức danh khác quyết định, không phải chức danh đã đề xuất hoặc đã lập.",
    en="Another office than the one that proposed or drafted it must decide this.",
)

SAME_PERSON = Refusal(
    "same_person",
    vi="Người soạn thảo không được tự phê duyệt. Đề nghị để người khác quyết định.",
    en="Who drafted it may not approve it. Another person must decide.",
)

FIELD_REQUIRED = Refusal(
    "field_required",
    vi="Không được để trống; đề nghị bổ sung.",
    en="Required; please complete it.",
)

GIVEN_TWICE = Refusal(
    "given_twice",
    vi="Mỗi lựa chọn chỉ ghi một lần. Đề nghị bỏ dòng trùng.",
    en="Name each choice once. Remove the row that repeats it.",
)

TOO_MANY_ROWS = Refusal(
    "too_many_rows",
    vi="Danh sách quá dài (tối đa 500 dòng). Đề nghị rút gọn hoặc chia thành nhiều lần ghi.",
    en="The list is too long (500 rows at most). Shorten it, or record it in several acts.",
)

OFFICE_NOT_HELD = Refusal(
    "office_not_held",
    vi="Ông/bà hiện không giữ chức danh đã chọn. Đề nghị chọn chức danh của mình, hoặc để trống.",
    en="You do not hold the office that you chose. Choose one of your own, or leave it out.",
)

OFFICE_TO_CHOOSE = Refusal(
    "office_to_choose",
    vi="Ông/bà giữ chức danh ở nhiều đơn vị đều có thẩm quyền thực hiện việc này. Đề nghị chọn chức danh.",
    en="You hold offices in several units that may do this act. Choose one of them.",
)

ID_MALFORMED = Refusal(
    "id_malformed",
    vi="Mã không hợp lệ. Đề nghị dùng đúng mã do hệ thống cung cấp cho mục này.",
    en="Not a valid id for this field. Use the id exactly as the system gave it.",
)

UNIT_UNKNOWN = Refusal(
    "unit_unknown",
    vi="Không có đơn vị mang mã này vào thời điểm đó. Đề nghị kiểm tra mã và ngày.",
    en="No unit bears this code at that time. Check the code and the date.",
)

UNIT_ENDED = Refusal(
    "unit_ended",
    vi="Đơn vị mang mã này đã chấm dứt hoạt động vào thời điểm đó. Đề nghị ghi mã của đơn vị kế thừa phụ trách địa "
    "bàn.",
    en="The unit that bore this code has ended by that time. Give the code of the successor whose territory it is.",
)

ATTACHMENT_MALFORMED = Refusal(
    "attachment_malformed",
    vi="Tệp đính kèm phải có SHA-256 (64 chữ số hệ 16 viết thường), dung lượng dương và một trong các kiểu tệp: "
    + ", ".join(MEDIA_TYPES),
    en="An attachment needs its SHA-256 (64 lower-case hex digits), a positive size and one of the media types: "
    + ", ".join(MEDIA_TYPES),
)

TEXT_TOO_LONG = Refusal(
    "text_too_long",
    vi="Nội dung quá dài (tối đa 20.000 ký tự). Đề nghị rút gọn hoặc đính kèm tệp.",
    en="The text is too long (20,000 characters at most). Shorten it or attach a document.",
)

BEFORE_THE_LAW = Refusal(
    "before_the_law",
    vi="Thời điểm này trước khi Luật Trẻ em có hiệu lực. Đề nghị kiểm tra ngày.",
    en="No rule was in force at that time yet. Check the date.",
)

COMMAND_ID_REUSED = Refusal(
    "command_id_reused",
    vi="Mã yêu cầu này đã được sử dụng cho một yêu cầu khác. Đề nghị dùng mã mới.",
    en="This idempotency key was used for another request. Use a new key.",
)

ANSWERABLE_FOR_LAPSE = Refusal(
    "answerable_for_lapse",
    vi="Ông/bà, hoặc người đã ủy quyền cho ông/bà, đang chịu trách nhiệm về thời hạn đã quá trong hồ sơ này; "
    "đề nghị chuyển cho người khác có thẩm quyền hoặc cấp trên quyết định.",
    en="You, or whoever delegated the power to you, answer for a lapse of this file, so you may not settle it. "
    "Pass it to somebody else who has the power, or to the office above.",
)

SUBJECT_ERASED = Refusal(
    "subject_erased",
    vi="Dữ liệu của hồ sơ hoặc người này đã bị xóa, không thể ghi thêm. Đề nghị lập hồ sơ mới.",
    en="The data of this file or person was erased: nothing more can be written about it. Open a new file.",
)

BIRTH_YEAR_OUT_OF_RANGE = Refusal(
    "birth_year_out_of_range",
    vi="Năm sinh không hợp lý. Đề nghị kiểm tra lại.",
    en="The birth year cannot be right. Check it.",
)
COMMON: tuple[Refusal, ...] = (
    ROLE_NOT_ALLOWED,
    OUTSIDE_YOUR_UNIT,
    NO_OFFICE_NOW,
    NO_OFFICE_THEN,
    PHASE_NOT_ALLOWED,
    FILE_NOT_FOUND,
    FILE_EXISTS,
    FILE_HAS_CHANGED,
    REASON_REQUIRED,
    REASON_TOO_SHORT,
    SIGN_IN_AGAIN,
    HAPPENED_IN_FUTURE,
    LATE_REASON_REQUIRED,
    BEFORE_PREVIOUS_STEP,
    BEFORE_WHAT_IT_ANSWERS,
    BEFORE_FILE_BEGAN,
    SAME_OFFICE,
    SAME_PERSON,
    FIELD_REQUIRED,
    GIVEN_TWICE,
    TOO_MANY_ROWS,
    OFFICE_NOT_HELD,
    OFFICE_TO_CHOOSE,
    ID_MALFORMED,
    UNIT_UNKNOWN,
    UNIT_ENDED,
    ATTACHMENT_MALFORMED,
    TEXT_TOO_LONG,
    BIRTH_YEAR_OUT_OF_RANGE,
    BEFORE_THE_LAW,
    COMMAND_ID_REUSED,
    ANSWERABLE_FOR_LAPSE,
    SUBJECT_ERASED,
    *MALFORMED,
)
"""What `perform` and the handler themselves refuse with, and what acts of several kinds share."""
