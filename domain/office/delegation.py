"""What handing over the power of an office and taking it back share: only who holds the office does either."""

from datetime import datetime

from domain.office.refusals import DELEGATE_MAY_NOT_DELEGATE, NOT_YOUR_OFFICE
from domain.office.state import HEADS_WHO_DELEGATE, Office, is_deputy
from domain.record.act import Refusal
from domain.record.action import May, Scope
from domain.record.fields import OfficeRef
from domain.record.file import DecisionContext
from domain.record.formal import AT_ONCE
from domain.record.refusal import Check, present

HEADS = May.within(Scope.OWN, *HEADS_WHO_DELEGATE)
OFFICE_UNKNOWN = Refusal(
    "office_unknown",
    vi="Không có chức danh này trong sổ đăng ký vào thời điểm đó.",
    en="No such office is in the register at that time.",
)
DELEGATE_OUTSIDE_UNIT = Refusal(
    "delegate_outside_unit",
    vi="Chỉ được ủy quyền cho chức danh khác trong cùng đơn vị.",
    en="Power is delegated to another office of the same unit only.",
)
DELEGATE_NO_DEPUTY = Refusal(
    "delegate_no_deputy",
    vi="Chỉ được ủy quyền cho cấp phó của người đứng đầu. Người đề xuất không được quyết định thay.",
    en="Power is delegated to a deputy only: whoever proposes does not decide.",
)
DELEGATION_DATED_BACK = Refusal(
    "delegation_dated_back",
    vi="Ủy quyền có hiệu lực từ khi ghi nhận. Nếu đã có hiệu lực trước đó, đề nghị đính kèm văn bản và nêu lý do ghi "
    "muộn.",
    en="A delegation holds from when it is recorded. If it held before, attach the paper and say why it is late.",
)
RECEIVING = (OFFICE_UNKNOWN, DELEGATE_OUTSIDE_UNIT, DELEGATE_NO_DEPUTY)
DOCUMENT_NO_USED = Refusal(
    "document_no_used",
    vi="Số văn bản ủy quyền này đã được ghi. Đề nghị dùng số khác.",
    en="A delegation bears this number already. Use another.",
)
DELEGATION_DATES = Refusal(
    "delegation_dates",
    vi="Ủy quyền phải có thời hạn và kết thúc sau khi bắt đầu.",
    en="A delegation is dated: it ends after it begins.",
)
ACT_UNKNOWN = Refusal(
    "act_unknown",
    vi="Việc được ủy quyền không có trong danh mục. Đề nghị chọn việc trong danh mục.",
    en="Name the delegated acts by their stored names, such as “case.plan_approved.1”.",
)


def by_its_holder(context: DecisionContext) -> list[Check]:
    """The checks for `insist` of who acts: the holder of this office, who is no delegate of another."""
    own = context.by.office is not None and context.by.office.id == context.file_id
    return [(context.by.capacity != "delegate", DELEGATE_MAY_NOT_DELEGATE), (own, NOT_YOUR_OFFICE)]


def may_receive(to_office: OfficeRef | None, office: Office, context: DecisionContext) -> list[Check]:
    """The checks for `insist` of the office that is to receive the power: that of a deputy in the same unit."""
    elsewhere = to_office is not None and (to_office.unit.id != office.unit.id or to_office.id == context.file_id)
    deputy = to_office is None or elsewhere or is_deputy(present(office.ref).role, to_office.role)
    return [
        (to_office is not None, OFFICE_UNKNOWN, "to_office"),
        (not elsewhere, DELEGATE_OUTSIDE_UNIT, "to_office"),
        (deputy, DELEGATE_NO_DEPUTY, "to_office"),
    ]


def dated(since: datetime, context: DecisionContext) -> bool:
    """Whether the power is handed over from now on, or the paper that says otherwise is on file."""
    return context.at - since <= AT_ONCE or bool(context.request.attachments)
