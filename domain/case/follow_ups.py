"""Commands that acts on other files give to a case; their acts stand in the stages, one file each."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated
from uuid import UUID

from domain.case.state.risk import RiskLevel
from domain.case.state.sighting import Seen
from domain.law.harm import HarmKind
from domain.record.clear import Clear
from domain.record.field import Names, points_at, says
from domain.record.fields import ChildBirthYearIfAny
from domain.record.vocabulary import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinReport:
    """A report that was linked to the case, when it was first received, and what harm it tells of."""

    report: Annotated[UUID, says("Tin báo được nhập vào", "The report joined"), points_at(Kind.REPORT)]
    received_at: Annotated[datetime, says("Thời điểm tin báo được tiếp nhận lần đầu", "When it was first received")]
    harm_kinds: Annotated[tuple[HarmKind, ...], says("Các dạng tổn hại được báo", "Kinds of harm told of")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CarriedClock:
    """A clock that still ran in a case when it was merged: duty and start."""

    code: Annotated[str, says("Mã thời hạn", "Code of the duty"), Names.DUTIES, Clear.LINK]
    since: Annotated[datetime, says("Bắt đầu tính từ", "Since")]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFacts:
    """What is known of the child and the danger, as a file hands it on to another."""

    harm_kinds: Annotated[tuple[HarmKind, ...], says("Các dạng tổn hại", "Kinds of harm")] = ()
    level: Annotated[RiskLevel | None, says("Mức độ nguy cơ", "Level of risk")] = None
    danger: Annotated[bool, says("Trẻ em gặp nguy hiểm nghiêm trọng", "Serious danger")] = False
    parent_is_harmer: Annotated[
        bool, says("Cha mẹ, người chăm sóc là người gây tổn hại", "A parent or carer does the harm")
    ] = False
    child_birth_year: ChildBirthYearIfAny = None
    sightings: Annotated[tuple[Seen, ...], says("Các lần gặp trẻ em", "When the child was met or was to be")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsorbCase:
    """A case that was merged into this one: its reports, first receipt and the clocks that must go on."""

    case: Annotated[UUID, says("Vụ việc được nhập vào", "The case merged into this one"), points_at(Kind.CASE)]
    clock_start: Annotated[
        datetime,
        says("Thời điểm tiếp nhận lần đầu của các tin báo trong vụ việc đó", "When its first report was received"),
    ]
    reports: Annotated[tuple[UUID, ...], says("Các tin báo của vụ việc đó", "Its reports"), points_at(Kind.REPORT)] = ()
    clocks: Annotated[tuple[CarriedClock, ...], says("Các thời hạn được tính tiếp", "Clocks that go on")] = ()
    number: Annotated[str, says("Số hồ sơ của vụ việc đó", "Its official number"), Clear.SYSTEM] = ""
    facts: Annotated[CaseFacts, says("Những gì vụ việc đó đã ghi nhận", "What that case knew")] = CaseFacts()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseCase:
    """A case that was merged into this one by mistake goes on by itself again."""

    case: Annotated[UUID, says("Vụ việc được tách ra", "The case that goes on by itself"), points_at(Kind.CASE)]
