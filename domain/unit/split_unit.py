"""Split a unit: it ends, and each of several successors takes a part."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Label, Line, Refusal, each, insist, not_required
from domain.record.fields import ReadOn, ResolutionNo, UnitRef, says
from domain.record.units import midnight
from domain.record.who import May, Role, Scope
from domain.unit.fields import FirstDayWithout
from domain.unit.refusals import ENDS_BEFORE_IT_BEGAN, SUCCESSOR_ITSELF, SUCCESSOR_NOT_LIVING
from domain.unit.state import Extent, Successor, Unit, UnitPhase
from domain.unit.succession import UNSOUND, sound


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitUnit:
    """The parts of the unit go to several others."""

    among: Annotated[
        tuple[UnitRef, ...],
        says("Tất cả đơn vị kế thừa; theo mã có hiệu lực vào ngày đó", "All successors, as they are on that day"),
        ReadOn("on"),
    ]
    on: FirstDayWithout
    resolution_no: ResolutionNo


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitSplit:
    among: tuple[UnitRef, ...]
    on: date
    resolution_no: str


SUCCESSORS_TOO_FEW = Refusal(
    "successors_too_few",
    vi="Chia đơn vị hành chính cần ít nhất hai đơn vị kế thừa; nếu chỉ có một, đề nghị ghi là sáp nhập.",
    en="A split needs two successors at least; with one only, record a merger.",
)
SUCCESSORS_REPEATED = Refusal(
    "successors_repeated", vi="Mỗi đơn vị kế thừa chỉ được ghi một lần.", en="Name each successor once."
)


def decide(unit: Unit, command: SplitUnit, context: DecisionContext) -> UnitSplit:
    ids = [ref.id for ref in command.among if ref.known]
    first = midnight(command.on)
    insist(
        (len(command.among) > 1, SUCCESSORS_TOO_FEW, "among"),
        (len(set(ids)) == len(ids), SUCCESSORS_REPEATED, "among"),
        (context.file_id not in ids, SUCCESSOR_ITSELF, "among"),
        *each(command.among, lambda ref: context.register.exists(ref.id, first), SUCCESSOR_NOT_LIVING, "among"),
        (unit.began_before(command.on), ENDS_BEFORE_IT_BEGAN, "on"),
        *sound(command.on, command.among, "among", context),
    )
    return UnitSplit(among=command.among, on=command.on, resolution_no=command.resolution_no.strip())


def evolve(unit: Unit, event: UnitSplit, line: Line) -> Unit:
    return unit.ended(event.on, *(Successor(unit=ref, extent=Extent.PART) for ref in event.among))


SPLIT_UNIT = Action(
    command=SplitUnit,
    event=UnitSplit,
    stored_as="unit.split.1",
    asks=Label(vi="Chia đơn vị hành chính", en="Split a unit"),
    tells=Label(vi="Đã chia đơn vị hành chính", en="Unit split"),
    may=May.within(Scope.ANY, Role.REGISTRAR, Role.SYSTEM),
    phases=frozenset({UnitPhase.ESTABLISHED}),
    basis=basis.LOCAL_GOVERNMENT,
    cites=basis.local_government,
    refuses=(
        ENDS_BEFORE_IT_BEGAN,
        *UNSOUND,
        SUCCESSOR_ITSELF,
        SUCCESSOR_NOT_LIVING,
        SUCCESSORS_TOO_FEW,
        SUCCESSORS_REPEATED,
    ),
    decide=decide,
    evolve=evolve,
    ends=not_required(duty.COMMUNE_GROUP),
)
