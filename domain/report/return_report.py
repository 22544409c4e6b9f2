"""Return a report sent to the wrong place and name the right one: it goes there, and its clocks run on."""

from dataclasses import dataclass, replace
from typing import Annotated

from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Label, Line, Refusal, insist, not_required, owed, present
from domain.record.fields import UnitRef, says
from domain.record.refusals import UNIT_UNKNOWN
from domain.record.who import May, Role, Scope
from domain.report.clocks import head_of_target, head_who_returns, since_it_came, that_passing, this_passing
from domain.report.fields import PlaceOnceReturned, WhenItHadCome
from domain.report.refusals import FORWARD_TO_ITSELF
from domain.report.sending import NOBODY_TAKES_IT, place_after, somebody_takes_it
from domain.report.state import Report, ReportPhase


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnReport:
    """Which unit is the right one."""

    right_unit: Annotated[
        UnitRef, says("Đơn vị có trách nhiệm tiếp nhận tin báo", "The unit that it should have gone to")
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportReturned:
    """The unit it was sent to found that it belongs elsewhere; `sent_at` is when it had come."""

    by_unit: Annotated[UnitRef, says("Đơn vị trả lại tin báo", "Unit that returned it")]
    right_unit: UnitRef
    place: PlaceOnceReturned
    sent_at: WhenItHadCome


RETURNED_BEFORE = Refusal(
    "returned_before",
    vi="Đơn vị này đã trả lại tin báo. Đề nghị xác nhận đã nhận rồi xử lý, hoặc xin ý kiến Sở Y tế.",
    en="That unit has returned the report before. Acknowledge it and act, or ask the health department.",
)


def decide(report: Report, command: ReturnReport, context: DecisionContext) -> ReportReturned:
    right, own = command.right_unit, context.own_unit
    insist(
        (context.register.exists(right.id, context.at), UNIT_UNKNOWN, "right_unit"),
        (right.id != own.id, FORWARD_TO_ITSELF, "right_unit"),
        (right.id not in report.returned_by, RETURNED_BEFORE, "right_unit"),
        (right.id == own.id or somebody_takes_it(right, context), NOBODY_TAKES_IT, "right_unit"),
    )
    return ReportReturned(
        by_unit=own, right_unit=right, place=place_after(report, right, context), sent_at=present(report.sent_at)
    )


def evolve(report: Report, event: ReportReturned, line: Line) -> Report:
    return replace(
        report,
        sent_to=event.right_unit,
        sent_at=line.occurred_at,
        passed=report.passed + 1,
        returned_by=(*report.returned_by, event.by_unit.id),
        place=event.place,
    )


RETURN_REPORT = Action(
    command=ReturnReport,
    event=ReportReturned,
    stored_as="report.returned.1",
    asks=Label(vi="Trả lại tin báo sai địa bàn", en="Return the report"),
    tells=Label(vi="Đã trả lại tin báo sai địa bàn", en="Report returned"),
    may=May.within(Scope.TARGET, Role.INTAKE_OFFICER, Role.PROTECTION_WORKER),
    phases=frozenset({ReportPhase.FORWARDED}),
    needs_reason=True,
    basis=basis.FORWARD_INFORMATION,
    refuses=(FORWARD_TO_ITSELF, RETURNED_BEFORE, NOBODY_TAKES_IT),
    decide=decide,
    evolve=evolve,
    answers_to=("forward_report",),
    starts=(
        *owed(
            duty.RETURN_OF_REPORT, since=since_it_came, answers=head_who_returns, refs=that_passing, met_at_once=True
        ),
        *owed(duty.ACKNOWLEDGEMENT, answers=head_of_target, refs=this_passing),
    ),
    ends=not_required(duty.ACKNOWLEDGEMENT),
)
