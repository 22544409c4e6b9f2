"""What a unit's file is: its phases and where it stands among the units."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from domain.label import Label
from domain.record.field import says
from domain.record.file_kind import REGISTER, FileKind, Openness, Scope
from domain.record.register import Register
from domain.record.vocabulary import Kind
from domain.unit.state import Unit


def where(unit: Unit, command: Any) -> Mapping[Scope, frozenset[UUID]]:
    own = frozenset[UUID]() if unit.ref is None else frozenset({unit.ref.id})
    return {Scope.OWN: own, Scope.ABOVE: own}


UNIT = FileKind(
    name=Kind.UNIT,
    label=Label(vi="Đơn vị", en="Unit"),
    heading=REGISTER,
    empty=Unit,
    phase=lambda unit: unit.phase,
    where=where,
    matter=lambda unit: unit.ref,
    openness=Openness.OPEN,
    always=True,
    enters=Register.put_unit,
    units=True,
    asked_as=("unit_id", says("Đơn vị", "The unit")),
)
