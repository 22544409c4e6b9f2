"""Read what is personal: recorded before anything leaves, on a file of its own, never on the file that was read."""

from dataclasses import dataclass, replace
from typing import Annotated
from uuid import UUID

from domain.access.follow_ups import signals
from domain.access.patterns import Pattern
from domain.access.refusals import MAY_NOT_SEE, PURPOSE_REQUIRED, READ_MUCH
from domain.access.state import Access, Purpose
from domain.law import basis
from domain.record.act import Action, DecisionContext, Earlier, Label, Line, insist, said
from domain.record.fields import Clear, Names, UnitRef, points_at, says
from domain.record.reading import READING, Visibility
from domain.record.who import May, Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPersonal:
    """Which file, which of its fields, for what. `may` is what the reading table answered for this viewer."""

    file: Annotated[UUID, says("Hồ sơ được xem", "File that is read"), points_at(None, told_by="kind")]
    kind: Annotated[str, says("Loại hồ sơ được xem", "Kind of the file that is read"), Names.KINDS, Clear.SYSTEM]
    unit: Annotated[UnitRef | None, says("Đơn vị phụ trách hồ sơ", "Unit whose matter the file is")]
    fields: Annotated[
        tuple[str, ...], says("Các mục được xem", "Fields that are read"), Names.FIELDS, Clear.SYSTEM
    ] = ()
    sights: Annotated[
        tuple[Visibility, ...], says("Các loại thông tin được xem", "Kinds of information that are read")
    ] = ()
    purpose: Annotated[Purpose | None, says("Mục đích xem", "Purpose of reading")]
    beyond: Annotated[tuple[Pattern, ...], says("Các dấu hiệu bất thường", "What is out of the ordinary in it")] = ()
    may: Annotated[bool, says("Được phép xem theo bảng phân quyền", "Allowed by the reading table")]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalRead:
    file: UUID
    kind: str
    unit: UnitRef | None
    fields: tuple[str, ...]
    sights: tuple[Visibility, ...]
    purpose: Purpose
    beyond: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalRead2:
    """The same, as it was written before the line said whether it was one of very many."""

    file: UUID
    kind: str
    unit: UnitRef | None
    fields: tuple[str, ...]
    sights: tuple[Visibility, ...]
    purpose: Purpose


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalRead1:
    """The same, as it was written before the line said what kind of file was read."""

    file: Annotated[UUID, says("Hồ sơ được xem", "File that is read"), points_at(None)]
    unit: UnitRef | None
    fields: tuple[str, ...]
    sights: tuple[Visibility, ...]
    purpose: Purpose


def decide(access: Access, command: ReadPersonal, context: DecisionContext) -> PersonalRead:
    insist(
        (command.purpose is not None, PURPOSE_REQUIRED, "purpose"),
        (command.may, MAY_NOT_SEE),
        (not command.beyond or said(context.request.reason), READ_MUCH, "reason"),
    )
    return PersonalRead(
        file=command.file,
        kind=command.kind,
        unit=command.unit,
        fields=command.fields,
        sights=command.sights,
        purpose=command.purpose or Purpose.CASE_WORK,
        beyond=command.beyond,
    )


def evolve(access: Access, event: PersonalRead | PersonalRead2 | PersonalRead1, line: Line) -> Access:
    return replace(access, file=event.file, unit=event.unit, readings=line.version)


READ_PERSONAL = Action(
    command=ReadPersonal,
    event=PersonalRead,
    stored_as="access.personal_read.3",
    asks=Label(vi="Xem thông tin bảo mật", en="Read what is personal"),
    tells=Label(vi="Đã xem thông tin bảo mật", en="Personal information read"),
    may=tuple(May(role=role, scope=Scope.ANY) for role in sorted({row.role for row in READING})),
    basis=basis.CONFIDENTIALITY,
    opens=None,
    refuses=(PURPOSE_REQUIRED, MAY_NOT_SEE, READ_MUCH),
    follows=signals,
    decide=decide,
    evolve=evolve,
    earlier=(
        Earlier(event=PersonalRead2, stored_as="access.personal_read.2", evolve=evolve),
        Earlier(event=PersonalRead1, stored_as="access.personal_read.1", evolve=evolve),
    ),
)
