"""Note on a case that another file tells of the same child, or perhaps of the same, or does not."""

from dataclasses import replace

from domain.case.act import SYSTEM, Case
from domain.law import basis
from domain.record.act import Action, DecisionContext, Label, Line
from domain.record.same_child import (
    OTHER_FILE_NOT_FOUND,
    SAME_CHILD_NOTED,
    NoteSameChild,
    SameChildNoted,
    note,
    noted,
)


def decide(case: Case, command: NoteSameChild, context: DecisionContext) -> SameChildNoted:
    return note(case.same_child, command, context)


def evolve(case: Case, event: SameChildNoted, line: Line) -> Case:
    return replace(case, same_child=noted(case.same_child, event))


NOTE_SAME_CHILD = Action(
    command=NoteSameChild,
    event=SameChildNoted,
    stored_as="case.same_child_noted.1",
    asks=Label(vi="Ghi nhận hồ sơ khác của trẻ em trên vụ việc", en="Note another file of the child on a case"),
    tells=Label(vi="Vụ việc: có hồ sơ khác về cùng một trẻ em", en="Another file of the child noted on the case"),
    may=SYSTEM,
    basis=basis.WHAT_IS_TOLD,
    refuses=(OTHER_FILE_NOT_FOUND, SAME_CHILD_NOTED),
    decide=decide,
    evolve=evolve,
    reads=lambda file, command: (command.other,),
)
