"""Resume a suspended case: the child was found, or the case was checked again."""

from dataclasses import dataclass, replace
from typing import Annotated

from domain.case.act import CHAIR_OF_LEAD, LIVE, WORKER, Case
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Label, Line, Refusal, insist, met
from domain.record.fields import Personal, says


@dataclass(frozen=True, slots=True, kw_only=True)
class ResumeCase:
    """What is known now."""

    findings: Annotated[str, says("Thông tin đã tìm hiểu được", "What was found")]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseResumed:
    findings: Personal


CASE_NOT_SUSPENDED = Refusal("case_not_suspended", vi="Vụ việc không tạm dừng.", en="The case is not suspended.")


def decide(case: Case, command: ResumeCase, context: DecisionContext) -> CaseResumed:
    insist((case.suspended_until is not None, CASE_NOT_SUSPENDED))
    return CaseResumed(findings=context.text(command.findings))


def evolve(case: Case, event: CaseResumed, line: Line) -> Case:
    return replace(case, suspended_until=None)


RESUME_CASE = Action(
    command=ResumeCase,
    event=CaseResumed,
    stored_as="case.resumed.1",
    asks=Label(vi="Tiếp tục vụ việc tạm dừng", en="Resume the case"),
    tells=Label(vi="Đã tiếp tục vụ việc", en="Case resumed"),
    may=(*CHAIR_OF_LEAD, *WORKER),
    phases=LIVE,
    basis=basis.CARRY_OUT_PLAN,
    refuses=(CASE_NOT_SUSPENDED,),
    decide=decide,
    evolve=evolve,
    answers_to=("suspend_case",),
    ends=met(duty.SUSPENDED_CHECK),
)
