"""Take up a rejected report again: a new fact is known, or the report that it repeated is not handled either."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated

from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Earlier, Label, Line, insist, owed
from domain.record.fields import Personal, says
from domain.record.refusals import HAPPENED_IN_FUTURE
from domain.record.who import May, Role, Scope
from domain.report.clocks import chair_of_its_place, since_known, this_time
from domain.report.earlier import ReportTakenUp1
from domain.report.follow_ups import TakeUpReport
from domain.report.state import Report, ReportPhase


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportTakenUp:
    """The report waits again. `taken_up` counts how often."""

    taken_up: Annotated[int, says("Lần xem xét lại", "Which time")]
    new_fact: Personal
    known_at: datetime
    counts_from: Annotated[
        datetime,
        says("Thời hạn được tính lại từ", "From when the clocks count again"),
    ]


def decide(report: Report, command: TakeUpReport, context: DecisionContext) -> ReportTakenUp:
    insist((command.known_at <= context.at, HAPPENED_IN_FUTURE, "known_at"))
    by_its_place = context.by.role in (Role.PROTECTION_WORKER, Role.SYSTEM)
    return ReportTakenUp(
        taken_up=report.taken_up + 1,
        new_fact=context.text(command.new_fact),
        known_at=command.known_at,
        counts_from=command.known_at if by_its_place else context.at,
    )


def evolve(report: Report, event: ReportTakenUp, line: Line) -> Report:
    return replace(evolve_1(report, event, line), known_again_at=event.counts_from)


def evolve_1(report: Report, event: ReportTakenUp | ReportTakenUp1, line: Line) -> Report:
    return replace(
        report,
        phase=ReportPhase.RECEIVED,
        taken_up=event.taken_up,
        known_again_at=event.known_at,
        rejected_because=None,
        duplicate_of=None,
        checked_by=None,
        checked_at=None,
        checked_as=None,
    )


TAKE_UP_REPORT = Action(
    command=TakeUpReport,
    event=ReportTakenUp,
    stored_as="report.taken_up.2",
    asks=Label(vi="Xem xét lại tin báo", en="Take up the report again"),
    tells=Label(vi="Tin báo được xem xét lại", en="Report taken up again"),
    may=(
        *May.within(Scope.PLACE, Role.PROTECTION_WORKER, Role.COMMUNE_POLICE_HEAD),
        *May.within(Scope.ANY, Role.HEALTH_DEPARTMENT_OFFICER, Role.INSPECTOR, Role.CHIEF_INSPECTOR, Role.SYSTEM),
    ),
    phases=frozenset({ReportPhase.REJECTED}),
    basis=basis.WHAT_IS_TOLD,
    decide=decide,
    evolve=evolve,
    earlier=(Earlier(event=ReportTakenUp1, stored_as="report.taken_up.1", evolve=evolve_1),),
    starts=owed(
        *(duty.INITIAL_RISK, duty.URGENT_MEASURES), since=since_known, answers=chair_of_its_place, refs=this_time
    ),
)
