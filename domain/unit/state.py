"""A unit's file: what the unit is, since when, and which units succeed it."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from domain.label import Labelled
from domain.law.calendar import DayReason, DaySource, Sureness
from domain.law.term import local_day
from domain.record.clear import Clear
from domain.record.faults import LineCorrected, PaperOfCorrection, WhatIsWrong
from domain.record.field import PERSON, points_at, says
from domain.record.vocabulary import Kind, UnitRef


class Level(Labelled):
    """Where a unit stands.

    Government levels, and bodies that are not territory.
    """

    PROVINCE = "province", "Tỉnh, thành phố", "Province or city"
    DISTRICT = "district", "Cấp huyện, đến 30/6/2025", "District, until 30 June 2025"
    COMMUNE = "commune", "Cấp xã", "Commune"
    DEPARTMENT = "department", "Sở", "Department"
    INSPECTORATE = "inspectorate", "Thanh tra", "Inspectorate"
    POLICE = "police", "Công an", "Police"
    FRONT = "front", "Mặt trận Tổ quốc", "Fatherland Front"
    PROVIDER = "provider", "Cơ sở cung cấp dịch vụ", "Service provider"
    HOTLINE = "hotline", "Tổng đài 111", "Hotline 111"
    COURT = "court", "Tòa án", "Court"
    PROCURACY = "procuracy", "Viện kiểm sát", "Procuracy"


class Extent(Labelled):
    """How much of a unit went to a successor."""

    WHOLE = "whole", "Toàn bộ", "All of it"
    PART = "part", "Một phần", "A part of it"


class UnitPhase(Labelled):
    """The life of a unit."""

    UNKNOWN = "unknown", "Chưa có trong sổ", "Not in the register"
    ESTABLISHED = "established", "Đang tồn tại", "Exists"
    ENDED = "ended", "Đã kết thúc", "Ended"


class GroupSeat(Labelled):
    """Who sits in a commune's inter-agency group besides the Chair."""

    CULTURE_SOCIAL_OFFICER = "culture_social_officer", "Công chức văn hóa - xã hội", "Culture and social officer"
    PROTECTION_WORKER = "protection_worker", "Người làm công tác bảo vệ trẻ em", "Child-protection worker"
    HEALTH_STATION_HEAD = "health_station_head", "Trạm trưởng Trạm Y tế", "Head of the health station"
    POLICE_HEAD = "police_head", "Trưởng Công an cấp xã", "Head of the commune police"
    JUSTICE_OFFICER = "justice_officer", "Công chức tư pháp - hộ tịch", "Justice officer"
    SCHOOL_HEAD = "school_head", "Hiệu trưởng", "Head of a school"
    WOMENS_UNION = "womens_union", "Hội Liên hiệp Phụ nữ", "Women's Union"
    YOUTH_UNION = "youth_union", "Đoàn Thanh niên", "Youth Union"
    RED_CROSS = "red_cross", "Hội Chữ thập đỏ", "Red Cross"


@dataclass(frozen=True, slots=True, kw_only=True)
class Successor:
    """A unit that takes over, wholly or in part."""

    unit: Annotated[UnitRef, says("Đơn vị kế thừa", "Successor unit")]
    extent: Annotated[Extent, says("Phạm vi kế thừa", "Extent taken over")]


@dataclass(frozen=True, slots=True, kw_only=True)
class NameSince:
    """What the unit is called from a day on."""

    name: Annotated[str, says("Tên đơn vị", "Name"), Clear.PUBLIC]
    since: Annotated[date, says("Mang tên này kể từ ngày", "First day under this name")]
    resolution_no: Annotated[str, says("Số nghị quyết hoặc quyết định", "Number of the resolution"), Clear.NUMBER]


@dataclass(frozen=True, slots=True, kw_only=True)
class DaysOff:
    """Days that one document declared off, and days worked in their place."""

    document_no: Annotated[str, says("Số văn bản", "Number of the document"), Clear.NUMBER]
    day_reason: Annotated[DayReason, says("Lý do nghỉ", "Why they are off")]
    off: Annotated[tuple[date, ...], says("Các ngày được nghỉ", "Days off")]
    worked: Annotated[tuple[date, ...], says("Các ngày làm bù", "Days worked in their place")]

    @property
    def days(self) -> dict[date, DaySource]:
        """What each of the days is now, and the document that says so."""
        off = DaySource(self.day_reason, self.document_no, Sureness.CONFIRMED)
        worked = DaySource(DayReason.SWAPPED_ON, self.document_no, Sureness.CONFIRMED)
        return dict.fromkeys(self.off, off) | dict.fromkeys(self.worked, worked)


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryCorrection:
    """That a line is read otherwise; `right` None: as if it never was."""

    corrects: LineCorrected
    fault: WhatIsWrong
    was: Annotated[date, says("Ngày đã ghi", "The day that stood")]
    right: Annotated[
        date | None, says("Ngày có hiệu lực đúng; trống: việc không xảy ra", "The right day; empty: never")
    ]
    paper_no: PaperOfCorrection
    by: Annotated[UUID | None, says("Người đính chính", "Who corrected it"), PERSON] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit. `since` None: before the record began; `until` is the first day it no longer exists."""

    phase: Annotated[UnitPhase, says("Tình trạng đơn vị", "Phase")] = UnitPhase.UNKNOWN
    ref: Annotated[UnitRef | None, says("Đơn vị", "Unit")] = None
    renamed: Annotated[tuple[NameSince, ...], says("Các lần đổi tên", "Later names")] = ()
    level: Annotated[Level | None, says("Cấp hoặc loại đơn vị", "Level of government, or sort of body")] = None
    form: Annotated[
        str, says("Loại hình đơn vị; như phường, xã hoặc đặc khu", "Form in words; such as phường, xã or đặc khu")
    ] = ""
    parent: Annotated[UUID | None, points_at(Kind.UNIT)] = None
    since: Annotated[
        date | None, says("Bắt đầu từ ngày; trống: từ trước khi có sổ", "First day; empty: before the record")
    ] = None
    until: Annotated[
        date | None, says("Đơn vị chấm dứt hoạt động kể từ ngày", "First day on which it no longer is")
    ] = None
    successors: Annotated[tuple[Successor, ...], says("Các đơn vị kế thừa", "Successors")] = ()
    commune_group_formed_on: Annotated[
        date | None, says("Ngày thành lập tổ chức phối hợp liên ngành về trẻ em", "Inter-agency group formed on")
    ] = None
    commune_group: Annotated[
        tuple[GroupSeat, ...],
        says("Thành phần tổ chức phối hợp liên ngành về trẻ em", "Seats of the inter-agency group"),
    ] = ()
    days_off: Annotated[tuple[DaysOff, ...], says("Các ngày nghỉ đã công bố", "Days off that were declared")] = ()
    corrections: Annotated[
        tuple[EntryCorrection, ...], says("Các dòng đã đính chính", "Lines that were corrected")
    ] = ()

    def called(self, at: datetime) -> UnitRef | None:
        """The unit by the name that it bears at the instant; one that has ended, by its last."""
        names = [each.name for each in self.renamed if each.since <= local_day(at)]
        return replace(self.ref, name=names[-1]) if self.ref is not None and names else self.ref

    def began_before(self, day: date) -> bool:
        """Whether the day is later than its first; a unit from before the record began long ago."""
        return self.since is None or self.since < day

    def ended(self, on: date, *successors: Successor) -> "Unit":
        """The unit once it exists no longer, from the day on."""
        return replace(self, phase=UnitPhase.ENDED, until=on, successors=successors)
