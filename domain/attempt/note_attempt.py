"""Keep what somebody tried and was refused: the first of its kind at once, repeats counted."""

from dataclasses import dataclass, replace
from typing import Annotated
from uuid import UUID

from domain.attempt.state import Attempts
from domain.law import basis
from domain.record.act import Action, DecisionContext, Label, Line
from domain.record.fields import PERSON, Clear, Names, UnitRef, points_at, says
from domain.record.who import May, Role, Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteAttempt:
    """Who tried which act on which file, the refusals, and how often by now within the same hour."""

    person: Annotated[UUID, says("Người thực hiện", "Who tried"), PERSON]
    name: Annotated[str, says("Họ và tên người thực hiện", "Name of who tried"), Clear.OFFICIAL] = ""
    unit: Annotated[UnitRef | None, says("Đơn vị của người thực hiện", "Unit of who tried")]
    act: Annotated[str, says("Việc bị từ chối", "Act that was refused"), Names.ACTS, Clear.SYSTEM]
    file: Annotated[UUID, says("Hồ sơ liên quan", "File it was tried on"), points_at(None, told_by="act")]
    refusals: Annotated[
        tuple[str, ...], says("Mã các lý do từ chối", "Codes of the refusals"), Names.REFUSALS, Clear.SYSTEM
    ] = ()
    times: Annotated[int, says("Số lần trong cùng một giờ", "Times within the same hour")]


@dataclass(frozen=True, slots=True, kw_only=True)
class AttemptRefused:
    """Somebody tried and was refused, `times` times by now within the hour that this file is for."""

    person: UUID
    name: str
    unit: UnitRef | None
    act: str
    file: UUID
    refusals: tuple[str, ...]
    times: int


def decide(attempts: Attempts, command: NoteAttempt, context: DecisionContext) -> AttemptRefused:
    return AttemptRefused(
        person=command.person,
        name=command.name,
        unit=command.unit,
        act=command.act,
        file=command.file,
        refusals=command.refusals,
        times=max(command.times, attempts.times + 1),
    )


def evolve(attempts: Attempts, event: AttemptRefused, line: Line) -> Attempts:
    return replace(attempts, times=event.times, unit=event.unit)


NOTE_ATTEMPT = Action(
    command=NoteAttempt,
    event=AttemptRefused,
    stored_as="attempt.refused.1",
    asks=Label(vi="Ghi nhận việc bị từ chối", en="Note a refused attempt"),
    tells=Label(vi="Đã từ chối một yêu cầu", en="Attempt refused"),
    may=May.within(Scope.ANY, Role.SYSTEM),
    opens=None,
    basis=basis.DATA_PROTECTION,
    decide=decide,
    evolve=evolve,
)
