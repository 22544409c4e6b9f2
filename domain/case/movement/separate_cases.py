"""Separate a case that was merged by mistake: it goes on by itself, and its clocks as they were.

What was written meanwhile stays where it was written, in the other file; this one names it.
"""

from dataclasses import dataclass, replace
from typing import Annotated
from uuid import UUID

from domain.case.act import Case, Phase
from domain.case.follow_ups import ReleaseCase
from domain.case.movement.clocks import what_the_merging_ended
from domain.law import basis
from domain.record.act import Action, DecisionContext, FollowUp, Label, Line, Refusal, insist, present
from domain.record.fields import Clear, DecisionNo, Kind, points_at, says
from domain.record.who import May, Role, Scope

OtherCase = Annotated[
    UUID, says("Vụ việc đã nhập vào trước đó", "The case it had been merged into"), points_at(Kind.CASE)
]


@dataclass(frozen=True, slots=True, kw_only=True)
class SeparateCases:
    """Out of which case it is taken again, and by which decision; `reason` says why."""

    out_of: OtherCase
    decision_no: DecisionNo


@dataclass(frozen=True, slots=True, kw_only=True)
class CasesSeparated:
    """The case goes on in `phase`. Lines of the other case up to `other_version` may be about this one as well."""

    decision_no: DecisionNo
    out_of: OtherCase
    other_version: Annotated[
        int,
        says("Dòng cuối của vụ việc đó khi tách", "Last line of that case when they were separated"),
        Clear.SYSTEM,
    ]
    phase: Annotated[Phase, says("Giai đoạn của vụ việc được khôi phục", "Where the case stands again")]


NOT_MERGED_INTO_IT = Refusal(
    "not_merged_into_it",
    vi="Vụ việc này không được nhập vào hồ sơ được dẫn chiếu.",
    en="This case was not merged into that one.",
)


def decide(case: Case, command: SeparateCases, context: DecisionContext) -> CasesSeparated:
    insist((command.out_of == case.merged_into, NOT_MERGED_INTO_IT, "out_of"))
    return CasesSeparated(
        decision_no=command.decision_no,
        out_of=command.out_of,
        other_version=present(context.other(command.out_of, Kind.CASE)).version,
        phase=present(case.phase_before),
    )


def evolve(case: Case, event: CasesSeparated, line: Line) -> Case:
    return replace(
        case,
        phase=event.phase,
        phase_before=None,
        merged_into=None,
        merged_in=0,
        closed_at=None,
        news_at=line.occurred_at,
    )


def tell_the_other(case: Case, line: Line) -> tuple[FollowUp, ...]:
    return (FollowUp(file_id=line.event.out_of, command=ReleaseCase(case=line.file_id)),)


SEPARATE_CASES = Action(
    command=SeparateCases,
    event=CasesSeparated,
    stored_as="case.separated.1",
    asks=Label(vi="Tách hồ sơ đã nhập", en="Separate merged cases"),
    tells=Label(vi="Đã tách khỏi vụ việc đã nhập vào", en="Separated from the other case"),
    may=May.within(Scope.ANY, Role.HEALTH_DEPARTMENT_OFFICER),
    phases=frozenset({Phase.MERGED}),
    needs_reason=True,
    basis=basis.CHECK_TRUTH,
    refuses=(NOT_MERGED_INTO_IT,),
    decide=decide,
    evolve=evolve,
    reads=lambda file, command: (command.out_of,),
    follows=tell_the_other,
    restarts=what_the_merging_ended,
)
