"""How long records are kept before a person's data in them may be erased, and how long an erasure waits.

The archive's own time limits come on top of these, and are longer: here stands what no erasure may undercut.
"""

from datetime import date

from domain.label import Label
from domain.law import basis
from domain.law.basis import Confidence, LegalBasis
from domain.law.rule import Duty, DutyRule
from domain.law.term import Term, days, months, working_days

FROM_THE_BEGINNING = date(2017, 6, 1)
ENDED = Label(vi="Lần ghi cuối cùng trong hồ sơ", en="The last line of the file")


# fmt: off
def _kept(
    code: str, label: Label, start: Label, term: Term, of: LegalBasis, confidence: Confidence, note: Label
) -> Duty:
    rule = DutyRule(
        version=1, term=term, basis=of, confidence=confidence, note=note, in_force_from=FROM_THE_BEGINNING
    )
    return Duty(code=code, label=label, start=start, rules=(rule,))


COMPLAINT_TIME = _kept(
    "K01", Label(vi="Lưu tin báo, vụ việc không có căn cứ", en="Keep a report, or a case found untrue"), ENDED,
    days(90, moves=False), basis.COMPLAINT, Confidence.LAW,
    Label(vi="Thời hiệu khiếu nại 90 ngày: chừng đó dữ liệu còn là chứng cứ",
          en="A complaint may be brought for 90 days: so long the data is evidence"),
)
CASE_FILE = _kept(
    "K02", Label(vi="Lưu hồ sơ vụ việc", en="Keep the file of a case"), ENDED,
    months(120, moves=False), basis.DATA_PROTECTION, Confidence.PROJECT_DEFAULT,
    Label(vi="Pháp luật không có con số; 10 năm, đủ thời hiệu xử lý kỷ luật",
          en="No figure in law; 10 years, in which discipline can still be decided"),
)
DEATH_FILE = _kept(
    "K03", Label(vi="Lưu hồ sơ của trẻ em đã tử vong", en="Keep the file of a child who died"), ENDED,
    months(240, moves=False), basis.DATA_PROTECTION, Confidence.PROJECT_DEFAULT,
    Label(vi="Pháp luật không có con số; 20 năm, đủ thời hiệu truy cứu tội đặc biệt nghiêm trọng",
          en="No figure in law; 20 years, in which the gravest crimes can be prosecuted"),
)
OBJECTION_TIME = _kept(
    "K04", Label(vi="Chờ ý kiến phản đối việc xóa dữ liệu", en="Wait for objections to an erasure"),
    Label(vi="Khi đề nghị xóa dữ liệu", en="The erasure is ordered"),
    working_days(10), basis.DATA_PROTECTION, Confidence.PROJECT_DEFAULT,
    Label(vi="Pháp luật không có con số; 10 ngày làm việc do dự án đặt",
          en="No figure in law; 10 working days set by the project"),
)
# fmt: on

KEEPING: tuple[Duty, ...] = (COMPLAINT_TIME, CASE_FILE, DEATH_FILE, OBJECTION_TIME)
