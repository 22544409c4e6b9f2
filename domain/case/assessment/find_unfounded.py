"""Find the case unfounded: the Chair signs that nothing of it is true, and the case ends."""

from dataclasses import dataclass, replace

from domain.case.clocks import all_not_required, unweighed
from domain.case.state.case import FIRST_STEPS, Case, Phase
from domain.case.who import CHAIR
from domain.law import basis
from domain.record.action import Action
from domain.record.answering import answers_for_open_lapse
from domain.record.file import DecisionContext
from domain.record.line import Line
from domain.record.personal import Personal
from domain.record.refusal import insist, said
from domain.record.vocabulary import Kind, Label


@dataclass(frozen=True, slots=True, kw_only=True)
class FindUnfounded:
    """What was found, and who or what it was learnt from."""

    findings: str
    sources: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFoundUnfounded:
    """Nothing of the report proved true. `child_heard`: whether the child's own view was on file by then."""

    findings: Personal
    sources: Personal
    child_heard: bool


def decide(case: Case, command: FindUnfounded, context: DecisionContext) -> CaseFoundUnfounded:
    insist(
        (said(command.findings), "facts_required", "findings"),
        (said(command.sources), "sources_required", "sources"),
        (case.truth_verified_at is None, "truth_already_verified"),
        (len(case.reports) == 1 or not unweighed(case, command, context), "risk_not_assessed"),
        (not case.grave, "risk_is_high"),
        (not case.protection.in_force, "protection_in_force"),
        (not answers_for_open_lapse(context.by.person, context), "answerable_for_lapse"),
    )
    return CaseFoundUnfounded(
        findings=context.text(command.findings),
        sources=context.text(command.sources),
        child_heard=case.child_heard_at is not None,
    )


def evolve(case: Case, event: CaseFoundUnfounded, line: Line) -> Case:
    return replace(case, phase=Phase.UNFOUNDED, closed_at=line.occurred_at)


FIND_UNFOUNDED = Action(
    kind=Kind.CASE,
    command=FindUnfounded,
    event=CaseFoundUnfounded,
    stored_as="case.found_unfounded.1",
    asks=Label(vi="Kết luận thông tin không có căn cứ", en="Find the case unfounded"),
    tells=Label(vi="Đã kết luận thông tin không có căn cứ", en="Case found unfounded"),
    may=CHAIR,
    phases=FIRST_STEPS,
    basis=basis.CHECK_TRUTH,
    decide=decide,
    evolve=evolve,
    closes=all_not_required,
)
