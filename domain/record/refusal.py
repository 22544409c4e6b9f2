"""The domain's no: typed, in two languages, saying what to do; all that is wrong at once."""

from dataclasses import dataclass
from typing import TypeVar

from domain.record.vocabulary import Label

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """One reason why an act was refused; `field` names the input at fault, if one is."""

    code: str
    field: str | None = None


class Refused(Exception):
    """An act may not be done. `refusals` holds every reason found, never just the first."""

    def __init__(self, *refusals: Refusal | str) -> None:
        self.refusals = tuple(Refusal(code=r) if isinstance(r, str) else r for r in refusals)
        super().__init__(", ".join(r.code for r in self.refusals))


def insist(*checks: tuple[bool, str] | tuple[bool, str, str]) -> None:
    """Each check is (holds, code) or (holds, code, field); raises `Refused` with all that do not hold."""
    failed = [Refusal(code=c[1], field=c[2] if len(c) == 3 else None) for c in checks if not c[0]]
    if failed:
        raise Refused(*failed)


def present(value: T | None) -> T:
    """A value that `insist` has found to be there."""
    if value is None:
        raise AssertionError("missing, though insist passed")
    return value


def said(text: str | None) -> bool:
    """Whether a text says anything."""
    return bool(text and text.strip())


COMMON: dict[str, Label] = {
    "role_not_allowed": Label(
        vi="Chức vụ của bạn không có thẩm quyền thực hiện việc này. Hãy chuyển cho người có thẩm quyền.",
        en="Your office has no authority for this act. Pass it to an office that has.",
    ),
    "outside_your_unit": Label(
        vi="Hồ sơ không thuộc địa bàn hoặc phạm vi của đơn vị bạn. Hãy liên hệ đơn vị chủ trì.",
        en="The file lies outside your unit's territory or scope. Contact the unit in charge.",
    ),
    "no_office_now": Label(
        vi="Vào thời điểm này bạn không giữ chức vụ nào trong sổ đăng ký. Hãy liên hệ Sở Nội vụ.",
        en="You hold no office in the register at this instant. Contact the home-affairs office.",
    ),
    "no_office_then": Label(
        vi="Vào thời điểm diễn ra bạn chưa giữ, hoặc không còn giữ chức vụ này. Người có chức vụ lúc đó phải ghi.",
        en="You did not hold this office when it happened. Whoever held it then must record it.",
    ),
    "phase_not_allowed": Label(
        vi="Hồ sơ đang ở bước không cho phép việc này. Hãy xem các việc có thể làm trên hồ sơ.",
        en="The file is in a phase that does not allow this act. See the acts open on the file.",
    ),
    "file_not_found": Label(
        vi="Không tìm thấy hồ sơ, hoặc bạn không được xem hồ sơ này.",
        en="The file was not found, or you may not see it.",
    ),
    "file_exists": Label(
        vi="Hồ sơ này đã được lập. Hãy mở hồ sơ hiện có.",
        en="This file was opened already. Use the existing file.",
    ),
    "file_has_changed": Label(
        vi="Hồ sơ đã thay đổi kể từ khi bạn xem. Hãy đọc các dòng mới rồi quyết định lại.",
        en="The file has changed since you saw it. Read the new lines and decide again.",
    ),
    "reason_required": Label(
        vi="Việc này phải nêu lý do.",
        en="This act needs a reason.",
    ),
    "happened_in_future": Label(
        vi="Thời điểm diễn ra không được ở tương lai.",
        en="The time it happened may not lie in the future.",
    ),
    "late_reason_required": Label(
        vi="Việc ghi sau hơn 24 giờ phải nêu lý do ghi muộn.",
        en="An act recorded more than 24 hours after it happened needs the reason for the delay.",
    ),
    "before_previous_step": Label(
        vi="Thời điểm diễn ra sớm hơn lần trước của cùng bước; chỉ thanh tra có tài liệu mới được ghi lùi.",
        en="It is dated earlier than the last time of the same step; only an inspector with documents may do so.",
    ),
    "before_file_began": Label(
        vi="Thời điểm diễn ra sớm hơn lần tiếp nhận thông tin đầu tiên của hồ sơ. Hãy kiểm tra ngày, giờ.",
        en="It is dated before the first receipt of what the file is about. Check the day and hour.",
    ),
    "same_person": Label(
        vi="Người soạn thảo không được tự phê duyệt. Hãy để người khác quyết định.",
        en="Who drafted it may not approve it. Another person must decide.",
    ),
    "unit_unknown": Label(
        vi="Không có đơn vị mang mã này vào thời điểm đó. Hãy kiểm tra mã và ngày.",
        en="No unit bears this code at that time. Check the code and the date.",
    ),
    "office_unknown": Label(
        vi="Không có chức vụ này trong sổ đăng ký vào thời điểm đó.",
        en="No such office is in the register at that time.",
    ),
    "attachment_malformed": Label(
        vi="Tệp đính kèm phải có SHA-256 (64 chữ số hệ 16 viết thường), dung lượng dương và kiểu tệp.",
        en="An attachment needs its SHA-256 (64 lower-case hex digits), a positive size and a media type.",
    ),
    "text_too_long": Label(
        vi="Nội dung quá dài (tối đa 20.000 ký tự). Hãy rút gọn hoặc đính kèm tệp.",
        en="The text is too long (20,000 characters at most). Shorten it or attach a document.",
    ),
    "before_the_law": Label(
        vi="Thời điểm này trước khi Luật Trẻ em có hiệu lực. Hãy kiểm tra ngày.",
        en="No rule was in force at that time yet. Check the date.",
    ),
    "command_id_reused": Label(
        vi="Khóa chống lặp này đã dùng cho một yêu cầu khác. Hãy dùng khóa mới.",
        en="This idempotency key was used for another request. Use a new key.",
    ),
    "duty_not_running": Label(
        vi="Thời hạn này không còn đang chạy.",
        en="This duty is not running.",
    ),
    "lapse_already_recorded": Label(
        vi="Việc quá thời hạn này đã được ghi nhận.",
        en="This lapse was recorded already.",
    ),
    "not_due_yet": Label(
        vi="Thời hạn chưa hết.",
        en="The duty is not due yet.",
    ),
}
