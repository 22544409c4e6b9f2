"""What handing over the power of an office and taking it back share: only who holds the office does either."""

from domain.office.refusals import DELEGATE_MAY_NOT_DELEGATE, NOT_YOUR_OFFICE
from domain.office.state import HEADS_WHO_DELEGATE, Office
from domain.record.act import Refusal
from domain.record.action import May, Scope
from domain.record.fields import OfficeRef
from domain.record.file import DecisionContext
from domain.record.refusal import Check

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


def by_its_holder(context: DecisionContext) -> list[Check]:
    """The checks for `insist` of who acts: the holder of this office, who is no delegate of another."""
    own = context.by.office is not None and context.by.office.id == context.file_id
    return [(context.by.capacity != "delegate", DELEGATE_MAY_NOT_DELEGATE), (own, NOT_YOUR_OFFICE)]


def may_receive(to_office: OfficeRef | None, office: Office, context: DecisionContext) -> list[Check]:
    """The checks for `insist` of the office that is to receive the power: another one of the same unit."""
    elsewhere = to_office is not None and (to_office.unit.id != office.unit.id or to_office.id == context.file_id)
    return [(to_office is not None, OFFICE_UNKNOWN, "to_office"), (not elsewhere, DELEGATE_OUTSIDE_UNIT, "to_office")]
