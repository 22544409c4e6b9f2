"""Acknowledge a forwarded report: from now on this unit has it."""

from dataclasses import dataclass, replace
from typing import Annotated

from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Label, Line, met
from domain.record.fields import UnitRef, says
from domain.report.state import Report, ReportPhase
from domain.report.who import SENT_TO


@dataclass(frozen=True, slots=True, kw_only=True)
class AcknowledgeReport:
    """The unit it was sent to has it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportAcknowledged:
    unit: Annotated[UnitRef, says("Đơn vị xác nhận đã nhận tin báo", "Unit that acknowledged it")]


def decide(report: Report, command: AcknowledgeReport, context: DecisionContext) -> ReportAcknowledged:
    return ReportAcknowledged(unit=context.own_unit)


def evolve(report: Report, event: ReportAcknowledged, line: Line) -> Report:
    return replace(report, phase=ReportPhase.TRIAGED, holder=event.unit, held_since=line.occurred_at, sent_to=None)


ACKNOWLEDGE_REPORT = Action(
    command=AcknowledgeReport,
    event=ReportAcknowledged,
    stored_as="report.acknowledged.1",
    asks=Label(vi="Xác nhận đã nhận tin báo", en="Acknowledge the report"),
    tells=Label(vi="Đã xác nhận nhận tin báo", en="Report acknowledged"),
    may=SENT_TO,
    phases=frozenset({ReportPhase.FORWARDED}),
    basis=basis.FORWARD_INFORMATION,
    decide=decide,
    evolve=evolve,
    answers_to=("forward_report",),
    ends=met(duty.ACKNOWLEDGEMENT),
)
