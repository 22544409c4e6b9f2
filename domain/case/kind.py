"""What a case's file is: its phases and where it stands among the units."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from domain.case.state.case import Case
from domain.record.action import FileKind, Scope
from domain.record.field import says
from domain.record.label import Label
from domain.record.vocabulary import Kind, UnitRef


def where(case: Case, command: Any) -> Mapping[Scope, frozenset[UUID]]:
    def ids(*refs: UnitRef | None) -> frozenset[UUID]:
        return frozenset(ref.id for ref in refs if ref is not None)

    asked = getattr(command, "place", None)
    place = case.place or (asked if isinstance(asked, UnitRef) else None)
    return {
        Scope.PLACE: ids(place),
        Scope.RESIDENCE: ids(case.residence or place),
        Scope.LEAD: ids(case.lead),
        Scope.TARGET: ids(case.transfer_to),
        Scope.NAMED: ids(*case.named),
        Scope.ABOVE: ids(place, case.lead),
    }


CASE = FileKind(
    name=Kind.CASE,
    label=Label(vi="Vụ việc bảo vệ trẻ em", en="Protection case"),
    empty=Case,
    phase=lambda case: case.phase,
    where=where,
    matter=lambda case: case.lead,
    began=lambda case: case.clock_start,
    asked_as=("case_id", says("Vụ việc", "The case")),
)
