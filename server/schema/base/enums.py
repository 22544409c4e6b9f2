"""The domain's enums, and those that derive from the catalogue, as clients see them."""

from collections.abc import Iterable
from enum import Enum, StrEnum
from typing import Any

import strawberry

from domain.access.state import Purpose
from domain.case.movement.closure import CloseGround
from domain.case.movement.death import PlaceOfDeath
from domain.case.movement.merging import Sameness
from domain.case.state.care import CareEnd, CareGround, CareKind, Suitability
from domain.case.state.case import Phase, RiskLevel
from domain.case.state.plan import Attendee, Finding, ItemStatus, Path, PlanLevel, Refuser, Safety, Service, Stability
from domain.case.state.protection import (
    CourtOutcome,
    MeasureKind,
    MeasureOutcome,
    PetitionGround,
    SeparationEnd,
    SeparationGround,
)
from domain.catalogue import ACTIONS, KINDS, REFUSALS
from domain.label import Label, Labelled
from domain.law.basis import Confidence
from domain.law.harm import HarmKind
from domain.office.state import Employment, OfficePhase
from domain.record.file_kind import CLOCK, SYSTEM, Scope
from domain.record.line import Capacity, DutyOutcome
from domain.record.personal import PersonalKind
from domain.record.vocabulary import Role
from domain.report.state import AnswerTemplate, Channel, RejectionGround, ReportPhase
from domain.subject.state import ErasurePhase
from domain.unit.state import Extent, GroupSeat, Level, UnitPhase

EXPOSED: tuple[type[Labelled], ...] = (
    *(Role, Scope, PersonalKind, Capacity, DutyOutcome, Confidence, HarmKind, Purpose),
    *(Level, Extent, UnitPhase, GroupSeat, OfficePhase, Employment, ErasurePhase),
    *(Channel, ReportPhase, RejectionGround, AnswerTemplate),
    *(Phase, RiskLevel, MeasureKind, MeasureOutcome, SeparationGround, SeparationEnd, PetitionGround, CourtOutcome),
    *(Finding, Attendee, PlanLevel, Service, ItemStatus, Stability, Refuser, Path, Safety),
    *(CareKind, CareGround, CareEnd, Suitability, CloseGround, Sameness, PlaceOfDeath),
)


def expose(enum: type[StrEnum], description: str, labels: Iterable[Label]) -> None:
    """Make the enum a GraphQL enum, described as each of its values is; a type that was read before may use it."""
    definition: Any = getattr(enum, "__strawberry_definition__", None)
    if definition is None:
        definition = getattr(strawberry.enum(enum), "__strawberry_definition__")  # noqa: B009 - strawberry declares none
    definition.description = description
    for value, label in zip(definition.values, labels, strict=True):
        value.description = f"{label.en} / {label.vi}."


for each in EXPOSED:
    expose(each, (each.__doc__ or "").partition("\n")[0], (member.label for member in each))


def derived_enum(name: str, members: dict[str, str], told: dict[str, str], description: str) -> Any:
    """A GraphQL enum of names that stand elsewhere; `told` gives each value's description."""
    cls: Any = Enum(name, {key: strawberry.enum_value(value, description=told[key]) for key, value in members.items()})  # type: ignore[misc]
    return strawberry.enum(cls, description=description)


Act = derived_enum(
    "Act",
    {a.name.upper(): a.name for a in ACTIONS},
    {a.name.upper(): f"{a.tells.en} / {a.tells.vi}." for a in ACTIONS},
    "What was done; names come from the catalogue of acts.",
)
RefusalCode = derived_enum(
    "RefusalCode",
    {code.upper(): code for code in REFUSALS},
    {code.upper(): label.en for code, label in REFUSALS.items()},
    "Why an act was refused. New codes may appear: show `message` for those you do not know.",
)
HEADINGS = {heading.name: heading.label for heading in (*(kind.heading for kind in KINDS.values()), CLOCK, SYSTEM)}
Category = derived_enum(
    "Category",
    {name: name for name in HEADINGS},
    {name: f"{label.en} / {label.vi}." for name, label in HEADINGS.items()},
    "What sort of line it is.",
)
KindOfFile = derived_enum(
    "Kind",
    {name.upper(): name for name in KINDS},
    {name.upper(): f"{kind.label.en} / {kind.label.vi}." for name, kind in KINDS.items()},
    "What a file is about.",
)
