"""What an erasure's file is: its phases, and the units that see it because one of the files is their matter."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from domain.label import Label
from domain.record.field import says
from domain.record.file_kind import FileKind, Heading, Scope
from domain.record.vocabulary import Kind, UnitRef
from domain.subject.listed import ERASURES
from domain.subject.state import Erasure


def where(erasure: Erasure, command: Any) -> Mapping[Scope, frozenset[UUID]]:
    def ids(*refs: UnitRef | None) -> frozenset[UUID]:
        return frozenset(ref.id for ref in refs if ref is not None)

    units = ids(erasure.matter, *erasure.concerned, *erasure.asked)
    return {Scope.PLACE: units, Scope.ABOVE: units, Scope.LEAD: ids(*erasure.asked)}


SUBJECT = FileKind(
    name=Kind.SUBJECT,
    label=Label(vi="Việc xóa dữ liệu cá nhân", en="Erasure of personal data"),
    heading=Heading("SUBJECT", Label(vi="Xóa dữ liệu cá nhân", en="Erasure of a subject's data")),
    empty=Erasure,
    phase=lambda erasure: erasure.phase,
    where=where,
    matter=lambda erasure: erasure.matter,
    asked_as=("subject_id", says("Hồ sơ xóa dữ liệu", "The erasure")),
    listed=ERASURES,
)
