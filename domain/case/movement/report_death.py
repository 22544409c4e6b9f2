"""Report that the child died: it must be confirmed or refuted, and until then every clock runs on."""

from dataclasses import dataclass, replace
from typing import Annotated

from domain.case.act import CHAIR, POLICE, PROVIDER, WORKER, Case, own_number
from domain.case.movement.clocks import from_knowledge, head_of_who_tells
from domain.case.movement.confirming import who_must_confirm
from domain.case.movement.death import DeathNumber, DiedAt, KnownSince, PlaceOfDeath
from domain.case.state.death import ChildDeath, DeathStanding
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Label, Line, Refusal, insist, owed, present
from domain.record.fields import Claimed, Personal, says
from domain.record.who import May, Role, Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportDeath:
    """When the child is said to have died and when that became known, of what and where."""

    died_at: DiedAt
    known_at: Annotated[KnownSince, Claimed]
    cause: Annotated[str, says("Nguyên nhân tử vong (nếu chưa rõ, ghi «chưa rõ»)", "Of what")]
    place: Annotated[PlaceOfDeath, says("Loại địa điểm tử vong", "Kind of place")]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildDeathReported:
    number: DeathNumber
    died_at: DiedAt
    known_at: KnownSince
    cause: Annotated[Personal, says("Nguyên nhân tử vong", "Cause of death")]
    place: PlaceOfDeath


DEATH_ALREADY_RECORDED = Refusal(
    "death_already_recorded", vi="Việc trẻ em tử vong đã được ghi nhận.", en="The death was recorded already."
)
DEATH_ALREADY_REPORTED = Refusal(
    "death_already_reported",
    vi="Việc trẻ em tử vong đã được báo, đang chờ xác nhận. Đề nghị xác nhận hoặc bác bỏ.",
    en="The death was reported and waits to be confirmed. Confirm or refute it.",
)
DEATH_TIMES_DISAGREE = Refusal(
    "death_times_disagree",
    vi="Thời điểm tử vong, thời điểm biết và hiện tại phải theo thứ tự.",
    en="The death, the knowledge of it and the present must follow in this order.",
)


def decide(case: Case, command: ReportDeath, context: DecisionContext) -> ChildDeathReported:
    insist(
        (case.death_settled is None, DEATH_ALREADY_RECORDED),
        (case.death_reported is None, DEATH_ALREADY_REPORTED),
        (command.died_at <= command.known_at <= context.at, DEATH_TIMES_DISAGREE, "died_at"),
    )
    return ChildDeathReported(
        number=len(case.deaths) + 1,
        died_at=command.died_at,
        known_at=command.known_at,
        cause=context.text(command.cause),
        place=command.place,
    )


def evolve(case: Case, event: ChildDeathReported, line: Line) -> Case:
    told = ChildDeath(
        number=event.number,
        standing=DeathStanding.REPORTED,
        died_at=event.died_at,
        reported_by=present(line.by.office),
        reported_as=line.by.role,
        reporter=line.by.person,
        reported_at=line.occurred_at,
    )
    return replace(case, deaths=(*case.deaths, told))


REPORT_DEATH = Action(
    command=ReportDeath,
    event=ChildDeathReported,
    stored_as="case.child_death_reported.1",
    asks=Label(vi="Báo trẻ em tử vong", en="Report the child's death"),
    tells=Label(vi="Đã báo trẻ em tử vong, chờ xác nhận", en="Child's death reported, to be confirmed"),
    may=(*WORKER, *CHAIR, *POLICE, *PROVIDER, *May.within(Scope.ANY, Role.HEALTH_DEPARTMENT_OFFICER)),
    basis=basis.WHAT_IS_TOLD,
    refuses=(DEATH_ALREADY_RECORDED, DEATH_ALREADY_REPORTED, DEATH_TIMES_DISAGREE),
    decide=decide,
    evolve=evolve,
    starts=(
        *owed(duty.DEATH_RECORD, since=from_knowledge, answers=head_of_who_tells, met_at_once=True),
        *owed(duty.DEATH_CONFIRMATION, answers=who_must_confirm, refs=own_number),
    ),
)
