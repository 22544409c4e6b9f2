"""Keep what somebody tried and was refused: the first of its kind at once, repeats counted.

One file holds what one person tried within one hour, so that its bound is kept by the record itself, whichever
process answers: a first telling of what is told, or of more kinds than are told each by itself, is refused.
"""

from dataclasses import dataclass, replace
from typing import Annotated
from uuid import UUID

from domain.attempt.state import KINDS, MANY, Attempts, Tried
from domain.law import basis
from domain.record.act import Action, DecisionContext, Label, Line, Refusal, insist
from domain.record.fields import PERSON, Clear, Names, UnitRef, points_at, says
from domain.record.who import May, Role, Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteAttempt:
    """Who tried which act on which file, the refusals, and how often beyond what is told of this hour."""

    person: Annotated[UUID, says("Người thực hiện", "Who tried"), PERSON]
    name: Annotated[str, says("Họ và tên người thực hiện", "Name of who tried"), Clear.OFFICIAL] = ""
    unit: Annotated[UnitRef | None, says("Đơn vị của người thực hiện", "Unit of who tried")]
    act: Annotated[str, says("Việc bị từ chối", "Act that was refused"), Names.ACTS, Clear.SYSTEM]
    file: Annotated[UUID, says("Hồ sơ liên quan", "File it was tried on"), points_at(None, told_by="act")]
    refusals: Annotated[
        tuple[str, ...], says("Mã các lý do từ chối", "Codes of the refusals"), Names.REFUSALS, Clear.SYSTEM
    ] = ()
    times: Annotated[int, says("Số lần trong cùng một giờ", "Times within the same hour")]
    first: Annotated[bool, says("Lần đầu trong giờ", "First of its kind within the hour")] = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AttemptRefused:
    """Somebody tried this and was refused, `times` times by now within the hour that this file is for."""

    person: UUID
    name: str
    unit: UnitRef | None
    act: str
    file: UUID
    refusals: tuple[str, ...]
    times: int


TOLD_BEFORE = Refusal(
    "told_before",
    vi="Việc này đã được ghi nhận; các lần tiếp theo trong giờ được ghi gộp.",
    en="This has been told; what follows within the hour is told in one count.",
)


def decide(attempts: Attempts, command: NoteAttempt, context: DecisionContext) -> AttemptRefused:
    tried = Tried(act=command.act, file=command.file, refusals=command.refusals, times=command.times)
    told = {each.key: each.times for each in attempts.tried}
    kinds = sum(each.file != MANY for each in attempts.tried)
    insist((not command.first or (tried.key not in told and kinds < KINDS), TOLD_BEFORE))
    return AttemptRefused(
        person=command.person,
        name=command.name,
        unit=command.unit,
        act=command.act,
        file=command.file,
        refusals=command.refusals,
        times=told.get(tried.key, 0) + command.times,
    )


def evolve(attempts: Attempts, event: AttemptRefused, line: Line) -> Attempts:
    tried = Tried(act=event.act, file=event.file, refusals=event.refusals, times=event.times)
    others = tuple(each for each in attempts.tried if each.key != tried.key)
    return replace(attempts, tried=(*others, tried), unit=event.unit)


NOTE_ATTEMPT = Action(
    command=NoteAttempt,
    event=AttemptRefused,
    stored_as="attempt.refused.1",
    asks=Label(vi="Ghi nhận việc bị từ chối", en="Note a refused attempt"),
    tells=Label(vi="Đã từ chối một yêu cầu", en="Attempt refused"),
    may=May.within(Scope.ANY, Role.SYSTEM),
    opens=None,
    basis=basis.DATA_PROTECTION,
    refuses=(TOLD_BEFORE,),
    decide=decide,
    evolve=evolve,
)
