"""What each act and duty rests on: how it is cited, how sure that is, and which forms belong to which acts."""

from dataclasses import dataclass
from datetime import datetime

import pytest

from domain.acts import ACTIONS
from domain.catalogue import BY_STORED_NAME
from domain.law import basis, duty
from domain.law.basis import CHECKED, DOCUMENTS, FORM_TO_VERIFY, Citation, LegalBasis
from domain.law.duty import DUTIES

CITED = {act.name: act.basis for act in ACTIONS} | {each.code: each.rules[-1].basis for each in DUTIES}


def test_a_place_is_cited_from_the_smallest_part_to_the_document() -> None:
    told = basis.RECEIVE_INFORMATION.label
    assert told.vi == "khoản 1 Điều 25 Nghị định số 56/2017/NĐ-CP (Mẫu số 01)"
    assert told.en == "Art. 25(1), Decree 56/2017/NĐ-CP (form 01)"
    assert basis.NO_CONTACT.label.vi == "Điều 25 Luật Phòng, chống bạo lực gia đình số 13/2022/QH15"
    assert LegalBasis(basis.DECREE_56, "31.1.b").label.vi == "điểm b khoản 1 Điều 31 Nghị định số 56/2017/NĐ-CP"
    assert basis.HEADS_ANSWER.label.vi.startswith("điểm 3 mục II Kế hoạch số 216/KH-UBND")
    assert basis.HEADS_ANSWER.label.en == "part II(3), Plan 216/KH-UBND of 2020, Hải Phòng"


def test_a_document_without_a_place_and_one_that_is_not_known_are_cited_by_name() -> None:
    assert basis.DATA_PROTECTION.label.vi == "Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15"
    assert LegalBasis("Nghị định 76/2023/NĐ-CP", "").label.vi == "Nghị định 76/2023/NĐ-CP"
    assert LegalBasis("Nghị định 76/2023/NĐ-CP", "").sure is Citation.TO_VERIFY


@pytest.mark.parametrize("name", CITED)
def test_each_act_and_duty_cites_a_document_that_has_a_name_in_both_languages(name: str) -> None:
    cited = CITED[name]
    assert cited.document in DOCUMENTS
    assert cited.label.vi != cited.label.en


def test_a_form_is_cited_by_the_act_whose_form_it_is_and_by_no_other() -> None:
    assert {act.name: act.basis.form for act in ACTIONS if act.basis.form} == {
        "receive_report": "Mẫu 01",
        "assess_initial_risk": "Mẫu 02",
        "assess_detailed": "Mẫu 03",
        "draft_plan": "Mẫu 04",
        "approve_plan": "Mẫu 05",
        "review_plan": "Mẫu 06",
        "order_separation": "Mẫu 07",
    }


def test_what_was_not_checked_says_so() -> None:
    assert basis.CHECK_TRUTH.sure is Citation.CHECKED
    assert {basis.SEPARATION_ORDER.sure, basis.PLAN_REVIEW.sure} == {Citation.FORM_TO_VERIFY}
    to_verify = {CITED[n].sure for n in ("place_in_alternative_care", "end_alternative_care", "form_commune_group")}
    assert to_verify == {Citation.TO_VERIFY}
    assert {CITED[n].sure for n in ("merge_unit", "appoint_holder", "delegate_power")} == {Citation.TO_VERIFY}
    assert not CHECKED & FORM_TO_VERIFY


@dataclass
class Then:
    occurred_at: datetime


@pytest.mark.parametrize(
    ("day", "law"),
    [("2025-02-28", "77/2015/QH13"), ("2025-03-01", "65/2025/QH15"), ("2025-07-01", "72/2025/QH15")],
)
def test_an_act_on_units_and_offices_cites_the_law_of_its_day(day: str, law: str) -> None:
    then = Then(datetime.fromisoformat(f"{day}T08:00+07:00"))
    for name in ("unit.merged.1", "office.established.1", "office.power_delegated.1"):
        cited = BY_STORED_NAME[name].cites(None, then)  # pyright: ignore[reportArgumentType]
        assert cited is not None
        assert cited.document.endswith(law)


def test_what_looks_into_a_lapse_rests_on_the_plan_and_the_lapse_on_the_duty_that_ran_out() -> None:
    assert CITED["look_into_lapses"] == duty.REPEATED_LAPSES.rules[-1].basis == basis.HEADS_ANSWER
    assert basis.HEADS_ANSWER.article == "II.3"
