"""Confirm that the child died, by a document and another body than told it: its death must be reviewed."""

from dataclasses import dataclass, replace
from typing import Annotated

from domain.case.act import CHAIR, CITY_CHAIR_ABOVE, POLICE, Case, Phase
from domain.case.movement.clocks import what_is_not_due_yet
from domain.case.movement.confirming import (
    DEATH_BY_ANOTHER_BODY,
    DEATH_NOT_REPORTED,
    SETTLES_A_DEATH,
    by_another_body,
    may_settle_it,
)
from domain.case.movement.death import DeathNumber, DiedAt, LapsedThen, PhaseBefore
from domain.case.movement.earlier import ChildDeathRecorded, by_one_body
from domain.case.sameness.news import ChildNews, told_in_the_others
from domain.case.state.death import DeathSource, DeathStanding, known_now
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Earlier, FollowUp, Label, Line, Refusal, insist, met, required
from domain.record.fields import Clear, Personal, says
from domain.record.who import May, Role, Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmDeath:
    """Which document shows the death, who issued it, and when the child died by it."""

    died_at: DiedAt
    source: Annotated[DeathSource, says("Loại văn bản xác nhận", "Kind of document")]
    source_no: Annotated[str, says("Số văn bản xác nhận (ví dụ: 15/2026)", "Number of the document"), Clear.NUMBER]
    issued_by: Annotated[str, says("Cơ quan cấp văn bản", "Body that issued the document")]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildDeathConfirmed:
    """The child died. `phase_before`: how far the case had come, `lapsed`: duties still overdue then."""

    number: DeathNumber
    died_at: DiedAt
    source: DeathSource
    source_no: str
    issued_by: Personal
    phase_before: PhaseBefore
    lapsed: LapsedThen


DEATH_TIME_AHEAD = Refusal(
    "death_time_ahead", vi="Thời điểm tử vong không được ở tương lai.", en="The death may not lie in the future."
)


def decide(case: Case, command: ConfirmDeath, context: DecisionContext) -> ChildDeathConfirmed:
    told = required(case.death_reported, DEATH_NOT_REPORTED)
    insist(
        (command.died_at <= context.at, DEATH_TIME_AHEAD, "died_at"),
        by_another_body(told, context),
        *may_settle_it(told, context),
    )
    return ChildDeathConfirmed(
        number=told.number,
        died_at=command.died_at,
        source=command.source,
        source_no=command.source_no.strip(),
        issued_by=context.text(command.issued_by),
        phase_before=case.phase,
        lapsed=tuple(sorted(code for code, _ in context.file.lapsed)),
    )


def evolve(case: Case, event: ChildDeathConfirmed, line: Line) -> Case:
    deaths = known_now(
        case.deaths,
        event.number,
        standing=DeathStanding.CONFIRMED,
        died_at=event.died_at,
        source=event.source,
        source_no=event.source_no,
        settled_by=line.by.office,
        settler=line.by.person,
        settled_at=line.occurred_at,
        settled_in=line.version,
        phase_before=event.phase_before,
    )
    return replace(case, phase=Phase.DECEASED, deaths=deaths)


def tell_the_others(case: Case, line: Line) -> tuple[FollowUp, ...]:
    return told_in_the_others(case, line.file_id, ChildNews.DEATH_CONFIRMED)


CONFIRM_DEATH = Action(
    command=ConfirmDeath,
    event=ChildDeathConfirmed,
    stored_as="case.child_death_confirmed.1",
    asks=Label(vi="Xác nhận trẻ em tử vong", en="Confirm the child's death"),
    tells=Label(vi="Đã ghi nhận trẻ em tử vong, phải xem xét", en="Child's death recorded, to be reviewed"),
    may=(*CHAIR, *POLICE, *May.within(Scope.ANY, Role.HEALTH_DEPARTMENT_OFFICER), *CITY_CHAIR_ABOVE),
    basis=basis.CHECK_TRUTH,
    refuses=(DEATH_TIME_AHEAD, DEATH_BY_ANOTHER_BODY, *SETTLES_A_DEATH),
    decide=decide,
    evolve=evolve,
    follows=tell_the_others,
    ends=met(duty.DEATH_CONFIRMATION),
    closes=what_is_not_due_yet(
        but=(duty.DEATH_CONFIRMATION, duty.INFORMATION, duty.DIRECTION_ANSWER, duty.LOOK_FROM_ABOVE)
    ),
    four_eyes=lambda case: case.death_reported.reporter if case.death_reported else None,
    earlier=(Earlier(event=ChildDeathRecorded, stored_as="case.child_death_recorded.1", evolve=by_one_body),),
)
