"""A unit's file: what the unit is, since when, and which units succeed it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from domain.record.vocabulary import UnitRef


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

    unit: UnitRef
    extent: Extent


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit. `since` None: before the record began; `until` is the first day it no longer exists."""

    phase: UnitPhase = UnitPhase.UNKNOWN
    ref: UnitRef | None = None
    level: Level | None = None
    form: str = ""
    parent: UUID | None = None
    since: date | None = None
    until: date | None = None
    successors: tuple[Successor, ...] = ()
    commune_group_formed_on: date | None = None
    commune_group: tuple[GroupSeat, ...] = ()
