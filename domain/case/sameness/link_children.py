"""Find that another case tells of the same child: both files say so, and what befalls the child is told in both."""

from dataclasses import dataclass, replace
from typing import Annotated
from uuid import UUID

from domain.case.act import Case
from domain.law import basis
from domain.record.act import Action, DecisionContext, FollowUp, Label, Line, Refusal, insist, required
from domain.record.fields import AskedAs, Kind, UnitRef, points_at, says
from domain.record.same_child import (
    OTHER_FILE_NOT_FOUND,
    SAME_CHILD_NOTED,
    ChildStanding,
    NoteSameChild,
    OtherNumber,
    OtherUnit,
    SameChildNoted,
    noted,
    standing_to,
)
from domain.record.who import May, Role, Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkChildren:
    """The other case of the child; the reason says by what that is known."""

    case: Annotated[
        UUID,
        says("Vụ việc khác của cùng trẻ em", "The other case of the child"),
        points_at(Kind.CASE),
        AskedAs("other_case_id"),
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildrenLinked:
    case: UUID
    other_number: OtherNumber
    other_unit: OtherUnit


FOUND_APART = Refusal(
    "found_apart",
    vi="Sở Y tế đã xác định đây là hai trẻ em khác nhau. Chỉ công chức Sở Y tế được xác định lại.",
    en="The department found these to be two children. Only its officer may find otherwise.",
)


def decide(case: Case, command: LinkChildren, context: DecisionContext) -> ChildrenLinked:
    other = required(context.other(command.case, Kind.CASE), OTHER_FILE_NOT_FOUND, "case")
    known = standing_to(case.same_child, command.case)
    stands = known.standing if known else None
    by_department = context.by.role is Role.HEALTH_DEPARTMENT_OFFICER
    insist(
        (other.version > 0 and command.case != context.file_id, OTHER_FILE_NOT_FOUND, "case"),
        (stands is not ChildStanding.LINKED, SAME_CHILD_NOTED, "case"),
        (stands is not ChildStanding.APART or by_department, FOUND_APART, "case"),
    )
    unit: UnitRef | None = other.state.lead
    return ChildrenLinked(case=command.case, other_number=other.state.number, other_unit=unit)


def evolve(case: Case, event: ChildrenLinked, line: Line) -> Case:
    told = SameChildNoted(
        other=event.case,
        other_kind=Kind.CASE,
        other_number=event.other_number,
        other_unit=event.other_unit,
        standing=ChildStanding.LINKED,
        matched=None,
    )
    return replace(case, same_child=noted(case.same_child, told))


def tell_the_other(case: Case, line: Line) -> tuple[FollowUp, ...]:
    here = NoteSameChild(other=line.file_id, other_kind=Kind.CASE, standing=ChildStanding.LINKED)
    return (FollowUp(file_id=line.event.case, command=here),)


LINK_CHILDREN = Action(
    command=LinkChildren,
    event=ChildrenLinked,
    stored_as="case.children_linked.1",
    asks=Label(vi="Xác định vụ việc khác là của cùng một trẻ em", en="Find that two cases are of one child"),
    tells=Label(vi="Đã xác định hai vụ việc là của cùng một trẻ em", en="Two cases found to be of one child"),
    may=(
        *May.within(Scope.LEAD, Role.PROTECTION_WORKER, Role.COMMUNE_CHAIR),
        *May.within(Scope.ANY, Role.HEALTH_DEPARTMENT_OFFICER),
    ),
    needs_reason=True,
    basis=basis.WHAT_IS_TOLD,
    refuses=(OTHER_FILE_NOT_FOUND, SAME_CHILD_NOTED, FOUND_APART),
    decide=decide,
    evolve=evolve,
    reads=lambda file, command: (command.case,),
    follows=tell_the_other,
)
