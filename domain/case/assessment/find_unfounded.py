"""Find the case unfounded: the Chair signs that nothing of it is true, and the case ends."""

from dataclasses import dataclass, replace
from typing import Annotated

from domain.case.act import (
    CHAIR_OF_LEAD,
    CITY_CHAIR_ABOVE,
    FIRST_STEPS,
    Case,
    Phase,
    all_not_required,
    unweighed,
    waits_for_department,
)
from domain.case.assessment.earlier import CaseFoundUnfounded1
from domain.case.assessment.fields import ChildHeard
from domain.case.assessment.refusals import FINDING_STANDS, TRUTH_ALREADY_VERIFIED
from domain.case.fields import Findings, Sources
from domain.case.refusals import (
    DEATH_UNSETTLED,
    PROTECTION_IN_FORCE,
    RISK_IS_HIGH,
    RISK_NOT_ASSESSED,
    WAITS_FOR_DEPARTMENT,
)
from domain.case.state.sighting import TraceEnd
from domain.law import basis
from domain.record.act import Action, DecisionContext, Earlier, Label, Line, Refusal, insist
from domain.record.answering import SETTLING, may_settle
from domain.record.fields import Personal, says


@dataclass(frozen=True, slots=True, kw_only=True)
class FindUnfounded:
    """What was found, and from whom."""

    findings: Findings
    sources: Sources


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFoundUnfounded:
    """Nothing of the report proved true. `child_heard`: whether the child's own view was on file by then.

    `no_child`: what the police found, where there is no child to be met; else it was met.
    """

    findings: Personal
    sources: Personal
    child_heard: ChildHeard
    no_child: Annotated[
        TraceEnd | None,
        says("Kết quả xác minh không có trẻ em; trống khi đã gặp trẻ em", "That there is no child; empty if met"),
    ]


CHILD_NEVER_SEEN = Refusal(
    "child_never_seen",
    vi="Chưa gặp trẻ em từ thông tin gần nhất. Đề nghị gặp trẻ em, hoặc tổ chức tìm kiếm để công an xác minh "
    "không có trẻ em như tin báo.",
    en="The child was not met since the last news. Meet it, or start a search in which the police establish "
    "that there is no such child.",
)


def decide(case: Case, command: FindUnfounded, context: DecisionContext) -> CaseFoundUnfounded:
    no_child = case.contact.no_child_since(case.news_at)
    insist(
        (case.truth_verified_at is None, TRUTH_ALREADY_VERIFIED),
        (bool(no_child) or (case.assessments > 0 and not unweighed(case, command, context)), RISK_NOT_ASSESSED),
        (bool(no_child) or case.contact.met_since(case.news_at), CHILD_NEVER_SEEN),
        (bool(no_child) or not case.grave, RISK_IS_HIGH),
        (bool(no_child) or not case.harm_found, FINDING_STANDS),
        (not case.protection.in_force, PROTECTION_IN_FORCE),
        (not waits_for_department(context), WAITS_FOR_DEPARTMENT),
        (case.death_reported is None, DEATH_UNSETTLED),
        *may_settle(case.unit_in_lead, context),
    )
    return CaseFoundUnfounded(
        findings=context.text(command.findings),
        sources=context.text(command.sources),
        child_heard=case.child_heard_at is not None,
        no_child=no_child,
    )


def evolve(case: Case, event: CaseFoundUnfounded | CaseFoundUnfounded1, line: Line) -> Case:
    return replace(case, phase=Phase.UNFOUNDED, closed_at=line.occurred_at)


FIND_UNFOUNDED = Action(
    command=FindUnfounded,
    event=CaseFoundUnfounded,
    stored_as="case.found_unfounded.2",
    asks=Label(vi="Kết luận tin báo không có căn cứ", en="Find the case unfounded"),
    tells=Label(vi="Đã kết luận tin báo không có căn cứ", en="Case found unfounded"),
    may=(*CHAIR_OF_LEAD, *CITY_CHAIR_ABOVE),
    phases=FIRST_STEPS,
    basis=basis.CHECK_TRUTH,
    refuses=(
        TRUTH_ALREADY_VERIFIED,
        RISK_NOT_ASSESSED,
        CHILD_NEVER_SEEN,
        RISK_IS_HIGH,
        FINDING_STANDS,
        PROTECTION_IN_FORCE,
        WAITS_FOR_DEPARTMENT,
        DEATH_UNSETTLED,
        *SETTLING,
    ),
    decide=decide,
    evolve=evolve,
    earlier=(Earlier(event=CaseFoundUnfounded1, stored_as="case.found_unfounded.1", evolve=evolve),),
    closes=all_not_required,
)
