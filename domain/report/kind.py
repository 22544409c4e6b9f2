"""What a report's file is: its phases and where it stands among the units."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from domain.record.action import FileKind, Scope
from domain.record.field import says
from domain.record.label import Label
from domain.record.vocabulary import Kind, UnitRef
from domain.report.state import Report


def where(report: Report, command: Any) -> Mapping[Scope, frozenset[UUID]]:
    def ids(*refs: UnitRef | None) -> frozenset[UUID]:
        return frozenset(ref.id for ref in refs if ref is not None)

    return {
        Scope.OWN: ids(report.receiver),
        Scope.RECEIVER: ids(report.holder),
        Scope.TARGET: ids(report.sent_to),
        Scope.PLACE: ids(report.place),
        Scope.ABOVE: ids(report.place, report.holder),
    }


REPORT = FileKind(
    name=Kind.REPORT,
    label=Label(vi="Tin báo", en="Report"),
    empty=Report,
    phase=lambda report: report.phase,
    where=where,
    matter=lambda report: report.place,
    began=lambda report: report.received_at,
    asked_as=("report_id", says("Tin báo", "The report")),
)
