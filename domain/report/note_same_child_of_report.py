"""Note on a report that another file tells of the same child, or perhaps of the same, or does not."""

from dataclasses import replace

from domain.law import basis
from domain.record.act import Action, DecisionContext, Label, Line
from domain.record.same_child import (
    OTHER_FILE_NOT_FOUND,
    SAME_CHILD_NOTED,
    NoteSameChildOfReport,
    SameChildNoted,
    note,
    noted,
)
from domain.record.who import May, Role, Scope
from domain.report.state import Report


def decide(report: Report, command: NoteSameChildOfReport, context: DecisionContext) -> SameChildNoted:
    return note(report.same_child, command, context)


def evolve(report: Report, event: SameChildNoted, line: Line) -> Report:
    return replace(report, same_child=noted(report.same_child, event))


NOTE_SAME_CHILD_OF_REPORT = Action(
    command=NoteSameChildOfReport,
    event=SameChildNoted,
    stored_as="report.same_child_noted.1",
    asks=Label(vi="Ghi nhận hồ sơ khác của trẻ em trên tin báo", en="Note another file of the child on a report"),
    tells=Label(
        vi="Tin báo: có hồ sơ khác về cùng một trẻ em",
        en="Another file of the child noted on the report",
    ),
    may=May.within(Scope.ANY, Role.SYSTEM),
    basis=basis.WHAT_IS_TOLD,
    refuses=(OTHER_FILE_NOT_FOUND, SAME_CHILD_NOTED),
    decide=decide,
    evolve=evolve,
    reads=lambda file, command: (command.other,),
)
