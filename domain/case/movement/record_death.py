"""Record that the child died: whatever stood on the file, its death must be reviewed."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated

from domain.case.act import CHAIR, POLICE, PROVIDER, WORKER, Case, Phase, chair_of_lead
from domain.case.movement.clocks import from_knowledge, what_is_not_due_yet
from domain.case.movement.death import PlaceOfDeath
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Label, Line, Refusal, insist, owed
from domain.record.fields import Claimed, Clear, Names, Personal, says
from domain.record.who import May, Role, Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordDeath:
    """When the child died and when that became known, of what and where."""

    died_at: Annotated[datetime, says("Thời điểm trẻ em tử vong", "When the child died")]
    known_at: Annotated[datetime, says("Thời điểm biết trẻ em tử vong", "When that became known"), Claimed]
    cause: Annotated[str, says("Nguyên nhân tử vong (nếu chưa rõ, ghi «chưa rõ»)", "Of what")]
    place: Annotated[PlaceOfDeath, says("Loại địa điểm tử vong", "Kind of place")]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildDeathRecorded:
    """The child died. `phase_before`: how far the case had come, `lapsed`: duties still overdue then."""

    died_at: datetime
    known_at: datetime
    cause: Annotated[Personal, says("Nguyên nhân tử vong", "Cause of death")]
    place: PlaceOfDeath
    phase_before: Annotated[Phase, says("Giai đoạn của vụ việc trước đó", "Where the case stood before")]
    lapsed: Annotated[
        tuple[str, ...],
        says("Mã các thời hạn đang quá hạn", "Codes of the duties overdue then"),
        Names.DUTIES,
        Clear.LINK,
    ]


DEATH_ALREADY_RECORDED = Refusal(
    "death_already_recorded", vi="Việc trẻ tử vong đã được ghi nhận.", en="The death was recorded already."
)
DEATH_TIMES_DISAGREE = Refusal(
    "death_times_disagree",
    vi="Thời điểm tử vong, thời điểm biết và hiện tại phải theo thứ tự.",
    en="The death, the knowledge of it and the present must follow in this order.",
)


def decide(case: Case, command: RecordDeath, context: DecisionContext) -> ChildDeathRecorded:
    insist(
        (case.died_at is None, DEATH_ALREADY_RECORDED),
        (command.died_at <= command.known_at <= context.at, DEATH_TIMES_DISAGREE, "died_at"),
    )
    return ChildDeathRecorded(
        died_at=command.died_at,
        known_at=command.known_at,
        cause=context.text(command.cause),
        place=command.place,
        phase_before=case.phase,
        lapsed=tuple(sorted(code for code, _ in context.file.lapsed)),
    )


def evolve(case: Case, event: ChildDeathRecorded, line: Line) -> Case:
    return replace(case, phase=Phase.DECEASED, died_at=event.died_at)


RECORD_DEATH = Action(
    command=RecordDeath,
    event=ChildDeathRecorded,
    stored_as="case.child_death_recorded.1",
    asks=Label(vi="Ghi nhận trẻ tử vong", en="Record the child's death"),
    tells=Label(vi="Đã ghi nhận trẻ tử vong, phải xem xét", en="Child's death recorded, to be reviewed"),
    may=(*WORKER, *CHAIR, *POLICE, *PROVIDER, *May.within(Scope.ANY, Role.HEALTH_DEPARTMENT_OFFICER)),
    basis=basis.RECEIVE_INFORMATION,
    refuses=(DEATH_ALREADY_RECORDED, DEATH_TIMES_DISAGREE),
    decide=decide,
    evolve=evolve,
    starts=owed(duty.DEATH_RECORD, since=from_knowledge, answers=chair_of_lead, met_at_once=True),
    closes=what_is_not_due_yet,
)
