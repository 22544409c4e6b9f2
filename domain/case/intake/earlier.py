"""Events of the intake as they were written before: nobody writes them any more, and they load for good."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from domain.case.intake.correction import read_otherwise
from domain.case.intake.fields import NumberIfItWaits
from domain.case.state.case import Case
from domain.law.harm import HarmKind
from domain.record.act import Line
from domain.record.fields import Personal, UnitRef


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportJoined1:
    """As it was written when a report that joined told nothing of the harm."""

    report: UUID
    received_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseCorrected3:
    """As it was written when who the child is was read otherwise at once."""

    number: NumberIfItWaits
    corrects: int
    statement: Personal
    place: UnitRef | None
    residence: UnitRef | None
    child_birth_year: int | None
    harm_kinds: tuple[HarmKind, ...] | None
    child_name: Personal | None
    child_identifier: Personal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseCorrected2:
    """As it was written when a correction told nothing of who the child is."""

    number: NumberIfItWaits
    corrects: int
    statement: Personal
    place: UnitRef | None
    residence: UnitRef | None
    child_birth_year: int | None
    harm_kinds: tuple[HarmKind, ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseCorrected1:
    """As it was written when every correction took effect at once."""

    corrects: int
    statement: Personal
    residence: UnitRef | None
    child_birth_year: int | None
    harm_kinds: tuple[HarmKind, ...] | None


def evolve_3(case: Case, event: CaseCorrected3, line: Line) -> Case:
    return replace(
        read_otherwise(case, event, line),
        child_name=event.child_name or case.child_name,
        child_identifier=event.child_identifier or case.child_identifier,
    )


def evolve_1(case: Case, event: CaseCorrected1, line: Line) -> Case:
    return replace(
        case,
        residence=event.residence or case.residence,
        child_birth_year=event.child_birth_year or case.child_birth_year,
        harm_kinds=event.harm_kinds or case.harm_kinds,
    )
