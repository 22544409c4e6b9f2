"""Note on a report that another child of whom it told has a file of its own."""

from dataclasses import dataclass, replace
from uuid import UUID

from domain.law import basis
from domain.record.act import Action, DecisionContext, Label, Line, Refusal, insist
from domain.record.who import May, Role, Scope
from domain.report.follow_ups import NoteAnotherChild
from domain.report.state import Report

CHILD_NOTED = Refusal("child_noted", vi="Trẻ em này đã được ghi nhận.", en="It was noted already.")


@dataclass(frozen=True, slots=True, kw_only=True)
class AnotherChildNoted:
    report: UUID


def decide(report: Report, command: NoteAnotherChild, context: DecisionContext) -> AnotherChildNoted:
    insist((command.report not in report.told_also, CHILD_NOTED, "report"))
    return AnotherChildNoted(report=command.report)


def evolve(report: Report, event: AnotherChildNoted, line: Line) -> Report:
    return replace(report, told_also=(*report.told_also, event.report))


NOTE_ANOTHER_CHILD = Action(
    command=NoteAnotherChild,
    event=AnotherChildNoted,
    stored_as="report.another_child_noted.1",
    asks=Label(vi="Ghi nhận tin báo nói đến trẻ em khác", en="Note that a report tells of another child"),
    tells=Label(vi="Tin báo này còn nói đến trẻ em khác", en="The report tells of another child, too"),
    may=May.within(Scope.ANY, Role.SYSTEM),
    basis=basis.WHAT_IS_TOLD,
    refuses=(CHILD_NOTED,),
    decide=decide,
    evolve=evolve,
)
