"""Events of protection as they were written before: nobody writes them any more, and they load for good."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated
from uuid import UUID

from domain.case.fields import MeasureNumber, SeparationNumber, SinceThen
from domain.case.protection.measures import OrderedMeasure
from domain.case.protection.separations import separated
from domain.case.state.case import Case
from domain.case.state.protection import SeparationEnd, SeparationGround
from domain.record.act import Earlier, Line
from domain.record.fields import PERSON, ChildBirthYearIfAny, Personal, says


@dataclass(frozen=True, slots=True, kw_only=True)
class SeparationOrdered1:
    """A separation was ordered, as it was written before the line said from when the 15 days count."""

    ref: SeparationNumber
    ground: SeparationGround
    since: SinceThen
    until: datetime
    latest: Annotated[datetime, says("Thời điểm hết 15 ngày", "End of the 15 days")]
    decision_no: str
    carer: Annotated[UUID, says("Mã người chăm sóc trẻ em", "Code of the carer"), PERSON]
    carer_name: Personal
    placement: Personal
    child_view: Personal | None
    child_birth_year: ChildBirthYearIfAny


@dataclass(frozen=True, slots=True, kw_only=True)
class SeparationOrdered2:
    """A separation was ordered, as it was written before the line named the assessment on which it rests."""

    ref: SeparationNumber
    ground: SeparationGround
    since: SinceThen
    until: datetime
    counted_from: Annotated[datetime, says("Thời hạn 15 ngày tính từ", "From when the 15 days count")]
    latest: Annotated[datetime, says("Thời điểm hết 15 ngày", "End of the 15 days")]
    decision_no: str
    carer: Annotated[UUID, says("Mã người chăm sóc trẻ em", "Code of the carer"), PERSON]
    carer_name: Personal
    placement: Personal
    child_view: Personal | None
    child_birth_year: ChildBirthYearIfAny


@dataclass(frozen=True, slots=True, kw_only=True)
class UrgentMeasureOrdered1:
    """Urgent measures were ordered, as it was written before the line kept the decision's number."""

    measures: tuple[OrderedMeasure, ...]
    instructions: Personal | None
    in_flagrante: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class UrgentMeasureFailed1:
    """A measure failed, as it was written before the line told how often the twelve hours were owed again."""

    ref: MeasureNumber
    result: Personal


def counted_then(case: Case, since: datetime) -> datetime:
    """From when the 15 days counted of a separation that was ordered before the line said it.

    One that ran out was not made good by a new order, unless something new had become known.
    """
    before = case.protection.separations[-1] if case.protection.separations else None
    if before is None or before.ended is not SeparationEnd.EXPIRED:
        return since
    news = case.news_at is not None and case.news_at > before.since
    return since if news else before.counted_from


def _separated_1(case: Case, event: SeparationOrdered1, line: Line) -> Case:
    return separated(case, event, counted_then(case, event.since), line)


def _separated_2(case: Case, event: SeparationOrdered2, line: Line) -> Case:
    return separated(case, event, event.counted_from, line)


SEPARATION_ORDERED_BEFORE = (
    Earlier(event=SeparationOrdered2, stored_as="case.separation_ordered.2", evolve=_separated_2),
    Earlier(event=SeparationOrdered1, stored_as="case.separation_ordered.1", evolve=_separated_1),
)
