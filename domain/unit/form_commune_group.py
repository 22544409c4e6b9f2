"""Form the commune's inter-agency group, chaired by its Chair; formed again when the members change."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated

from domain.law import basis, duty
from domain.law.term import local_day
from domain.record.act import Action, DecisionContext, Label, Line, Refusal, insist, met
from domain.record.fields import Claimed, DecisionNo, says
from domain.record.who import May, Role, Scope
from domain.unit.state import GroupSeat, Level, Unit, UnitPhase

NEVER_MISSING = frozenset({GroupSeat.PROTECTION_WORKER, GroupSeat.HEALTH_STATION_HEAD, GroupSeat.POLICE_HEAD})


@dataclass(frozen=True, slots=True, kw_only=True)
class FormCommuneGroup:
    """The commune's inter-agency group."""

    seats: Annotated[
        tuple[GroupSeat, ...], says("Thành viên ngoài Chủ tịch UBND cấp xã", "Who sits in it besides the Chair")
    ]
    on: Annotated[date, says("Ngày ban hành quyết định", "Day of the decision"), Claimed]
    decision_no: DecisionNo


@dataclass(frozen=True, slots=True, kw_only=True)
class CommuneGroupFormed:
    seats: tuple[GroupSeat, ...]
    on: date
    decision_no: str


NOT_A_COMMUNE = Refusal(
    "not_a_commune", vi="Chỉ UBND cấp xã mới thành lập tổ chức phối hợp này.", en="Only a commune forms this group."
)
GROUP_INCOMPLETE = Refusal(
    "group_incomplete",
    vi="Tổ chức phối hợp phải có ít nhất người làm công tác bảo vệ trẻ em, Trạm trưởng Trạm Y tế và Trưởng Công an "
    "cấp xã.",
    en="The group needs at least the protection worker, the health-station head and the police head.",
)
GROUP_FORMED_BEFORE = Refusal(
    "group_formed_before",
    vi="Ngày thành lập tổ chức phối hợp phải từ ngày đơn vị được thành lập và không ở tương lai.",
    en="The group's day may not lie before the unit's first day, nor in the future.",
)


def decide(unit: Unit, command: FormCommuneGroup, context: DecisionContext) -> CommuneGroupFormed:
    in_its_time = (unit.since is None or unit.since <= command.on) and command.on <= local_day(context.at)
    insist(
        (unit.level is Level.COMMUNE, NOT_A_COMMUNE),
        (set(command.seats) >= NEVER_MISSING, GROUP_INCOMPLETE, "seats"),
        (in_its_time, GROUP_FORMED_BEFORE, "on"),
    )
    return CommuneGroupFormed(
        seats=tuple(sorted(set(command.seats))), on=command.on, decision_no=command.decision_no.strip()
    )


def evolve(unit: Unit, event: CommuneGroupFormed, line: Line) -> Unit:
    return replace(unit, commune_group_formed_on=event.on, commune_group=event.seats)


FORM_COMMUNE_GROUP = Action(
    command=FormCommuneGroup,
    event=CommuneGroupFormed,
    stored_as="unit.commune_group_formed.1",
    asks=Label(vi="Thành lập tổ chức phối hợp liên ngành về trẻ em", en="Form the commune group"),
    tells=Label(vi="Đã thành lập tổ chức phối hợp liên ngành về trẻ em", en="Commune group formed"),
    may=May.within(Scope.OWN, Role.COMMUNE_CHAIR),
    phases=frozenset({UnitPhase.ESTABLISHED}),
    basis=basis.COMMUNE_GROUP,
    refuses=(NOT_A_COMMUNE, GROUP_INCOMPLETE, GROUP_FORMED_BEFORE),
    decide=decide,
    evolve=evolve,
    ends=met(duty.COMMUNE_GROUP),
)
