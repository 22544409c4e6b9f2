"""Find that another file tells of another child, whether it was proposed or linked: both files say so."""

from dataclasses import dataclass, replace
from typing import Annotated
from uuid import UUID

from domain.case.act import Case
from domain.law import basis
from domain.record.act import Action, DecisionContext, FollowUp, Label, Line, Refusal, insist, present
from domain.record.fields import Kind, points_at, says
from domain.record.same_child import NOTING, ChildStanding, OtherFile, OtherKind, standing_to
from domain.record.who import May, Role, Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class UnlinkChildren:
    """The file that is about another child; the reason says by what that is known."""

    other: Annotated[UUID, says("Hồ sơ của trẻ em khác", "The file of another child"), points_at(None)]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildrenUnlinked:
    other: OtherFile
    other_kind: OtherKind


NOT_NOTED_AS_ONE = Refusal(
    "not_noted_as_one",
    vi="Hồ sơ này chưa được đề xuất hoặc xác định là của cùng một trẻ em.",
    en="The file was neither proposed nor found to be of the same child.",
)


def decide(case: Case, command: UnlinkChildren, context: DecisionContext) -> ChildrenUnlinked:
    known = standing_to(case.same_child, command.other)
    insist((known is not None and known.standing is not ChildStanding.APART, NOT_NOTED_AS_ONE, "other"))
    return ChildrenUnlinked(other=command.other, other_kind=present(known).other_kind)


def evolve(case: Case, event: ChildrenUnlinked, line: Line) -> Case:
    rows = tuple(
        replace(row, standing=ChildStanding.APART) if row.other == event.other else row for row in case.same_child
    )
    return replace(case, same_child=rows)


def tell_the_other(case: Case, line: Line) -> tuple[FollowUp, ...]:
    kind = line.event.other_kind
    here = NOTING[kind](other=line.file_id, other_kind=Kind.CASE, standing=ChildStanding.APART)
    return (FollowUp(file_id=line.event.other, command=here),)


UNLINK_CHILDREN = Action(
    command=UnlinkChildren,
    event=ChildrenUnlinked,
    stored_as="case.children_unlinked.1",
    asks=Label(vi="Xác định hai hồ sơ là của hai trẻ em khác nhau", en="Find that two files are of two children"),
    tells=Label(vi="Đã xác định hai hồ sơ là của hai trẻ em khác nhau", en="Two files found to be of two children"),
    may=May.within(Scope.ANY, Role.HEALTH_DEPARTMENT_OFFICER),
    needs_reason=True,
    basis=basis.WHAT_IS_TOLD,
    refuses=(NOT_NOTED_AS_ONE,),
    decide=decide,
    evolve=evolve,
    follows=tell_the_other,
)
