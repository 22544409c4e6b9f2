"""Merge a case into another about the same child or event: this file ends, its clocks go on in the other."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated
from uuid import UUID

from domain.case.act import FIRST_STEPS, Case, Phase, all_not_required
from domain.case.follow_ups import AbsorbCase, CarriedClock, CaseFacts
from domain.case.movement.earlier import CasesMerged1
from domain.case.movement.merge_test import MERGE_REFUSALS, merge_test
from domain.case.movement.merging import Sameness, carried_clocks, facts_of
from domain.law import basis
from domain.record.act import Action, DecisionContext, Earlier, FollowUp, Label, Line, insist, present
from domain.record.fields import Kind, points_at, says
from domain.record.who import May, Role, Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeCases:
    """Into which case this one goes, and what is the same."""

    into: Annotated[UUID, says("Vụ việc được tiếp tục giải quyết", "The case that goes on"), points_at(Kind.CASE)]
    same: Annotated[Sameness, says("Nội dung trùng nhau", "What is the same")]


@dataclass(frozen=True, slots=True, kw_only=True)
class CasesMerged:
    """This case ended in another one. `clocks` still ran here and go on there, from the same start."""

    into: UUID
    same: Sameness
    clock_start: Annotated[
        datetime,
        says("Thời điểm tiếp nhận lần đầu của các tin báo trong vụ việc", "When the first report was received"),
    ]
    clocks: Annotated[
        tuple[CarriedClock, ...],
        says("Các thời hạn được tính tiếp ở vụ việc được nhập vào", "Clocks that go on in the other case"),
    ]
    facts: Annotated[CaseFacts, says("Những gì vụ việc đã ghi nhận", "What this case knew")]


def decide(case: Case, command: MergeCases, context: DecisionContext) -> CasesMerged:
    insist(*merge_test(case, command.into, context))
    return CasesMerged(
        into=command.into,
        same=command.same,
        clock_start=present(case.clock_start),
        clocks=carried_clocks(context),
        facts=facts_of(case),
    )


def evolve(case: Case, event: CasesMerged | CasesMerged1, line: Line) -> Case:
    return replace(
        case,
        phase=Phase.MERGED,
        phase_before=case.phase,
        merged_into=event.into,
        merged_in=line.version,
        closed_at=line.occurred_at,
    )


def tell_the_other(case: Case, line: Line) -> tuple[FollowUp, ...]:
    merged: CasesMerged = line.event
    order = AbsorbCase(
        case=line.file_id,
        clock_start=merged.clock_start,
        reports=case.reports,
        clocks=merged.clocks,
        number=case.number,
        facts=merged.facts,
    )
    return (FollowUp(file_id=merged.into, command=order),)


MERGE_CASES = Action(
    command=MergeCases,
    event=CasesMerged,
    stored_as="case.merged.2",
    asks=Label(vi="Nhập hồ sơ vụ việc", en="Merge cases"),
    tells=Label(vi="Đã nhập vào vụ việc khác", en="Merged into another case"),
    may=May.within(Scope.ANY, Role.HEALTH_DEPARTMENT_OFFICER),
    phases=FIRST_STEPS,
    needs_reason=True,
    basis=basis.CHECK_TRUTH,
    refuses=MERGE_REFUSALS,
    decide=decide,
    evolve=evolve,
    reads=lambda file, command: (command.into,),
    follows=tell_the_other,
    closes=all_not_required,
    earlier=(Earlier(event=CasesMerged1, stored_as="case.merged.1", evolve=evolve),),
)
