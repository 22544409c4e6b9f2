"""Rename a unit: its borders, offices and people stay, and lines from that day on call it by the new name."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated

from domain.law import basis
from domain.record.act import Action, DecisionContext, Label, Line, Refusal, insist, present
from domain.record.fields import Claimed, Clear, ResolutionNo, says
from domain.record.who import May, Role, Scope
from domain.unit.state import NameSince, Unit, UnitPhase


@dataclass(frozen=True, slots=True, kw_only=True)
class RenameUnit:
    """The unit goes on under another name."""

    new_name: Annotated[str, says("Tên mới của đơn vị", "Its new name"), Clear.PUBLIC]
    on: Annotated[date, says("Mang tên mới kể từ ngày", "First day under the new name"), Claimed]
    resolution_no: ResolutionNo


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitRenamed:
    new_name: str
    on: date
    resolution_no: str


NAME_UNCHANGED = Refusal(
    "name_unchanged", vi="Tên mới phải khác tên hiện tại.", en="The new name must differ from the present one."
)
NAMED_OUT_OF_ORDER = Refusal(
    "named_out_of_order",
    vi="Ngày đổi tên phải sau ngày đơn vị được thành lập và sau lần đổi tên trước.",
    en="A name begins after the unit's first day, and after the day of the name before it.",
)


def decide(unit: Unit, command: RenameUnit, context: DecisionContext) -> UnitRenamed:
    name = command.new_name.strip()
    last = unit.renamed[-1] if unit.renamed else None
    insist(
        (name != (last.name if last else present(unit.ref).name), NAME_UNCHANGED, "new_name"),
        (unit.began_before(command.on) and (last is None or last.since < command.on), NAMED_OUT_OF_ORDER, "on"),
    )
    return UnitRenamed(new_name=name, on=command.on, resolution_no=command.resolution_no.strip())


def evolve(unit: Unit, event: UnitRenamed, line: Line) -> Unit:
    name = NameSince(name=event.new_name, since=event.on, resolution_no=event.resolution_no)
    return replace(unit, renamed=(*unit.renamed, name))


RENAME_UNIT = Action(
    command=RenameUnit,
    event=UnitRenamed,
    stored_as="unit.renamed.1",
    asks=Label(vi="Đổi tên đơn vị", en="Rename a unit"),
    tells=Label(vi="Đã đổi tên đơn vị", en="Unit renamed"),
    may=May.within(Scope.ANY, Role.REGISTRAR),
    phases=frozenset({UnitPhase.ESTABLISHED}),
    basis=basis.LOCAL_GOVERNMENT,
    cites=basis.local_government,
    refuses=(NAME_UNCHANGED, NAMED_OUT_OF_ORDER),
    decide=decide,
    evolve=evolve,
)
