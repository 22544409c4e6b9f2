"""Declare days off, and days worked in their place: from then on terms are counted with them, running ones too."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated

from domain.law import basis
from domain.law.calendar import DayReason
from domain.law.term import local_day
from domain.record.act import Action, DecisionContext, Label, Line, Refusal, insist
from domain.record.fields import Clear, says
from domain.record.who import May, Role, Scope
from domain.unit.state import DaysOff, Level, Unit, UnitPhase

LONGEST_DECLARED = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclareDaysOff:
    """Which days of the city are off, or worked all the same, by which document."""

    document_no: Annotated[str, says("Số văn bản", "Number of the document"), Clear.NUMBER]
    day_reason: Annotated[DayReason, says("Lý do nghỉ", "Why they are off")]
    off: Annotated[tuple[date, ...], says("Các ngày được nghỉ", "Days off")] = ()
    worked: Annotated[tuple[date, ...], says("Các ngày làm bù", "Days worked in their place")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DaysOffDeclared:
    """Days that are off from now on, and days that are worked."""

    declared: Annotated[DaysOff, says("Các ngày nghỉ đã công bố", "Days off that were declared")]


NOT_THE_CITY = Refusal(
    "not_the_city", vi="Chỉ ghi ngày nghỉ vào hồ sơ của thành phố.", en="Days off are recorded on the city's file."
)
DAYS_NOT_AHEAD = Refusal(
    "days_not_ahead",
    vi="Phải có ít nhất một ngày; mọi ngày phải từ hôm nay trở đi, vì ngày đã qua không đổi được thời hạn.",
    en="At least one day, and none before today: a day that has passed changes no term.",
)
DAYS_UNCHANGED = Refusal(
    "days_unchanged",
    vi="Ngày nghỉ phải đang là ngày làm việc, ngày làm bù phải đang là ngày nghỉ.",
    en="A day declared off must be a working day now, a day declared worked must be off now.",
)
TOO_MANY_DAYS_OFF = Refusal(
    "too_many_days_off",
    vi=f"Mỗi văn bản không quá {LONGEST_DECLARED} ngày nghỉ.",
    en=f"One document declares no more than {LONGEST_DECLARED} days off.",
)


def decide(unit: Unit, command: DeclareDaysOff, context: DecisionContext) -> DaysOffDeclared:
    off, worked, calendar = sorted(set(command.off)), sorted(set(command.worked)), context.register.calendar
    days, today = (*off, *worked), local_day(context.at)
    insist(
        (unit.level is Level.PROVINCE, NOT_THE_CITY),
        (bool(days) and all(day >= today for day in days), DAYS_NOT_AHEAD, "off"),
        (all(map(calendar.is_working_day, off)), DAYS_UNCHANGED, "off"),
        (not any(map(calendar.is_working_day, worked)), DAYS_UNCHANGED, "worked"),
        (len(off) <= LONGEST_DECLARED, TOO_MANY_DAYS_OFF, "off"),
    )
    number = command.document_no.strip()
    return DaysOffDeclared(
        declared=DaysOff(document_no=number, day_reason=command.day_reason, off=tuple(off), worked=tuple(worked))
    )


def evolve(unit: Unit, event: DaysOffDeclared, line: Line) -> Unit:
    return replace(unit, days_off=(*unit.days_off, event.declared))


DECLARE_DAYS_OFF = Action(
    command=DeclareDaysOff,
    event=DaysOffDeclared,
    stored_as="unit.days_off_declared.1",
    asks=Label(vi="Công bố ngày nghỉ, ngày làm bù", en="Declare days off and days worked"),
    tells=Label(vi="Đã công bố ngày nghỉ, ngày làm bù", en="Days off and days worked declared"),
    may=May.within(Scope.ANY, Role.HOME_AFFAIRS_OFFICER),
    phases=frozenset({UnitPhase.ESTABLISHED}),
    basis=basis.DAYS_OFF,
    refuses=(NOT_THE_CITY, DAYS_NOT_AHEAD, DAYS_UNCHANGED, TOO_MANY_DAYS_OFF),
    decide=decide,
    evolve=evolve,
)
