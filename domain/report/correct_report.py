"""Correct or complete a report by a new line that names the one it corrects; the old value stays.

What makes the matter smaller needs a second person: somebody else has checked the report before.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated

from domain.law import basis, duty
from domain.law.harm import HarmKind
from domain.record import personal
from domain.record.act import Action, DecisionContext, Label, Line, insist, owed, present
from domain.record.fields import ChildBirthYearIfAny, Claimed, Clear, Names, Personal, says
from domain.report.clocks import chair_of_its_place, from_receipt, not_yet_told, received_earlier, who_sends_it_on
from domain.report.correcting import (
    CORRECTION_EMPTY,
    CORRECTION_NOT_CHECKED,
    NOTHING_TO_CORRECT,
    RECEIPT_ONLY_EARLIER,
    graver,
    makes_smaller,
)
from domain.report.rejecting import found_untrue_by_another
from domain.report.state import WAITING, Report
from domain.report.who import RECEIVER

RECEIPT = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectReport:
    """What to read instead; what is left out stays as it was."""

    corrects: Annotated[
        int,
        says(
            "Số thứ tự của dòng được đính chính; 1 là dòng tiếp nhận",
            "Version of the line that is corrected; 1 is the receipt",
        ),
    ]
    received_at: Annotated[datetime | None, says("Thời điểm tiếp nhận tin báo", "When it was told"), Claimed] = None
    harm_kinds: Annotated[tuple[HarmKind, ...] | None, says("Các dạng tổn hại được báo", "Kinds of harm told")] = None
    narrative: Annotated[str | None, says("Toàn bộ nội dung tin báo", "What was told, in full")] = None
    danger_now: Annotated[bool | None, says("Khi đó trẻ em đang gặp nguy hiểm", "The child was in danger then")] = None
    child_name: Annotated[str | None, says("Họ và tên trẻ em", "The child's name")] = None
    child_birth_year: ChildBirthYearIfAny = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportCorrected:
    """A report is to be read otherwise in `fields`; all others are None."""

    corrects: int
    fields: Annotated[
        tuple[str, ...], says("Các mục được đính chính", "Fields that are corrected"), Names.FIELDS, Clear.SYSTEM
    ]
    received_at: datetime | None
    harm_kinds: tuple[HarmKind, ...] | None
    narrative: Personal | None
    danger_now: bool | None
    child_name: Personal | None
    child_birth_year: int | None


def decide(report: Report, command: CorrectReport, context: DecisionContext) -> ReportCorrected:
    told, first = command.received_at, present(report.received_at)
    lowers = makes_smaller(report, command)
    event = ReportCorrected(
        corrects=command.corrects,
        fields=(),
        received_at=told,
        harm_kinds=command.harm_kinds or None,
        narrative=context.private(command.narrative),
        danger_now=command.danger_now,
        child_name=personal.child_if_said(present(report.child), command.child_name),
        child_birth_year=command.child_birth_year,
    )
    fields = tuple(name for name in CORRECTABLE if getattr(event, name) is not None)
    insist(
        (command.corrects in (RECEIPT, *report.corrections), NOTHING_TO_CORRECT, "corrects"),
        (bool(fields), CORRECTION_EMPTY),
        (told is None or told < first, RECEIPT_ONLY_EARLIER, "received_at"),
        (not lowers or found_untrue_by_another(report, context), CORRECTION_NOT_CHECKED),
    )
    return replace(event, fields=fields)


CORRECTABLE = ("received_at", "harm_kinds", "narrative", "danger_now", "child_name", "child_birth_year")


def evolve(report: Report, event: ReportCorrected, line: Line) -> Report:
    read_now = {name: getattr(event, name) for name in event.fields}
    corrected = replace(report, corrections=(*report.corrections, line.version), **read_now)
    return replace(corrected, checked_by=None, checked_at=None) if graver(corrected, report) else corrected


CORRECT_REPORT = Action(
    command=CorrectReport,
    event=ReportCorrected,
    stored_as="report.corrected.1",
    asks=Label(vi="Bổ sung, đính chính tin báo", en="Correct the report"),
    tells=Label(vi="Đã bổ sung, đính chính tin báo", en="Report corrected"),
    may=RECEIVER,
    phases=WAITING,
    needs_reason=True,
    basis=basis.WHAT_IS_TOLD,
    refuses=(NOTHING_TO_CORRECT, CORRECTION_EMPTY, RECEIPT_ONLY_EARLIER, CORRECTION_NOT_CHECKED),
    decide=decide,
    evolve=evolve,
    starts=(
        *owed(duty.FORWARDING, since=from_receipt, answers=who_sends_it_on, when=not_yet_told),
        *owed(duty.INITIAL_RISK, since=from_receipt, answers=chair_of_its_place, when=received_earlier),
        *owed(duty.URGENT_MEASURES, since=from_receipt, answers=chair_of_its_place, when=received_earlier),
    ),
)
