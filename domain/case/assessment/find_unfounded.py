"""Find the case unfounded: the Chair signs that nothing of it is true, and the case ends."""

from dataclasses import dataclass, replace

from domain.case.act import CHAIR_OF_LEAD, CITY_CHAIR_ABOVE, FIRST_STEPS, Case, Phase, all_not_required
from domain.case.assessment.earlier import CaseFoundUnfounded1, CaseFoundUnfounded2
from domain.case.assessment.fields import ChildHeard, NoChildFound
from domain.case.assessment.unfounded import UNFOUNDED_REFUSALS, unfounded_test
from domain.case.fields import Findings, Sources
from domain.law import basis
from domain.record.act import Action, DecisionContext, Earlier, Label, Line, insist
from domain.record.fields import DecisionNo, Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class FindUnfounded:
    """What was found, and from whom, and by which decision the case ends."""

    decision_no: DecisionNo
    findings: Findings
    sources: Sources


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFoundUnfounded:
    """Nothing of the report proved true. `child_heard`: whether the child's own view was on file by then.

    `no_child`: what the police found, where there is no child to be met; else it was met.
    """

    decision_no: DecisionNo
    findings: Personal
    sources: Personal
    child_heard: ChildHeard
    no_child: NoChildFound


def decide(case: Case, command: FindUnfounded, context: DecisionContext) -> CaseFoundUnfounded:
    no_child = case.contact.no_child_since(case.news_at)
    insist(*unfounded_test(case, bool(no_child), context))
    return CaseFoundUnfounded(
        decision_no=command.decision_no,
        findings=context.text(command.findings),
        sources=context.text(command.sources),
        child_heard=case.child_heard_at is not None,
        no_child=no_child,
    )


def evolve(case: Case, event: CaseFoundUnfounded | CaseFoundUnfounded2 | CaseFoundUnfounded1, line: Line) -> Case:
    """What was true before it was reopened stays so: it is closed again."""
    return replace(case, phase=Phase.CLOSED if case.true_before else Phase.UNFOUNDED, closed_at=line.occurred_at)


FIND_UNFOUNDED = Action(
    command=FindUnfounded,
    event=CaseFoundUnfounded,
    stored_as="case.found_unfounded.3",
    asks=Label(vi="Kết luận tin báo không có căn cứ", en="Find the case unfounded"),
    tells=Label(vi="Đã kết luận tin báo không có căn cứ", en="Case found unfounded"),
    may=(*CHAIR_OF_LEAD, *CITY_CHAIR_ABOVE),
    phases=FIRST_STEPS,
    basis=basis.CHECK_TRUTH,
    refuses=UNFOUNDED_REFUSALS,
    decide=decide,
    evolve=evolve,
    earlier=(
        Earlier(event=CaseFoundUnfounded2, stored_as="case.found_unfounded.2", evolve=evolve),
        Earlier(event=CaseFoundUnfounded1, stored_as="case.found_unfounded.1", evolve=evolve),
    ),
    closes=all_not_required,
)
