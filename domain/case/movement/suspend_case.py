"""Suspend a case whose child cannot be found after a search; no clock stops for it."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Annotated

from domain.case.act import CHAIR_OF_LEAD, CITY_CHAIR_ABOVE, LIVE, Case, chair_of_lead, own_number, waits_for_department
from domain.case.movement.earlier import CaseSuspended1
from domain.case.refusals import END_ALREADY_PAST, RISK_IS_HIGH, WAITS_FOR_DEPARTMENT
from domain.case.settling import SETTLING, may_settle_case
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Earlier, Label, Line, Refusal, insist, owed
from domain.record.fields import DecisionNo, Personal, says


@dataclass(frozen=True, slots=True, kw_only=True)
class SuspendCase:
    """How the family was searched for, and until when the case rests."""

    search: Annotated[str, says("Việc tìm kiếm trẻ em và gia đình", "What was done to find them")]
    until: Annotated[datetime, says("Thời điểm kiểm tra lại", "When it is looked at again")]
    decision_no: DecisionNo


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseSuspended:
    number: Annotated[int, says("Lần tạm dừng", "Which suspension")]
    search: Personal
    until: datetime
    decision_no: DecisionNo


CASE_SUSPENDED = Refusal("case_suspended", vi="Vụ việc đang tạm dừng.", en="The case is suspended already.")


SUSPENSION_LONGEST = timedelta(days=30)
"""Project default; it can be renewed with another search."""
SUSPENSION_TOO_LONG = Refusal(
    "suspension_too_long",
    vi="Mỗi lần tạm dừng không quá 30 ngày. Khi hết hạn, nếu đã tìm kiếm thêm, có thể tạm dừng lần nữa.",
    en="A case rests for 30 days at most. When they are over it can rest again, after another search.",
)


def decide(case: Case, command: SuspendCase, context: DecisionContext) -> CaseSuspended:
    insist(
        (case.suspended_until is None or case.suspended_until <= context.at, CASE_SUSPENDED),
        (command.until > context.at, END_ALREADY_PAST, "until"),
        (command.until - context.at <= SUSPENSION_LONGEST, SUSPENSION_TOO_LONG, "until"),
        (not case.grave, RISK_IS_HIGH),
        (not waits_for_department(context), WAITS_FOR_DEPARTMENT),
        *may_settle_case(case, context),
    )
    return CaseSuspended(
        number=case.suspensions + 1,
        search=context.text(command.search),
        until=command.until,
        decision_no=command.decision_no,
    )


def evolve(case: Case, event: CaseSuspended | CaseSuspended1, line: Line) -> Case:
    return replace(case, suspended_until=event.until, suspensions=event.number)


SUSPEND_CASE = Action(
    command=SuspendCase,
    event=CaseSuspended,
    stored_as="case.suspended.2",
    asks=Label(vi="Tạm dừng vụ việc", en="Suspend the case"),
    tells=Label(vi="Đã tạm dừng vụ việc", en="Case suspended"),
    may=(*CHAIR_OF_LEAD, *CITY_CHAIR_ABOVE),
    phases=LIVE,
    needs_reason=True,
    basis=basis.CARRY_OUT_PLAN,
    refuses=(RISK_IS_HIGH, END_ALREADY_PAST, CASE_SUSPENDED, SUSPENSION_TOO_LONG, WAITS_FOR_DEPARTMENT, *SETTLING),
    decide=decide,
    evolve=evolve,
    starts=owed(duty.SUSPENDED_CHECK, answers=chair_of_lead, refs=own_number),
    earlier=(Earlier(event=CaseSuspended1, stored_as="case.suspended.1", evolve=evolve),),
)
