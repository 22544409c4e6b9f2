"""Forward a report to the commune of the place, or to another body: at once, and no clock starts again."""

from dataclasses import dataclass, replace
from typing import Annotated

from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Label, Line, Refusal, insist, met, not_required, owed
from domain.record.fields import UnitRef, says
from domain.record.refusals import UNIT_UNKNOWN
from domain.report.clocks import head_of_target, reaches_the_place, this_passing
from domain.report.fields import PlaceOnceSent
from domain.report.refusals import FORWARD_TO_ITSELF
from domain.report.sending import NOBODY_TAKES_IT, place_after, somebody_takes_it
from domain.report.state import WAITING, Report, ReportPhase
from domain.report.who import RECEIVER

SENT_THERE_ALREADY = Refusal(
    "sent_there_already",
    vi="Tin báo đã được chuyển đến đơn vị này và đang chờ xác nhận.",
    en="The report was sent to that unit already and waits to be acknowledged.",
)


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
        (to.id == own.id or somebody_takes_it(to, context), NOBODY_TAKES_IT, "to_unit"),
        (report.sent_to is None or report.sent_to.id != to.id, SENT_THERE_ALREADY, "to_unit"),
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
    asks=Label(vi="Chuyển tin báo", en="Forward the report"),
    tells=Label(vi="Đã chuyển tin báo", en="Report forwarded"),
    may=RECEIVER,
    phases=WAITING,
    basis=basis.FORWARD_INFORMATION,
    refuses=(FORWARD_TO_ITSELF, NOBODY_TAKES_IT, SENT_THERE_ALREADY),
    decide=decide,
    evolve=evolve,
    starts=owed(duty.ACKNOWLEDGEMENT, answers=head_of_target, refs=this_passing),
    ends=(*met(duty.FORWARDING, when=reaches_the_place), *not_required(duty.ACKNOWLEDGEMENT)),
)
