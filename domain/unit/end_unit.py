"""End a unit without a successor, as the districts ended: what lay below it has gone its own way."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from domain.law import basis
from domain.record.act import Action, DecisionContext, Label, Line, Refusal, insist
from domain.record.fields import Claimed, ResolutionNo, says
from domain.record.units import midnight
from domain.record.who import May, Role, Scope
from domain.unit.refusals import ENDS_BEFORE_IT_BEGAN
from domain.unit.state import Level, Unit, UnitPhase
from domain.unit.succession import UNSOUND, sound


@dataclass(frozen=True, slots=True, kw_only=True)
class EndUnit:
    """The unit ends and nothing succeeds it."""

    on: Annotated[date, says("Đơn vị chấm dứt hoạt động kể từ ngày", "First day on which it no longer exists"), Claimed]
    resolution_no: ResolutionNo


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitEnded:
    on: date
    resolution_no: str


SUCCESSOR_REQUIRED = Refusal(
    "successor_required",
    vi="Đơn vị cấp xã phải có đơn vị kế thừa cho hồ sơ trẻ em. Đề nghị ghi việc sáp nhập hoặc chia đơn vị.",
    en="A commune needs a successor, so that no child's file is left alone. Record a merger or a split.",
)
UNITS_BELOW_GO_ON = Refusal(
    "units_below_go_on",
    vi="Còn đơn vị trực thuộc chưa kết thúc vào ngày đó. Đề nghị sắp xếp các đơn vị trực thuộc trước.",
    en="Units below it still exist on that day. Reorganise them first.",
)


def decide(unit: Unit, command: EndUnit, context: DecisionContext) -> UnitEnded:
    below = context.register.subtree(context.file_id, midnight(command.on)) - {context.file_id}
    insist(
        (unit.level is not Level.COMMUNE, SUCCESSOR_REQUIRED),
        (not below, UNITS_BELOW_GO_ON, "on"),
        (unit.began_before(command.on), ENDS_BEFORE_IT_BEGAN, "on"),
        *sound(command.on, (), "on", context),
    )
    return UnitEnded(on=command.on, resolution_no=command.resolution_no.strip())


def evolve(unit: Unit, event: UnitEnded, line: Line) -> Unit:
    return unit.ended(event.on)


END_UNIT = Action(
    command=EndUnit,
    event=UnitEnded,
    stored_as="unit.ended.1",
    asks=Label(vi="Kết thúc hoạt động của đơn vị", en="End a unit"),
    tells=Label(vi="Đơn vị đã kết thúc hoạt động", en="Unit ended"),
    may=May.within(Scope.ANY, Role.REGISTRAR, Role.SYSTEM),
    phases=frozenset({UnitPhase.ESTABLISHED}),
    basis=basis.LOCAL_GOVERNMENT,
    cites=basis.local_government,
    refuses=(ENDS_BEFORE_IT_BEGAN, *UNSOUND, SUCCESSOR_REQUIRED, UNITS_BELOW_GO_ON),
    decide=decide,
    evolve=evolve,
)
