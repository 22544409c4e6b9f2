"""What an office's file is: its phases and where it stands among the units."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from domain.label import Label
from domain.office.state import Office
from domain.record.field import says
from domain.record.file_kind import REGISTER, FileKind, Openness, Scope
from domain.record.register import Register
from domain.record.vocabulary import Kind


def where(office: Office, command: Any) -> Mapping[Scope, frozenset[UUID]]:
    unit = office.ref.unit if office.ref is not None else getattr(command, "unit", None)
    own = frozenset[UUID]() if unit is None else frozenset({unit.id})
    return {Scope.OWN: own, Scope.ABOVE: own}


OFFICE = FileKind(
    name=Kind.OFFICE,
    label=Label(vi="Chức danh", en="Office"),
    heading=REGISTER,
    empty=Office,
    phase=lambda office: office.phase,
    where=where,
    matter=lambda office: office.ref.unit if office.ref else None,
    openness=Openness.OPEN,
    always=True,
    enters=Register.put_office,
    asked_as=(
        "held_office_id",
        says(
            "Chức danh được ghi nhận hoặc thay đổi",
            "The office that the act is about; `officeId` is the one in which you act",
        ),
    ),
)
