"""What must hold wherever a unit ends: nothing goes round in a circle, and nothing goes to a unit that is no more."""

from collections.abc import Iterable, Iterator
from datetime import date

from domain.record.act import DecisionContext
from domain.record.fields import UnitRef
from domain.record.refusal import Check, Refusal

SUCCESSION_LOOP = Refusal(
    "succession_loop",
    vi="Theo sổ đăng ký, đơn vị kế thừa này về sau nhập vào chính đơn vị đang kết thúc. Đề nghị kiểm tra nghị quyết "
    "và ngày.",
    en="By the register this successor goes to the very unit that ends here. Check the resolution and the day.",
)
SUCCEEDS_OTHERS_LATER = Refusal(
    "succeeds_others_later",
    vi="Theo sổ đăng ký, sau ngày đó còn có đơn vị nhập vào đơn vị này. Đề nghị kiểm tra lại nghị quyết và ngày.",
    en="By the register another unit goes to this one after that day. Check the resolution and the day.",
)
UNSOUND = (SUCCESSION_LOOP, SUCCEEDS_OTHERS_LATER)


def sound(on: date, successors: Iterable[UnitRef], field: str, context: DecisionContext) -> Iterator[Check]:
    """The conditions for the unit to end on the day `on` and go to these successors, named in the input `field`."""
    register, unit = context.register, context.file_id
    later = (register.units[i].until for i in register.predecessors(unit))
    yield all(unit == ref.id or unit not in register.heirs(ref.id) for ref in successors), SUCCESSION_LOOP, field
    yield all(until is None or until <= on for until in later), SUCCEEDS_OTHERS_LATER, "on"
