"""Forward a report to the commune of the place, or to another body: at once, and no clock starts again."""

from dataclasses import dataclass, replace
from typing import Annotated

from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Label, Line, insist, met, owed
from domain.record.fields import UnitRef, says
from domain.record.refusals import UNIT_UNKNOWN
from domain.report.clocks import head_of_target, reaches_the_place, this_passing
from domain.report.fields import PlaceOnceSent
from domain.report.refusals import FORWARD_TO_ITSELF
from domain.report.sending import place_after
from domain.report.state import Report, ReportPhase
from domain.report.who import RECEIVER


@dataclass(frozen=True, slots=True, kw_only=True)
class ForwardReport:
    """Where the report goes."""

    to_unit: Annotated[UnitRef, says("Đơn vị có trách nhiệm xử lý tin báo", "The unit that is to act on it")]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportForwarded:
    """A report was sent on; `place` is where it then belongs."""

    from_unit: Annotated[UnitRef, says("Đơn vị chuyển tin báo", "Unit that sent it on")]
    to_unit: UnitRef
    place: PlaceOnceSent


def decide(report: Report, command: ForwardReport, context: DecisionContext) -> ReportForwarded:
    to, own = command.to_unit, context.own_unit
    insist(
        (context.register.exists(to.id, context.at), UNIT_UNKNOWN, "to_unit"),
        (to.id != own.id, FORWARD_TO_ITSELF, "to_unit"),
    )
    return ReportForwarded(from_unit=own, to_unit=to, place=place_after(report, to, context))


def evolve(report: Report, event: ReportForwarded, line: Line) -> Report:
    return replace(
        report,
        phase=ReportPhase.FORWARDED,
        sent_to=event.to_unit,
        sent_at=line.occurred_at,
        passed=report.passed + 1,
        place=event.place,
    )


FORWARD_REPORT = Action(
    command=ForwardReport,
    event=ReportForwarded,
    stored_as="report.forwarded.1",
    asks=Label(vi="Chuyển thông tin", en="Forward the report"),
    tells=Label(vi="Đã chuyển thông tin", en="Report forwarded"),
    may=RECEIVER,
    phases=frozenset({ReportPhase.RECEIVED, ReportPhase.TRIAGED}),
    basis=basis.FORWARD_INFORMATION,
    refuses=(FORWARD_TO_ITSELF,),
    decide=decide,
    evolve=evolve,
    starts=owed(duty.ACKNOWLEDGEMENT, answers=head_of_target, refs=this_passing),
    ends=met(duty.FORWARDING, when=reaches_the_place),
)
