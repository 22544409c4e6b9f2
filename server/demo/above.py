"""What the level above does: it looks at what is decided below the finding, and into what lapsed again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from domain.case.oversight.look_at_answer import CarriedOut, LookAtAnswer
from domain.case.oversight.look_at_decision import Look, LookAtDecision
from domain.case.oversight.look_into_lapses import LookIntoLapses
from domain.case.oversight.look_into_lapses import Step as Done
from domain.contact.look_into_lapses_of_contacts import LookIntoLapsesOfContacts
from domain.law import duty
from domain.record.line import DutyStarted
from domain.record.looking import StepTaken
from domain.record.vocabulary import Kind, Role
from domain.report.look_into_lapses_of_report import LookIntoLapsesOfReport
from server.demo import hours, phrases
from server.demo.stage import Stage, Step, Tale

LOOKED_INTO = 0.85
"""How often the department looks into repeated lapses at all: the rest come before the city."""


def decision_looked_at(stage: Stage, file_id: UUID, started: DutyStarted) -> Tale:
    draw = Random(f"{stage.seed}:{file_id}:{started.ref}")  # noqa: S311
    look = LookAtDecision(look=Look.STANDS, grounds=draw.choice(phrases.LOOKED))
    at = hours.office(stage.time + timedelta(minutes=draw.randint(20, 300)), draw)
    yield _step(stage, file_id, started, look, Role.HEALTH_DEPARTMENT_OFFICER, at)


def answer_looked_at(stage: Stage, file_id: UUID, started: DutyStarted) -> Tale:
    draw = Random(f"{stage.seed}:{file_id}:{started.ref}")  # noqa: S311
    look = LookAtAnswer(ref=started.ref, came_to=CarriedOut.CARRIED_OUT, grounds=draw.choice(phrases.CARRIED_OUT))
    role = Role.CITY_CHAIR if started.answers.role is Role.CITY_CHAIR else Role.HEALTH_DEPARTMENT_OFFICER
    at = hours.office(stage.time + timedelta(hours=draw.randint(2, 20)), draw)
    yield _step(stage, file_id, started, look, role, at)


LOOKS: dict[str, Callable[[Random], object]] = {
    Kind.CASE: lambda draw: LookIntoLapses(
        step=draw.choice((Done.HELPED, Done.NO_STEP)), found=draw.choice(phrases.WHY_LAPSED)
    ),
    Kind.REPORT: lambda draw: LookIntoLapsesOfReport(
        step=draw.choice((StepTaken.HELPED, StepTaken.NO_STEP)), found=draw.choice(phrases.WHY_LAPSED)
    ),
    Kind.CONTACT: lambda draw: LookIntoLapsesOfContacts(step=StepTaken.HELPED, found=draw.choice(phrases.WHY_LAPSED)),
}


def lapses_looked_into(stage: Stage, file_id: UUID, started: DutyStarted) -> Tale:
    draw = Random(f"{stage.seed}:{file_id}:{started.ref}")  # noqa: S311
    if started.answers.role is not Role.CITY_CHAIR and draw.random() > LOOKED_INTO:
        return
    role = Role.CITY_CHAIR if started.answers.role is Role.CITY_CHAIR else Role.HEALTH_DEPARTMENT_OFFICER
    look = LOOKS[stage.files[file_id].kind.name](draw)
    at = hours.office(stage.time + timedelta(hours=draw.randint(2, 30)), draw)
    yield _step(stage, file_id, started, look, role, at)


def _step(stage: Stage, file_id: UUID, started: DutyStarted, command: object, role: Role, at: datetime) -> Step:
    def waits() -> bool:
        return (started.code, started.ref) in stage.files[file_id].running

    return Step(at=at, file_id=file_id, command=command, unit=started.answers.unit, role=role, when=waits)


LEVEL_ABOVE: dict[str, Callable[[Stage, UUID, DutyStarted], Tale]] = {
    duty.LOOK_FROM_ABOVE.code: decision_looked_at,
    duty.REPEATED_LAPSES.code: lapses_looked_into,
    duty.LOOK_AGAIN.code: lapses_looked_into,
    duty.DIRECTION_CHECK.code: answer_looked_at,
}
"""What begins with a duty of the level above, by its code."""
