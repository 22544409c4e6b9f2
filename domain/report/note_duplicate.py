"""Note on a report that another one was laid aside for it: if this one is rejected, that one waits again."""

from dataclasses import dataclass, replace
from uuid import UUID

from domain.law import basis
from domain.record.act import Action, DecisionContext, Label, Line, Refusal, insist
from domain.record.who import May, Role, Scope
from domain.report.follow_ups import NoteDuplicate
from domain.report.state import Report

DUPLICATE_NOTED = Refusal("duplicate_noted", vi="Tin báo trùng này đã được ghi nhận.", en="It was noted already.")


@dataclass(frozen=True, slots=True, kw_only=True)
class DuplicateNoted:
    report: UUID


def decide(report: Report, command: NoteDuplicate, context: DecisionContext) -> DuplicateNoted:
    insist((command.report not in report.duplicates, DUPLICATE_NOTED, "report"))
    return DuplicateNoted(report=command.report)


def evolve(report: Report, event: DuplicateNoted, line: Line) -> Report:
    return replace(report, duplicates=(*report.duplicates, event.report))


NOTE_DUPLICATE = Action(
    command=NoteDuplicate,
    event=DuplicateNoted,
    stored_as="report.duplicate_noted.1",
    asks=Label(vi="Ghi nhận tin báo trùng", en="Note a duplicate"),
    tells=Label(vi="Đã ghi nhận tin báo trùng", en="Duplicate noted"),
    may=May.within(Scope.ANY, Role.SYSTEM),
    basis=basis.CHECK_TRUTH,
    refuses=(DUPLICATE_NOTED,),
    decide=decide,
    evolve=evolve,
)
