"""The duty of an invented kind of file: its row beside those of the project."""

from datetime import date

from domain.label import Label
from domain.law import basis
from domain.law.basis import Confidence
from domain.law.rule import Duty, DutyRule
from domain.law.term import hours

ERRAND_LIMIT = Duty(
    code="E01",
    label=Label(vi="Làm xong việc vặt", en="Run the errand"),
    start=Label(vi="Khi giao việc vặt", en="Errand given"),
    rules=(
        DutyRule(
            version=1,
            term=hours(4),
            basis=basis.RECEIVE_INFORMATION,
            confidence=Confidence.PROJECT_DEFAULT,
            note=Label(vi="Chỉ dùng trong kiểm thử", en="In tests alone"),
            in_force_from=date(2017, 7, 1),
        ),
    ),
)
