"""Events of a case on the move as they were written before: nobody writes them any more, and they load for good."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated
from uuid import UUID

from domain.case.fields import FromUnit
from domain.case.follow_ups import CarriedClock
from domain.case.movement.closure import CloseGround
from domain.case.movement.death import DiedAt, KnownSince, LapsedThen, PhaseBefore, PlaceOfDeath
from domain.case.movement.merging import Sameness
from domain.case.plan.leaving import ItemLeft
from domain.case.state.case import Case, Phase
from domain.case.state.death import ChildDeath, DeathStanding
from domain.record.act import Line, present
from domain.record.fields import Personal, Round, UnitRef, says


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseTransferred1:
    """The lead was offered to another unit, as it was written before the line kept the decision's number."""

    number: Annotated[int, says("Lần chuyển hồ sơ", "Which transfer of the case")]
    from_unit: FromUnit
    to_unit: UnitRef


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseSuspended1:
    """The case was suspended, as it was written before the line kept the decision's number."""

    number: Annotated[int, says("Lần tạm dừng", "Which suspension")]
    search: Personal
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildDeathRecorded:
    """The child died, as one body alone once recorded it, for good. `lapsed`: duties still overdue then."""

    died_at: DiedAt
    known_at: KnownSince
    cause: Annotated[Personal, says("Nguyên nhân tử vong", "Cause of death")]
    place: Annotated[PlaceOfDeath, says("Loại địa điểm tử vong", "Kind of place")]
    phase_before: PhaseBefore
    lapsed: LapsedThen


def by_one_body(case: Case, event: ChildDeathRecorded, line: Line) -> Case:
    """The child was taken to be dead at once, on the word of one office."""
    recorded = ChildDeath(
        number=len(case.deaths) + 1,
        standing=DeathStanding.RECORDED,
        died_at=event.died_at,
        reported_by=present(line.by.office),
        reported_as=line.by.role,
        reporter=line.by.person,
        reported_at=line.occurred_at,
        settled_by=line.by.office,
        settler=line.by.person,
        settled_at=line.occurred_at,
        settled_in=line.version,
        phase_before=event.phase_before,
    )
    return replace(case, phase=Phase.DECEASED, deaths=(*case.deaths, recorded))


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseClosed2:
    """A case was closed, as it was written before the line kept the decision's number."""

    round: Round
    ground: CloseGround
    grounds: Personal
    handover: Personal | None
    leaves: tuple[ItemLeft, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseClosed1:
    """A case was closed, as it was written before the Chair decided on each item that was left."""

    round: Round
    ground: CloseGround
    grounds: Personal
    handover: Personal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CasesMerged1:
    """As it was written when a merged case handed on nothing but its clocks."""

    into: UUID
    same: Sameness
    clock_start: Annotated[
        datetime,
        says("Thời điểm tiếp nhận lần đầu của các tin báo trong vụ việc", "When the first report was received"),
    ]
    clocks: Annotated[
        tuple[CarriedClock, ...],
        says("Các thời hạn được tính tiếp ở vụ việc được nhập vào", "Clocks that go on in the other case"),
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseAbsorbed1:
    """The same, on the file that goes on."""

    case: UUID
    clock_start: datetime
    reports: tuple[UUID, ...]
    clocks: tuple[CarriedClock, ...]
