"""What sending a report on comes to: where it then belongs."""

from domain.record.file import DecisionContext
from domain.record.refusal import present
from domain.record.vocabulary import UnitRef
from domain.report.state import Report
from domain.unit.state import Level


def place_after(report: Report, to: UnitRef, context: DecisionContext) -> UnitRef:
    """A commune it is sent to becomes the place where it happened; any other body leaves the place be."""
    level = context.register.units[to.id].level
    return to if level is Level.COMMUNE else present(report.place)
