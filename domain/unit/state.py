"""A unit's file: what the unit is, since when, and which units succeed it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from domain.record.field import points_at, says
from domain.record.vocabulary import Kind, UnitRef


class Level(StrEnum):
    """Where a unit stands: government levels, and bodies that are not territory."""

    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"
    DEPARTMENT = "department"
    INSPECTORATE = "inspectorate"
    POLICE = "police"
    FRONT = "front"
    PROVIDER = "provider"
    HOTLINE = "hotline"
    COURT = "court"
    PROCURACY = "procuracy"


class Extent(StrEnum):
    """How much of the old unit went to the successor."""

    WHOLE = "whole"
    PART = "part"


class UnitPhase(StrEnum):
    """The life of a unit."""

    UNKNOWN = "unknown"
    ESTABLISHED = "established"
    ENDED = "ended"


class GroupSeat(StrEnum):
    """Who sits in a commune's inter-agency group besides the Chair (domain.md 2.7)."""

    CULTURE_SOCIAL_OFFICER = "culture_social_officer"
    PROTECTION_WORKER = "protection_worker"
    HEALTH_STATION_HEAD = "health_station_head"
    POLICE_HEAD = "police_head"
    JUSTICE_OFFICER = "justice_officer"
    SCHOOL_HEAD = "school_head"
    WOMENS_UNION = "womens_union"
    YOUTH_UNION = "youth_union"
    RED_CROSS = "red_cross"


@dataclass(frozen=True, slots=True, kw_only=True)
class Successor:
    """A unit that takes over, wholly or in part."""

    unit: Annotated[UnitRef, says("Đơn vị kế thừa", "Successor unit")]
    extent: Annotated[Extent, says("Phạm vi kế thừa", "Extent taken over")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit. `since` None: before the record began; `until` is the first day it no longer exists."""

    phase: Annotated[UnitPhase, says("Tình trạng đơn vị", "Phase")] = UnitPhase.UNKNOWN
    ref: Annotated[UnitRef | None, says("Đơn vị", "Unit")] = None
    level: Annotated[Level | None, says("Cấp hoặc loại đơn vị", "Level")] = None
    form: Annotated[str, says("Loại hình đơn vị", "Form in words")] = ""
    parent: Annotated[UUID | None, points_at(Kind.UNIT)] = None
    since: Annotated[date | None, says("Bắt đầu từ ngày", "Since")] = None
    until: Annotated[date | None, says("Không còn tồn tại từ ngày", "No longer exists from")] = None
    successors: Annotated[tuple[Successor, ...], says("Các đơn vị kế thừa", "Successors")] = ()
    commune_group_formed_on: Annotated[
        date | None, says("Ngày thành lập nhóm phối hợp liên ngành", "Inter-agency group formed on")
    ] = None
    commune_group: Annotated[
        tuple[GroupSeat, ...], says("Thành phần nhóm phối hợp liên ngành", "Seats of the inter-agency group")
    ] = ()
