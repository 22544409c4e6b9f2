"""An invented kind of file: an errand for a child, given to its commune."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Annotated, Any
from uuid import UUID

from domain.label import Label, Labelled
from domain.law.keeping import COMPLAINT_TIME
from domain.record.field import PERSON, points_at, says
from domain.record.file_kind import FileKind, Heading, Scope
from domain.record.listed import Listed, taken
from domain.record.personal import Personal
from domain.record.vocabulary import UnitRef


class ErrandPhase(Labelled):
    """How far an errand has come."""

    UNKNOWN = "unknown", "Chưa giao", "Not given"
    GIVEN = "given", "Đã giao", "Given"
    RUN = "run", "Đã xong", "Run"


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """An errand as its lines tell it. `after`: the one that it goes on from."""

    phase: Annotated[ErrandPhase, says("Tình trạng", "Phase")] = ErrandPhase.UNKNOWN
    number: str = ""
    place: UnitRef | None = None
    child: Annotated[UUID | None, PERSON] = None
    child_name: Personal | None = None
    task: Personal | None = None
    after: Annotated[UUID | None, points_at("child_errand")] = None
    given_at: Annotated[datetime | None, says("Thời điểm giao", "When it was given")] = None
    overdue: Annotated[bool, says("Đã quá hạn", "Its time ran out")] = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrandSummary:
    """An errand in a list."""

    number: str
    phase: ErrandPhase
    place: UnitRef | None
    after: Annotated[UUID | None, points_at("child_errand")]
    given_at: datetime | None


def where(errand: Errand, command: Any) -> Mapping[Scope, frozenset[UUID]]:
    place = errand.place or getattr(command, "place", None)
    return {Scope.PLACE: frozenset({place.id} if place else ())}


def earlier(errand: Errand) -> tuple[UUID, ...]:
    return (errand.after,) if errand.after else ()


ERRAND = FileKind(
    name="child_errand",
    label=Label(vi="Việc vặt", en="Errand for a child"),
    heading=Heading("CHILD_ERRAND", Label(vi="Việc vặt cho trẻ", en="Act on an errand")),
    empty=Errand,
    phase=lambda errand: errand.phase,
    where=where,
    matter=lambda errand: errand.place,
    asked_as=("child_errand_id", says("Việc vặt", "The errand")),
    number=lambda errand: errand.number,
    people=lambda errand: frozenset({errand.child} if errand.child else ()),
    links=lambda errand: frozenset(earlier(errand)),
    lives=lambda errand: errand.phase is ErrandPhase.GIVEN,
    kept=lambda errand: COMPLAINT_TIME,
    sources=earlier,
    listed=Listed(
        name="child_errands",
        label=Label(vi="Danh sách việc vặt", en="Errands"),
        row=ErrandSummary,
        of=partial(taken, ErrandSummary),
        found_by={"phases": "phase", "unit": "place"},
        since="given_at",
    ),
)
