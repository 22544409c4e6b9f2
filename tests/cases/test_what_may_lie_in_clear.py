"""Numbers, names of officials and public facts lie in clear; what does not look like one is refused, and says how."""

from dataclasses import replace
from datetime import date

import pytest

from domain.case.oversight.disclose_to_third_party import DiscloseToThirdParty
from domain.case.protection.complete_urgent_measure import CompleteUrgentMeasure
from domain.case.state.protection import MeasureKind
from domain.law.basis import Statute
from domain.office.appoint_holder import AppointHolder
from domain.office.establish_office import EstablishOffice
from domain.record.clear import Clear
from domain.record.grammar import malformed
from domain.record.personal import PersonalKind
from domain.record.vocabulary import Attachment, Role, office_id, unit_id
from domain.unit.establish_unit import EstablishUnit
from domain.unit.state import Level
from tests.cases.casefile import instant
from tests.cases.protection_ground import PAPER, Town

CHILD = "Đỗ Ngọc Diệp"
AT = "2026-03-02T11:00"


def test_the_number_of_a_decision_is_no_place_for_a_name() -> None:
    town = Town().assessed(parent_is_harmer=True)
    for odd in (CHILD, f"15/QĐ-UBND cho {CHILD}", "15/QĐ-DIỆP", "9" * 300):
        order = town.separation("2026-03-12T00:00", decision_no=odd)
        town.when(order, by=town.thang, at=AT).refused("number_malformed").refused_at(("decision_no",))
    town.given(town.separation("2026-03-12T00:00", decision_no="15/2026/QĐ-UBND"), by=town.thang, at=AT)


def test_a_legal_basis_is_chosen_from_the_laws_and_its_article_is_a_number() -> None:
    town = Town().opened()
    asked = DiscloseToThirdParty(
        recipient="Tòa án", purpose="Xét xử", kinds=(PersonalKind.CHILD,), law=Statute.CHILDREN, article=CHILD
    )
    town.when(asked, by=town.thang, at=AT).refused("article_malformed").refused_at(("article",))
    line = town.given(replace(asked, article=" 19.1 "), by=town.thang, at=AT)
    assert (line.event.law, line.event.article) == (Statute.CHILDREN, "19.1")


def test_an_entry_of_the_file_is_named_by_its_number() -> None:
    town = Town().assessed()
    town.given(town.measure("2026-03-03T00:00", MeasureKind.MEDICAL), by=town.thang, at=AT)
    done = CompleteUrgentMeasure(ref=CHILD, result="Đã khám.")
    town.when(done, by=town.lan, at="2026-03-02T12:00").refused("entry_malformed")


def test_an_attachment_is_of_a_kind_that_is_taken() -> None:
    town = Town().assessed(parent_is_harmer=True)
    order = town.separation("2026-03-12T00:00")
    for odd in (f"image/{CHILD}", "image/x-diep", "pdf"):
        paper = (Attachment(sha256="5c" * 32, size_bytes=31_400, media_type=odd),)
        town.when(order, by=town.thang, at=AT, attachments=paper).refused("attachment_malformed")
    town.given(order, by=town.thang, at=AT, attachments=PAPER)


def test_the_register_holds_public_names_and_nothing_else() -> None:
    town = Town()
    story, at = town.story, "2026-03-01T08:00"
    registrar = town.holds(town.city, Role.REGISTRAR, "Phan Thị Yến")
    home = town.holds(town.city, Role.HOME_AFFAIRS_OFFICER, "Lưu Văn Phúc")
    code = "HP-X"

    def unit(**given: str) -> EstablishUnit:
        asked = {"code": code, "name": "Trung tâm Công tác xã hội", "form": "trung tâm"} | given
        return EstablishUnit(level=Level.PROVIDER, parent=town.city.id, since=date(2026, 3, 1), **asked)

    def asked(command: EstablishUnit) -> None:
        story.when(unit_id(command.code, "2026-03-01"), command, by=registrar, at=at)

    asked(unit(code="Ngọc Diệp"))
    assert "unit_code_malformed" in story.last.refusals
    asked(unit(name=CHILD))
    story.refused("body_malformed")
    asked(unit(form="nhà cháu Diệp"))
    story.refused("form_unknown")
    asked(unit())
    centre = story.recorded().event.ref

    def office(title: str) -> None:
        command = EstablishOffice(unit=centre, role=Role.SERVICE_PROVIDER, title=title)
        story.when(office_id(centre.id, Role.SERVICE_PROVIDER), command, by=registrar, at=at)

    office(f"Trưởng phòng {CHILD}")
    story.refused("title_malformed")
    office("Trưởng phòng Công tác xã hội trẻ em")
    story.recorded()
    for name, code_of_refusal in (
        ("Cháu Diệp bị đánh.", "name_malformed"),
        ("đỗ ngọc diệp", "name_malformed"),
        ("\u202eĐỗ Ngọc Diệp", "name_malformed"),
        ("Đỗ\u200f Ngọc Diệp", "name_malformed"),
        ("Đỗ Ngọc\u2066 Diệp", "name_malformed"),
    ):
        command = AppointHolder(
            person=registrar.id, name=name, since=instant("2026-03-01T09:00"), decision_no="3/QĐ-SNV"
        )
        story.when(office_id(centre.id, Role.SERVICE_PROVIDER), command, by=home, at="2026-03-01T08:30")
        story.refused(code_of_refusal)


@pytest.mark.parametrize("text", ["x", "bich_ngoc", CHILD])
def test_what_the_system_writes_nobody_types(text: str) -> None:
    refusal = malformed(Clear.SYSTEM, text)
    assert refusal is not None
    assert refusal.code == "not_typed"


def test_what_the_system_hands_on_keeps_the_form_in_which_it_was_recorded() -> None:
    """The clock copies the number of a paper that was recorded before numbers had a form."""
    town = Town()
    story = town.story
    command = AppointHolder(
        person=town.lan.id, name="Lan (cũ)", since=instant("2026-03-01T09:00"), decision_no="QĐ số 7, cũ"
    )
    office = office_id(town.kien_an.id, Role.COURT_CLERK)
    story.system(office, EstablishOffice(unit=town.kien_an, role=Role.COURT_CLERK), at="2026-03-01T08:00")
    story.system(office, command, at="2026-03-01T08:30")
