"""Note on a report that another child of it was named: the first file shows the files of them all."""

from dataclasses import dataclass, replace
from uuid import UUID

from domain.law import basis
from domain.record.act import Action, DecisionContext, Label, Line, Refusal, insist
from domain.record.who import May, Role, Scope
from domain.report.follow_ups import NoteAnotherChild
from domain.report.state import Report

OTHER_CHILD_NOTED = Refusal("other_child_noted", vi="Trẻ em này đã được ghi nhận.", en="This child was noted already.")


@dataclass(frozen=True, slots=True, kw_only=True)
class AnotherChildNoted:
    report: UUID


def decide(report: Report, command: NoteAnotherChild, context: DecisionContext) -> AnotherChildNoted:
    insist((command.report not in report.told_of, OTHER_CHILD_NOTED, "report"))
    return AnotherChildNoted(report=command.report)


def evolve(report: Report, event: AnotherChildNoted, line: Line) -> Report:
    return replace(report, told_of=(*report.told_of, event.report))


NOTE_ANOTHER_CHILD = Action(
    command=NoteAnotherChild,
    event=AnotherChildNoted,
    stored_as="report.another_child_noted.1",
    asks=Label(vi="Ghi nhận tin báo của trẻ em khác", en="Note the file of another child"),
    tells=Label(vi="Tin báo có thêm trẻ em, đã lập tin báo riêng", en="Another child of the report has its own file"),
    may=May.within(Scope.ANY, Role.SYSTEM),
    basis=basis.WHAT_IS_TOLD,
    refuses=(OTHER_CHILD_NOTED,),
    decide=decide,
    evolve=evolve,
)
