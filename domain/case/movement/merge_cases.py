"""Merge a case into another about the same child or event: this file ends, its clocks go on in the other."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated
from uuid import UUID

from domain.case.act import FIRST_STEPS, LIVE, Case, Phase, all_not_required, running_refs
from domain.case.follow_ups import AbsorbCase, CarriedClock
from domain.case.movement.merging import Sameness, carried_clocks, into_the_older
from domain.case.movement.refusals import URGENT_MEASURE_OPEN
from domain.case.refusals import DEATH_UNSETTLED, PROTECTION_IN_FORCE
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, FollowUp, Label, Line, Refusal, insist, present
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


MERGE_INTO_ITSELF = Refusal(
    "merge_into_itself", vi="Không được nhập vụ việc vào chính vụ việc đó.", en="A case cannot be merged into itself."
)
MERGE_INTO_OLDER = Refusal(
    "merge_into_older",
    vi="Hồ sơ lập sau được nhập vào hồ sơ lập trước. Đề nghị thực hiện trên hồ sơ lập sau.",
    en="The newer case is merged into the older one. Do it from the newer file.",
)
MERGE_TARGET_NOT_FOUND = Refusal(
    "merge_target_not_found", vi="Không tìm thấy vụ việc để nhập vào.", en="The case to merge into was not found."
)
MERGE_TARGET_ENDED = Refusal(
    "merge_target_ended",
    vi="Vụ việc để nhập vào đã kết thúc. Đề nghị mở lại vụ việc đó trước.",
    en="The case to merge into has ended. Reopen it first.",
)


def decide(case: Case, command: MergeCases, context: DecisionContext) -> CasesMerged:
    other = context.other(command.into, Kind.CASE)
    target: Case = other.state if other is not None else Case()
    insist(
        (command.into != context.file_id, MERGE_INTO_ITSELF, "into"),
        (target.phase is not Phase.UNKNOWN, MERGE_TARGET_NOT_FOUND, "into"),
        (target.phase in LIVE or target.phase is Phase.UNKNOWN, MERGE_TARGET_ENDED, "into"),
        (target.opened_at is None or into_the_older(case, target, command.into, context), MERGE_INTO_OLDER, "into"),
        (not case.protection.in_force, PROTECTION_IN_FORCE),
        (case.death_reported is None, DEATH_UNSETTLED),
        (not running_refs(duty.NO_CONTACT_DECISION, context), URGENT_MEASURE_OPEN),
    )
    return CasesMerged(
        into=command.into, same=command.same, clock_start=present(case.clock_start), clocks=carried_clocks(context)
    )


def evolve(case: Case, event: CasesMerged, line: Line) -> Case:
    return replace(case, phase=Phase.MERGED, merged_into=event.into, closed_at=line.occurred_at)


def tell_the_other(case: Case, line: Line) -> tuple[FollowUp, ...]:
    merged: CasesMerged = line.event
    order = AbsorbCase(case=line.file_id, clock_start=merged.clock_start, reports=case.reports, clocks=merged.clocks)
    return (FollowUp(file_id=merged.into, command=order),)


MERGE_CASES = Action(
    command=MergeCases,
    event=CasesMerged,
    stored_as="case.merged.1",
    asks=Label(vi="Nhập hồ sơ vụ việc", en="Merge cases"),
    tells=Label(vi="Đã nhập vào vụ việc khác", en="Merged into another case"),
    may=May.within(Scope.ANY, Role.HEALTH_DEPARTMENT_OFFICER),
    phases=FIRST_STEPS,
    needs_reason=True,
    basis=basis.CHECK_TRUTH,
    refuses=(
        DEATH_UNSETTLED,
        PROTECTION_IN_FORCE,
        MERGE_INTO_ITSELF,
        MERGE_INTO_OLDER,
        MERGE_TARGET_NOT_FOUND,
        MERGE_TARGET_ENDED,
        URGENT_MEASURE_OPEN,
    ),
    decide=decide,
    evolve=evolve,
    reads=lambda file, command: (command.into,),
    follows=tell_the_other,
    closes=all_not_required,
)
