"""Merge a unit into another: it ends, and all that was its own goes on with one successor."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Label, Line, insist, not_required
from domain.record.fields import ReadOn, ResolutionNo, UnitRef, says
from domain.record.units import midnight
from domain.record.who import May, Role, Scope
from domain.unit.fields import FirstDayWithout
from domain.unit.refusals import (
    ENDS_BEFORE_IT_BEGAN,
    SUCCESSOR_ITSELF,
    SUCCESSOR_NOT_LIVING,
)
from domain.unit.state import Extent, Successor, Unit, UnitPhase
from domain.unit.succession import UNSOUND, sound


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeUnit:
    """The unit goes wholly to another."""

    into: Annotated[
        UnitRef,
        says("Đơn vị kế thừa; theo mã có hiệu lực vào ngày đó", "The successor, as it is on that day"),
        ReadOn("on"),
    ]
    on: FirstDayWithout
    resolution_no: ResolutionNo


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitMerged:
    into: UnitRef
    on: date
    resolution_no: str


def decide(unit: Unit, command: MergeUnit, context: DecisionContext) -> UnitMerged:
    into = command.into
    insist(
        (into.id != context.file_id, SUCCESSOR_ITSELF, "into"),
        (context.register.exists(into.id, midnight(command.on)), SUCCESSOR_NOT_LIVING, "into"),
        (unit.began_before(command.on), ENDS_BEFORE_IT_BEGAN, "on"),
        *sound(command.on, (into,), "into", context),
    )
    return UnitMerged(into=into, on=command.on, resolution_no=command.resolution_no.strip())


def evolve(unit: Unit, event: UnitMerged, line: Line) -> Unit:
    return unit.ended(event.on, Successor(unit=event.into, extent=Extent.WHOLE))


MERGE_UNIT = Action(
    command=MergeUnit,
    event=UnitMerged,
    stored_as="unit.merged.1",
    asks=Label(vi="Sáp nhập đơn vị", en="Merge a unit"),
    tells=Label(vi="Đã sáp nhập đơn vị", en="Unit merged"),
    may=May.within(Scope.ANY, Role.REGISTRAR, Role.SYSTEM),
    phases=frozenset({UnitPhase.ESTABLISHED}),
    basis=basis.LOCAL_GOVERNMENT,
    cites=basis.local_government,
    refuses=(ENDS_BEFORE_IT_BEGAN, *UNSOUND, SUCCESSOR_ITSELF, SUCCESSOR_NOT_LIVING),
    decide=decide,
    evolve=evolve,
    ends=not_required(duty.COMMUNE_GROUP),
)
