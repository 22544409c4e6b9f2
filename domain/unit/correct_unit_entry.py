"""Correct a wrong line of a unit: from now on the register reads it otherwise; the line itself stays."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated

from domain.law import basis, duty
from domain.record.act import Action, Check, DecisionContext, Label, Line, insist
from domain.record.amending import (
    AMENDING,
    ENTRY_CONTRADICTS,
    Effects,
    amended,
    entry_at,
    may_amend,
    time_of,
    what_it_ended,
)
from domain.record.faults import Fault, LineCorrected, PaperOfCorrection, WhatIsWrong
from domain.record.fields import Claimed, says
from domain.record.units import midnight
from domain.record.who import May, Role, Scope
from domain.unit.state import EntryCorrection, Unit
from domain.unit.succession import sound

RENAMED = "unit.renamed.1"
EFFECTS: Effects = dict.fromkeys(("unit.merged.1", "unit.split.1", "unit.ended.1", RENAMED), "on")


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectUnitEntry:
    """Which line of the unit is wrong, and what is right."""

    corrects: LineCorrected
    fault: WhatIsWrong
    right: Annotated[
        date | None,
        says("Ngày có hiệu lực đúng; để trống nếu việc không xảy ra", "The right day; null: never"),
        Claimed,
    ] = None
    paper_no: PaperOfCorrection


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitEntryCorrected:
    """A line is read with another day, or as if it never was; what is recorded by then stays as it is."""

    corrects: int
    fault: Fault
    was: Annotated[date, says("Ngày đã ghi", "The day that stood")]
    right: date | None
    paper_no: str


def decide(unit: Unit, command: CorrectUnitEntry, context: DecisionContext) -> UnitEntryCorrected:
    line = entry_at(command.corrects, EFFECTS, context.file)
    was = time_of(line, EFFECTS)
    insist(*may_amend(line, command.fault, command.right, was, context))
    insist(*_holds(unit, line, command.right, context))
    return UnitEntryCorrected(
        corrects=command.corrects,
        fault=command.fault,
        was=was,
        right=command.right,
        paper_no=command.paper_no.strip(),
    )


def _holds(unit: Unit, line: Line, right: date | None, context: DecisionContext) -> Iterator[Check]:
    """That the day can be right: after the unit began, in the order of its names, its successors being there."""
    if right is None:
        return
    yield unit.began_before(right), ENTRY_CONTRADICTS, "right"
    if line.stored_as == RENAMED:
        days = [right if each.since == line.event.on else each.since for each in unit.renamed]
        yield days == sorted(set(days)), ENTRY_CONTRADICTS, "right"
        return
    successors = tuple(each.unit for each in unit.successors)
    there = all(context.register.exists(each.id, midnight(right)) for each in successors)
    fits = all(check[0] for check in sound(right, successors, "right", context))
    yield there and fits, ENTRY_CONTRADICTS, "right"


def evolve(unit: Unit, event: UnitEntryCorrected, line: Line) -> Unit:
    told = EntryCorrection(
        corrects=event.corrects,
        fault=event.fault,
        was=event.was,
        right=event.right,
        paper_no=event.paper_no,
        by=line.by.person,
    )
    return replace(unit, corrections=(*unit.corrections, told))


CORRECT_UNIT_ENTRY = Action(
    command=CorrectUnitEntry,
    event=UnitEntryCorrected,
    stored_as="unit.entry_corrected.1",
    asks=Label(vi="Đính chính dòng ghi về đơn vị", en="Correct a line of the unit"),
    tells=Label(vi="Đã đính chính dòng ghi về đơn vị", en="Line of the unit corrected"),
    may=May.within(Scope.ANY, Role.REGISTRAR, Role.HOME_AFFAIRS_OFFICER),
    needs_reason=True,
    basis=basis.LOCAL_GOVERNMENT,
    cites=basis.local_government,
    refuses=AMENDING,
    decide=decide,
    evolve=evolve,
    amends=lambda line, event: amended(line, event, EFFECTS),
    restarts=what_it_ended(duty.COMMUNE_GROUP),
)
