"""Establish a unit: from this day a code stands for this unit and no other."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Label, Line, Refusal, insist, owed, present
from domain.record.fields import Claimed, Clear, Kind, OfficeRef, UnitRef, points_at, says
from domain.record.units import midnight
from domain.record.vocabulary import unit_id
from domain.record.who import May, Role, Scope
from domain.unit.state import Level, Unit, UnitPhase


@dataclass(frozen=True, slots=True, kw_only=True)
class EstablishUnit:
    """A unit that comes into being."""

    code: Annotated[str, says("Mã đơn vị; ghi đủ các số 0 ở đầu", "Its code, with leading zeros"), Clear.UNIT_CODE]
    name: Annotated[str, says("Tên đơn vị", "Its name"), Clear.PUBLIC]
    level: Annotated[Level, says("Cấp hoặc loại đơn vị", "Its level")]
    form: Annotated[
        str,
        says("Loại hình đơn vị; ghi bằng chữ, ví dụ phường, xã hoặc sở", "Its form in words, such as phường, xã or sở"),
        Clear.FORM,
    ] = ""
    parent: Annotated[UUID | None, says("Đơn vị cấp trên", "The unit above"), points_at(Kind.UNIT)]
    since: Annotated[
        date | None,
        says(
            "Có hiệu lực kể từ ngày; để trống: có trước khi lập sổ đăng ký", "First day; null: before the record began"
        ),
        Claimed,
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitEstablished:
    ref: Annotated[UnitRef, says("Đơn vị được thành lập", "Unit established")]
    level: Level
    form: str
    parent: UUID | None
    since: date | None


UNIT_MISFILED = Refusal(
    "unit_misfiled",
    vi="Mã và ngày thành lập không khớp với hồ sơ của đơn vị. Đề nghị mở đúng hồ sơ.",
    en="The code and first day do not match the unit's file. Use the file of this code and day.",
)
PARENT_UNKNOWN = Refusal(
    "parent_unknown",
    vi="Đơn vị cấp trên không có trong sổ đăng ký vào ngày đó.",
    en="The parent unit is not in the register on that day.",
)


def decide(unit: Unit, command: EstablishUnit, context: DecisionContext) -> UnitEstablished:
    code, since = command.code.strip(), command.since
    first = midnight(since) if since else context.occurred_at
    insist(
        (unit_id(code, since.isoformat() if since else "") == context.file_id, UNIT_MISFILED, "code"),
        (command.parent is None or context.register.exists(command.parent, first), PARENT_UNKNOWN, "parent"),
    )
    return UnitEstablished(
        ref=UnitRef(id=context.file_id, code=code, name=command.name.strip()),
        level=command.level,
        form=command.form.strip(),
        parent=command.parent,
        since=since,
    )


def evolve(unit: Unit, event: UnitEstablished, line: Line) -> Unit:
    return replace(
        unit,
        phase=UnitPhase.ESTABLISHED,
        ref=event.ref,
        level=event.level,
        form=event.form,
        parent=event.parent,
        since=event.since,
    )


def new_commune(unit: Unit, event: UnitEstablished, context: DecisionContext) -> bool:
    """Communes from before the duty, or from before the record, have their groups already."""
    in_force = duty.COMMUNE_GROUP.rules[0].in_force_from
    return event.level is Level.COMMUNE and event.since is not None and event.since >= in_force


def first_day(unit: Unit, event: UnitEstablished, context: DecisionContext) -> datetime:
    return midnight(present(event.since))


def its_chair(unit: Unit, event: UnitEstablished, context: DecisionContext) -> OfficeRef:
    return context.register.answerable(event.ref, Role.COMMUNE_CHAIR, context.at)


ESTABLISH_UNIT = Action(
    command=EstablishUnit,
    event=UnitEstablished,
    stored_as="unit.established.1",
    asks=Label(vi="Thành lập đơn vị", en="Establish a unit"),
    tells=Label(vi="Đã thành lập đơn vị", en="Unit established"),
    may=May.within(Scope.ANY, Role.REGISTRAR, Role.SYSTEM),
    opens=True,
    opens_file=lambda command: unit_id(command.code.strip(), command.since.isoformat() if command.since else ""),
    basis=basis.LOCAL_GOVERNMENT,
    cites=basis.local_government,
    refuses=(UNIT_MISFILED, PARENT_UNKNOWN),
    decide=decide,
    evolve=evolve,
    starts=owed(duty.COMMUNE_GROUP, since=first_day, answers=its_chair, when=new_commune),
)
