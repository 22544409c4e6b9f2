"""Record that the child died: whatever stood on the file, its death must be reviewed."""

from dataclasses import dataclass, replace
from datetime import datetime

from domain.case.clocks import chair_of_lead
from domain.case.state.case import Case, Phase
from domain.case.who import CHAIR, WORKER
from domain.law import basis, duty
from domain.record.action import Action, May, Scope, Starts
from domain.record.file import DecisionContext
from domain.record.line import DutyEnded, DutyOutcome, Line
from domain.record.personal import Personal
from domain.record.refusal import insist, said
from domain.record.vocabulary import Kind, Label, Labelled, Role


class PlaceOfDeath(Labelled):
    """What kind of place a child died in."""

    HOME = "home", "Tại nhà", "At home"
    SCHOOL = "school", "Tại trường", "At school"
    HOSPITAL = "hospital", "Tại bệnh viện", "In hospital"
    FACILITY = "facility", "Tại cơ sở chăm sóc", "In a care facility"
    WATER = "water", "Dưới nước", "In water"
    ROAD = "road", "Trên đường", "On the road"
    OTHER = "other", "Nơi khác", "Elsewhere"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordDeath:
    """When the child died and when that became known, of what and in what kind of place."""

    died_at: datetime
    known_at: datetime
    cause: str
    place: PlaceOfDeath


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildDeathRecorded:
    """The child died. `phase_before`: how far the case had come, `lapsed`: duties still overdue then."""

    died_at: datetime
    known_at: datetime
    cause: Personal
    place: PlaceOfDeath
    phase_before: Phase
    lapsed: tuple[str, ...]


def decide(case: Case, command: RecordDeath, context: DecisionContext) -> ChildDeathRecorded:
    insist(
        (case.died_at is None, "death_already_recorded"),
        (command.died_at <= command.known_at <= context.at, "death_times_disagree", "diedAt"),
        (said(command.cause), "cause_required", "cause"),
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


def clocks_that_end(case: Case, event: ChildDeathRecorded, context: DecisionContext) -> tuple[DutyEnded, ...]:
    """Recording is met; what is not due yet is needed no more; what is overdue stays for the review."""
    ahead = (key for key, started in context.file.running.items() if started.due_at > context.at)
    met = DutyEnded(code=duty.DEATH_RECORD.code, ref="", how=DutyOutcome.MET)
    return (met, *(DutyEnded(code=code, ref=ref, how=DutyOutcome.NOT_REQUIRED) for code, ref in ahead))


RECORD_DEATH = Action(
    kind=Kind.CASE,
    command=RecordDeath,
    event=ChildDeathRecorded,
    stored_as="case.child_death_recorded.1",
    asks=Label(vi="Ghi nhận trẻ tử vong", en="Record the child's death"),
    tells=Label(vi="Đã ghi nhận trẻ tử vong, phải xem xét", en="Child's death recorded, to be reviewed"),
    may=(
        *WORKER,
        *CHAIR,
        *(
            May(role=role, scope=Scope.ANY)
            for role in (
                Role.COMMUNE_POLICE_HEAD,
                Role.SERVICE_PROVIDER,
                Role.PROVIDER_HEAD,
                Role.HEALTH_DEPARTMENT_OFFICER,
            )
        ),
    ),
    basis=basis.RECEIVE_INFORMATION,
    decide=decide,
    evolve=evolve,
    starts=(Starts(duty=duty.DEATH_RECORD, since=lambda case, event, context: event.known_at, answers=chair_of_lead),),
    closes=clocks_that_end,
)
