"""How a case stands in the list of cases."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from domain.case.state.case import Case, Phase, RiskLevel
from domain.label import Label
from domain.law.harm import HarmKind
from domain.law.term import local_day
from domain.record.clear import Clear
from domain.record.field import says
from domain.record.listed import Listed, taken
from domain.record.vocabulary import UnitRef


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseSummary:
    """A case in a list. Ask for the whole of it with `case(by: {id: ...})`."""

    number: str
    phase: Phase
    risk: Annotated[RiskLevel | None, says("Mức độ nguy cơ đang áp dụng", "Level of risk that counts")]
    risk_confirmed: bool
    serious_danger: Annotated[bool, says("Trẻ em gặp nguy hiểm nghiêm trọng", "The child is in serious danger")]
    harm_kinds: tuple[HarmKind, ...]
    child_age_band: Annotated[
        str | None,
        says("Nhóm tuổi của trẻ em khi lập hồ sơ: 0-5, 6-10, 11-15, 16+", "Age at opening: 0-5, 6-10, 11-15 or 16+"),
        Clear.SYSTEM,
    ]
    place: UnitRef | None
    residence: UnitRef | None
    lead: UnitRef | None
    clock_start: datetime | None
    opened_at: datetime | None
    closed_at: datetime | None
    urgent: Annotated[bool, says("Có biện pháp can thiệp khẩn cấp đang thực hiện", "An urgent measure is open")]
    separated: Annotated[bool, says("Trẻ em đang được tạm thời cách ly", "The child is separated")]
    no_contact: Annotated[bool, says("Có quyết định cấm tiếp xúc đang có hiệu lực", "A no-contact order holds")]
    reports: Annotated[int, says("Số tin báo đã gắn", "How many reports are linked to it")]
    reopened: int


AGE_BANDS = ((5, "0-5"), (10, "6-10"), (15, "11-15"))


def age_band(case: Case) -> str | None:
    if case.child_birth_year is None or case.opened_at is None:
        return None
    age = local_day(case.opened_at).year - case.child_birth_year
    return next((band for up_to, band in AGE_BANDS if age <= up_to), "16+")


def row(case: Case) -> CaseSummary:
    no_contact = case.protection.no_contact
    return taken(
        CaseSummary,
        case,
        risk=case.level,
        child_age_band=age_band(case),
        urgent=bool(case.protection.open_measures),
        separated=case.protection.separation is not None,
        no_contact=no_contact is not None and not no_contact.over,
        reports=len(case.reports),
    )


CASES = Listed(
    name="cases",
    label=Label(vi="Danh sách vụ việc", en="Cases"),
    row=CaseSummary,
    of=row,
    found_by={
        "phases": "phase",
        "risks": "risk",
        "harm_kinds": "harm_kinds",
        "unit": "lead",
        "separated": "separated",
        "urgent": "urgent",
        "no_contact": "no_contact",
        "opened_at": "opened_at",
    },
    since="opened_at",
)
