"""Correct a wrong line of an office: from now on the register reads it otherwise; the line itself stays."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated

from domain.law import basis, duty
from domain.office.clocks import is_worker
from domain.office.entries import EFFECTS, holds
from domain.office.state import EntryCorrection, Office
from domain.record.act import Action, DecisionContext, Label, Line, insist, not_required
from domain.record.amending import (
    AMENDING,
    ENTRY_CONTRADICTS,
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


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectOfficeEntry:
    """Which line of the office is wrong, and what is right."""

    corrects: LineCorrected
    fault: WhatIsWrong
    right: Annotated[
        datetime | None,
        says("Thời điểm có hiệu lực đúng; để trống nếu việc không xảy ra", "The right time; null: never"),
        Claimed,
    ] = None
    paper_no: PaperOfCorrection


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeEntryCorrected:
    """A line is read with another time, or as if it never was; what is recorded by then stays as it is."""

    corrects: int
    fault: Fault
    was: Annotated[datetime, says("Thời điểm đã ghi", "The time that stood")]
    right: datetime | None
    paper_no: str


def decide(office: Office, command: CorrectOfficeEntry, context: DecisionContext) -> OfficeEntryCorrected:
    line = entry_at(command.corrects, EFFECTS, context.file)
    told = time_of(line, EFFECTS)
    was = told if isinstance(told, datetime) else midnight(told)
    event = OfficeEntryCorrected(
        corrects=command.corrects,
        fault=command.fault,
        was=was,
        right=command.right,
        paper_no=command.paper_no.strip(),
    )
    insist(*may_amend(line, command.fault, command.right, was, context))
    insist((all(holds(event, context)), ENTRY_CONTRADICTS, "right"))
    return event


def evolve(office: Office, event: OfficeEntryCorrected, line: Line) -> Office:
    told = EntryCorrection(
        corrects=event.corrects,
        fault=event.fault,
        was=event.was,
        right=event.right,
        paper_no=event.paper_no,
        by=line.by.person,
    )
    return replace(office, corrections=(*office.corrections, told))


def is_filled(office: Office, event: OfficeEntryCorrected, context: DecisionContext) -> bool:
    """Whether somebody is in the worker's post after all, for good."""
    holder = office.holder(context.at)
    return is_worker(office) and holder is not None and holder.until is None


CORRECT_OFFICE_ENTRY = Action(
    command=CorrectOfficeEntry,
    event=OfficeEntryCorrected,
    stored_as="office.entry_corrected.1",
    asks=Label(vi="Đính chính dòng ghi về chức danh", en="Correct a line of the office"),
    tells=Label(vi="Đã đính chính dòng ghi về chức danh", en="Line of the office corrected"),
    may=May.within(Scope.ANY, Role.REGISTRAR, Role.HOME_AFFAIRS_OFFICER),
    needs_reason=True,
    basis=basis.LOCAL_GOVERNMENT,
    cites=basis.local_government,
    refuses=AMENDING,
    decide=decide,
    evolve=evolve,
    amends=lambda line, event: amended(line, event, EFFECTS),
    ends=not_required(duty.WORKER_VACANCY, when=is_filled),
    restarts=what_it_ended(duty.WORKER_VACANCY),
)
