"""Establish an office: a role in a unit that somebody can hold."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated

from domain.law import basis, duty
from domain.office.clocks import chair_of_commune, from_the_first_day, needs_worker, this_vacancy
from domain.office.state import Office, OfficePhase
from domain.record.act import Action, DecisionContext, Label, Line, Refusal, insist, owed
from domain.record.fields import Claimed, Clear, OfficeRef, UnitRef, says
from domain.record.refusals import UNIT_UNKNOWN
from domain.record.units import midnight
from domain.record.vocabulary import office_id
from domain.record.who import May, Role, Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class EstablishOffice:
    """An office in a unit."""

    unit: Annotated[UnitRef, says("Đơn vị", "The unit")]
    role: Annotated[Role, says("Loại chức danh", "The role")]
    seat: Annotated[
        int,
        says(
            "Số thứ tự vị trí; các vị trí như nhau được đánh số từ 1",
            "Number of the seat; equal posts are numbered from 1",
        ),
    ] = 1
    title: Annotated[
        str, says("Tên gọi của chức danh; nếu có tên riêng", "Title, if it has one of its own"), Clear.TITLE
    ] = ""
    since: Annotated[
        date | None,
        says("Có hiệu lực kể từ ngày; để trống: kể từ thời điểm ghi nhận", "First day; null: from now on"),
        Claimed,
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeEstablished:
    ref: Annotated[OfficeRef, says("Chức danh được thiết lập", "Office established")]
    seat: int
    title: str
    since: date | None


OFFICE_MISFILED = Refusal(
    "office_misfiled",
    vi="Đơn vị, chức danh và số thứ tự vị trí không khớp với hồ sơ chức danh. Đề nghị mở đúng hồ sơ.",
    en="Unit, role and seat do not match the office's file. Use the file of this office.",
)


def decide(office: Office, command: EstablishOffice, context: DecisionContext) -> OfficeEstablished:
    unit = command.unit
    first = midnight(command.since) if command.since else context.occurred_at
    insist(
        (context.register.exists(unit.id, first), UNIT_UNKNOWN, "unit"),
        (office_id(unit.id, command.role, command.seat) == context.file_id, OFFICE_MISFILED, "unit"),
    )
    return OfficeEstablished(
        ref=OfficeRef(id=context.file_id, role=command.role, unit=unit),
        seat=command.seat,
        title=command.title.strip(),
        since=command.since,
    )


def evolve(office: Office, event: OfficeEstablished, line: Line) -> Office:
    return replace(
        office, phase=OfficePhase.ESTABLISHED, ref=event.ref, seat=event.seat, title=event.title, since=event.since
    )


ESTABLISH_OFFICE = Action(
    command=EstablishOffice,
    event=OfficeEstablished,
    stored_as="office.established.1",
    asks=Label(vi="Thiết lập chức danh", en="Establish an office"),
    tells=Label(vi="Đã thiết lập chức danh", en="Office established"),
    may=May.within(Scope.ANY, Role.REGISTRAR, Role.HOME_AFFAIRS_OFFICER, Role.SYSTEM),
    opens=True,
    opens_file=lambda command: office_id(command.unit.id, command.role, command.seat),
    basis=basis.LOCAL_GOVERNMENT,
    cites=basis.local_government,
    refuses=(OFFICE_MISFILED,),
    decide=decide,
    evolve=evolve,
    starts=owed(
        duty.WORKER_VACANCY, since=from_the_first_day, answers=chair_of_commune, when=needs_worker, refs=this_vacancy
    ),
)
