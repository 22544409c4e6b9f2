"""Merge a case into another about the same child or event: this file ends, its clocks go on in the other."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from domain.case.clocks import all_not_required, running_refs
from domain.case.follow_ups import AbsorbCase, CarriedClock
from domain.case.state.case import FIRST_STEPS, LIVE, Case, Phase
from domain.law import basis, duty
from domain.record.action import Action, FollowUp, May, Scope
from domain.record.file import DecisionContext
from domain.record.line import Line
from domain.record.refusal import insist, present
from domain.record.vocabulary import Kind, Label, Labelled, Role

CARRIED = (duty.INITIAL_RISK.code, duty.URGENT_MEASURES.code, duty.SEPARATION_DECISION.code)


class Sameness(Labelled):
    """Why two cases are one."""

    CHILD = "child", "Cùng một trẻ", "The same child"
    EVENT = "event", "Cùng một sự việc", "The same event"


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeCases:
    """Into which case, and what is the same."""

    into: UUID
    same: Sameness


@dataclass(frozen=True, slots=True, kw_only=True)
class CasesMerged:
    """This case ended in another one. `clocks` still ran here and go on there, from the same start."""

    into: UUID
    same: Sameness
    clock_start: datetime
    clocks: tuple[CarriedClock, ...]


def decide(case: Case, command: MergeCases, context: DecisionContext) -> CasesMerged:
    other = context.other(command.into, Kind.CASE)
    target: Case = other.state if other is not None else Case()
    insist(
        (command.into != context.file_id, "merge_into_itself", "into"),
        (target.phase is not Phase.UNKNOWN, "merge_target_not_found", "into"),
        (target.phase in LIVE or target.phase is Phase.UNKNOWN, "merge_target_ended", "into"),
        (target.opened_at is None or into_the_older(case, target, command, context), "merge_into_older", "into"),
        (not case.protection.in_force, "protection_in_force"),
        (not running_refs(duty.NO_CONTACT_DECISION, context), "urgent_measure_open"),
    )
    return CasesMerged(
        into=command.into,
        same=command.same,
        clock_start=present(case.clock_start),
        clocks=tuple(
            CarriedClock(code=code, since=started.since)
            for (code, _), started in sorted(context.file.running.items())
            if code in CARRIED
        ),
    )


def into_the_older(case: Case, target: Case, command: MergeCases, context: DecisionContext) -> bool:
    """The newer case ends in the older, so that two cases never end in each other and none goes on."""
    return (present(target.opened_at), command.into) <= (present(case.opened_at), context.file_id)


def evolve(case: Case, event: CasesMerged, line: Line) -> Case:
    return replace(case, phase=Phase.MERGED, merged_into=event.into, closed_at=line.occurred_at)


def tell_the_other(case: Case, line: Line) -> tuple[FollowUp, ...]:
    merged: CasesMerged = line.event
    order = AbsorbCase(case=line.file_id, clock_start=merged.clock_start, reports=case.reports, clocks=merged.clocks)
    return (FollowUp(file_id=merged.into, command=order),)


MERGE_CASES = Action(
    kind=Kind.CASE,
    command=MergeCases,
    event=CasesMerged,
    stored_as="case.merged.1",
    asks=Label(vi="Nhập hồ sơ vụ việc", en="Merge cases"),
    tells=Label(vi="Đã nhập vào vụ việc khác", en="Merged into another case"),
    may=(May(role=Role.HEALTH_DEPARTMENT_OFFICER, scope=Scope.ANY),),
    phases=FIRST_STEPS,
    needs_reason=True,
    basis=basis.CHECK_TRUTH,
    decide=decide,
    evolve=evolve,
    reads=lambda file, command: (command.into,),
    follows=tell_the_other,
    closes=all_not_required,
)
