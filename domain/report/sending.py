"""What sending a report on comes to: who takes it there, and where it then belongs."""

from domain.record.file import DecisionContext
from domain.record.refusal import Refusal, present
from domain.record.vocabulary import UnitRef
from domain.report.state import Report
from domain.report.who import SENT_TO
from domain.unit.state import Level

NOBODY_TAKES_IT = Refusal(
    "nobody_takes_it",
    vi="Ở đơn vị này chưa có người có thẩm quyền tiếp nhận tin báo. Đề nghị chuyển đến UBND cấp xã nơi xảy ra, công an "
    "hoặc Sở Y tế.",
    en="Nobody in that unit may take a report. Send it to the commune of the place, to the police or to the health "
    "department.",
)


def somebody_takes_it(to: UnitRef, context: DecisionContext) -> bool:
    """Whether an office of the unit may acknowledge the report; of a commune the Chair answers that one does."""
    if not context.register.exists(to.id, context.at):
        return True  # which is refused for itself
    takers = {row.role for row in SENT_TO}
    offices = context.register.offices_of(to.id, context.at)
    return context.register.is_commune(to, context.at) or any(
        office.ref is not None and office.ref.role in takers and office.holder(context.at) for office in offices
    )


def place_after(report: Report, to: UnitRef, context: DecisionContext) -> UnitRef:
    """A commune it is sent to becomes the place where it happened; any other body leaves the place be."""
    level = context.register.units[to.id].level
    return to if level is Level.COMMUNE else present(report.place)
