"""Commands that acts on other files give to a case; their acts stand in the stages, one file each."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated
from uuid import UUID

from domain.law.harm import HarmKind
from domain.record.clear import Clear
from domain.record.field import Names, points_at, says
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
class AbsorbCase:
    """A case that was merged into this one: its reports, first receipt and the clocks that must go on."""

    case: Annotated[UUID, says("Vụ việc được nhập vào", "The case merged into this one"), points_at(Kind.CASE)]
    clock_start: Annotated[
        datetime,
        says("Thời điểm tiếp nhận lần đầu của các tin báo trong vụ việc đó", "When its first report was received"),
    ]
    reports: Annotated[tuple[UUID, ...], says("Các tin báo của vụ việc đó", "Its reports"), points_at(Kind.REPORT)] = ()
    clocks: Annotated[tuple[CarriedClock, ...], says("Các thời hạn được tính tiếp", "Clocks that go on")] = ()
