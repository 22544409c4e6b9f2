"""Three files tell of one child: each says that the others are there, people decide, and news reaches all of them."""

from dataclasses import replace
from typing import Any
from uuid import UUID, uuid5

import pytest

from domain.case.intake.confirm_correction import ConfirmCorrection
from domain.case.intake.correct_case import CorrectCase
from domain.case.intake.open_case import OpenCase
from domain.case.intake.refuse_correction import RefuseCorrection
from domain.case.movement.annul_death import AnnulDeath, WhyAnnulled
from domain.case.sameness.link_children import LinkChildren
from domain.case.sameness.news import ChildNews, NoteNewsOfChild
from domain.case.sameness.unlink_children import UnlinkChildren
from domain.catalogue import KINDS
from domain.contact.record_contact import RecordContact
from domain.contact.state import ContactWith
from domain.record.naming import MatchedBy, forms, matched
from domain.record.personal import PersonalKind
from domain.record.refusal import present
from domain.record.same_child import (
    NOTING,
    ChildStanding,
    NoteSameChild,
    NoteSameChildOfContact,
    NoteSameChildOfReport,
)
from domain.record.vocabulary import BAOVE, Kind, case_id
from domain.report.link_report import LinkReport
from tests.cases.casefile import instant
from tests.cases.protection_ground import Town, certificate, dead

CONTACT = uuid5(BAOVE, "story:contacts")
PROPOSED, LINKED, APART = ChildStanding.PROPOSED, ChildStanding.LINKED, ChildStanding.APART


class TwoCases(Town):
    """A case of An Biên and one of Kiến An, which the system found to name a child alike."""

    def __init__(self) -> None:
        super().__init__()
        self.opened()
        there = self.told(at="2026-03-05T09:00", to=self.mo, place=self.kien_an)
        self.there = case_id(there)
        self.story.given(self.there, OpenCase(report=there, place=self.kien_an), by=self.mo, at="2026-03-05T09:30")

    def proposes(self, matched: MatchedBy, *, at: str) -> None:
        """The system tells both files, as it does once both name the child."""
        for file, other in ((self.case, self.there), (self.there, self.case)):
            note = NoteSameChild(other=other, other_kind=Kind.CASE, standing=PROPOSED, matched=matched)
            self.story.system(file, note, at=at)

    def rows(self, file: UUID) -> list[tuple[UUID, ChildStanding, MatchedBy | None]]:
        return [(row.other, row.standing, row.matched) for row in self.story.state(file).same_child]

    def news(self, file: UUID) -> list[ChildNews]:
        return [line.event.news for line in self.story.lines if line.file_id == file and hasattr(line.event, "news")]


@pytest.fixture
def two() -> TwoCases:
    return TwoCases()


def test_both_leading_units_see_number_and_unit_of_the_other_file_and_nothing_of_it(two: TwoCases) -> None:
    two.proposes(MatchedBy.NAME_AND_YEAR, at="2026-03-05T09:31")
    (here,), (there,) = two.now.same_child, two.story.state(two.there).same_child
    assert (here.other_number, here.other_unit) == (two.story.state(two.there).number, two.kien_an)
    assert (there.other_number, there.other_unit) == (two.now.number, two.an_bien)
    assert two.story.lines[-1].starts == two.story.lines[-1].ends == ()


def test_a_report_and_contacts_are_told_too(two: TwoCases) -> None:
    """Three files of one child: a case, a report that waits elsewhere, and what the housing office noted."""
    report = two.told(at="2026-03-06T08:00", to=two.mo, place=two.kien_an)
    contact = RecordContact(
        place=two.kien_an, made_at=instant("2026-03-06T09:00"), made_by=ContactWith.CARER, note="Mẹ cháu xin chỗ ở."
    )
    two.story.given(CONTACT, contact, by=two.mo, at="2026-03-06T09:00")
    noting = NoteSameChildOfReport(
        other=two.case, other_kind=Kind.CASE, standing=PROPOSED, matched=MatchedBy.NAME_ALONE
    )
    two.story.system(report, noting, at="2026-03-06T09:01")
    of_contact = NoteSameChildOfContact(
        other=report, other_kind=Kind.REPORT, standing=PROPOSED, matched=MatchedBy.NAME_ALONE
    )
    two.story.system(CONTACT, of_contact, at="2026-03-06T09:01")
    assert two.rows(report) == [(two.case, PROPOSED, MatchedBy.NAME_ALONE)]
    assert two.rows(CONTACT) == [(report, PROPOSED, MatchedBy.NAME_ALONE)]
    wrong = NoteSameChild(other=report, other_kind=Kind.CASE, standing=PROPOSED, matched=MatchedBy.NAME_ALONE)
    two.when(wrong, by=None, at="2026-03-06T09:02").refused("other_file_not_found")
    itself = NoteSameChild(other=two.case, other_kind=Kind.CASE, standing=PROPOSED, matched=MatchedBy.NAME_ALONE)
    two.when(itself, by=None, at="2026-03-06T09:02").refused("other_file_not_found")


def test_a_match_is_noted_once_and_again_only_by_more(two: TwoCases) -> None:
    two.proposes(MatchedBy.NAME_ALONE, at="2026-03-05T09:31")
    again = NoteSameChild(other=two.there, other_kind=Kind.CASE, standing=PROPOSED, matched=MatchedBy.NAME_ALONE)
    two.when(again, by=None, at="2026-03-05T09:32").refused("same_child_noted")
    two.proposes(MatchedBy.NAME_AND_YEAR, at="2026-03-05T10:00")
    assert two.rows(two.case) == [(two.there, PROPOSED, MatchedBy.NAME_AND_YEAR)]


def test_sisters_of_one_name_are_proposed_and_found_to_be_two_children(two: TwoCases) -> None:
    two.proposes(MatchedBy.NAME_ALONE, at="2026-03-05T09:31")
    decline = UnlinkChildren(other=two.there)
    two.when(decline, by=two.lan, at="2026-03-06T09:00", reason="Là hai chị em.").refused("role_not_allowed")
    two.when(decline, by=two.hoa, at="2026-03-06T09:00").refused("reason_required")
    two.given(decline, by=two.hoa, at="2026-03-06T09:00", reason="Là hai chị em, khác năm sinh.")
    assert two.rows(two.case) == [(two.there, APART, MatchedBy.NAME_ALONE)]
    assert two.rows(two.there) == [(two.case, APART, MatchedBy.NAME_ALONE)]
    again = NoteSameChild(other=two.there, other_kind=Kind.CASE, standing=PROPOSED, matched=MatchedBy.NAME_ALONE)
    two.when(again, by=None, at="2026-03-06T10:00").refused("same_child_noted")
    two.when(decline, by=two.hoa, at="2026-03-06T10:00", reason="Lần nữa.").refused("not_noted_as_one")
    link = LinkChildren(case=two.there)
    two.when(link, by=two.thang, at="2026-03-06T10:00", reason="Tôi biết cháu.").refused("found_apart")
    two.given(link, by=two.hoa, at="2026-03-07T10:00", reason="Giấy khai sinh cho thấy là một cháu.")
    assert [row[1] for row in two.rows(two.there)] == [LINKED]


def test_what_was_found_apart_is_proposed_again_by_more_than_was_looked_at(two: TwoCases) -> None:
    two.proposes(MatchedBy.NAME_ALONE, at="2026-03-05T09:31")
    two.given(UnlinkChildren(other=two.there), by=two.hoa, at="2026-03-06T09:00", reason="Là hai chị em.")
    two.proposes(MatchedBy.IDENTIFIER, at="2026-03-08T09:00")
    assert two.rows(two.case) == [(two.there, PROPOSED, MatchedBy.IDENTIFIER)]


def test_whoever_leads_either_case_links_the_two_and_both_say_so(two: TwoCases) -> None:
    """Nothing has to be proposed first: a worker who knows the family is enough, and says why."""
    link = LinkChildren(case=two.there)
    two.when(link, by=two.mo, at="2026-03-06T09:00", reason="Cháu đã chuyển về.").refused("outside_your_unit")
    two.when(link, by=two.lan, at="2026-03-06T09:00").refused("reason_required")
    for nothing in (two.case, uuid5(BAOVE, "story:nothing")):
        two.when(LinkChildren(case=nothing), by=two.lan, at="2026-03-06T09:00", reason="Là cháu.").refused(
            "other_file_not_found"
        )
    two.story.given(two.there, LinkChildren(case=two.case), by=two.mo, at="2026-03-06T09:00", reason="Cháu đã chuyển.")
    assert two.rows(two.case) == [(two.there, LINKED, None)]
    assert two.rows(two.there) == [(two.case, LINKED, None)]
    two.when(link, by=two.lan, at="2026-03-06T10:00", reason="Là cháu.").refused("same_child_noted")
    proposed = NoteSameChild(other=two.there, other_kind=Kind.CASE, standing=PROPOSED, matched=MatchedBy.IDENTIFIER)
    two.when(proposed, by=None, at="2026-03-06T10:00").refused("same_child_noted")


def test_a_death_its_annulment_and_a_new_report_are_told_in_the_linked_case(two: TwoCases) -> None:
    two.given(LinkChildren(case=two.there), by=two.lan, at="2026-03-06T09:00", reason="Cùng số định danh.")
    clocks = two.story.running(two.there)
    report = two.told(at="2026-03-06T10:00")
    two.story.given(report, LinkReport(case=two.case), by=two.lan, at="2026-03-06T10:30")
    two.given(dead("2026-03-07T10:00"), by=two.lan, at="2026-03-07T11:00")
    assert two.news(two.there) == [ChildNews.REPORT_JOINED], "a death that nobody confirmed is not told on"
    two.given(certificate("2026-03-07T10:00"), by=two.son, at="2026-03-07T12:00")
    annulled = AnnulDeath(
        decision_no="88/QĐ-UBND",
        ground=WhyAnnulled.DOCUMENT_FALSE,
        met_at=instant("2026-03-08T09:00"),
        findings="Đã gặp cháu tại nhà ông nội.",
    )
    two.given(annulled, by=two.minh, at="2026-03-08T10:00")
    assert two.news(two.there) == [ChildNews.REPORT_JOINED, ChildNews.DEATH_CONFIRMED, ChildNews.DEATH_ANNULLED]
    assert two.news(two.case) == []
    assert two.story.running(two.there) == clocks, "no clock moves by itself"


def test_what_was_only_proposed_or_declined_is_not_told(two: TwoCases) -> None:
    two.proposes(MatchedBy.NAME_AND_YEAR, at="2026-03-05T09:31")
    two.given(dead("2026-03-06T10:00"), by=two.lan, at="2026-03-06T11:00")
    two.given(certificate("2026-03-06T10:00"), by=two.son, at="2026-03-06T12:00")
    assert two.news(two.there) == []
    forged = NoteNewsOfChild(case=two.case, news=ChildNews.DEATH_CONFIRMED)
    two.story.when(two.there, forged, by=None, at="2026-03-06T12:01").refused("not_of_one_child")


def test_a_child_is_named_once_the_case_is_open_and_a_misspelt_name_stays_beside_the_right_one(two: TwoCases) -> None:
    assert KINDS[Kind.CASE].names(two.now) == (), "what its report says, the report's file says"
    for hour, name in ((9, "Nguyễn Thị Hòe"), (11, "Nguyễn Thị Hòa")):
        named = CorrectCase(corrects=1, statement="Nay đã biết tên cháu.", child_name=name)
        two.given(named, by=two.lan, at=f"2026-03-06T{hour:02}:00", reason="Gặp mẹ cháu.")
        assert present(KINDS[Kind.CASE].names(two.now)[-1].name).text == name, "compared before it is confirmed"
        two.given(ConfirmCorrection(), by=two.thang, at=f"2026-03-06T{hour:02}:30")
    number = CorrectCase(corrects=1, statement="Theo giấy khai sinh.", child_identifier="031215000123")
    two.given(number, by=two.lan, at="2026-03-06T13:00", reason="Đã xem giấy khai sinh.")
    two.given(ConfirmCorrection(), by=two.thang, at="2026-03-06T13:30")
    (named_now,) = KINDS[Kind.CASE].names(two.now)
    assert (present(named_now.name).text, present(named_now.identifier).text) == ("Nguyễn Thị Hòa", "031215000123")
    assert {present(each).kind for each in (named_now.name, named_now.identifier)} == {PersonalKind.CHILD}
    told = [line.event.child_name.text for line in two.story.lines if getattr(line.event, "child_name", None)]
    assert told == ["Nguyễn Thị Hòe", "Nguyễn Thị Hòa"]
    assert [kind.names(kind.empty()) for kind in KINDS.values()] == [()] * len(KINDS)


@pytest.mark.parametrize("what", ["child_name", "child_identifier"])
def test_nobody_makes_a_child_another_by_himself(two: TwoCases, what: str) -> None:
    """By its name a child is found in other files: who would be rid of it there needs somebody else's yes."""
    other = replace(CorrectCase(corrects=1, statement="Ghi nhầm."), **{what: "031215009999"})
    two.given(other, by=two.lan, at="2026-03-06T09:00", reason="Ghi nhầm.")
    assert getattr(two.now, what) is None
    assert "P33:1" in two.running
    two.when(ConfirmCorrection(), by=two.lan, at="2026-03-06T09:10").refused("role_not_allowed")
    two.given(RefuseCorrection(), by=two.thang, at="2026-03-06T09:20", reason="Giấy khai sinh ghi khác.")
    assert getattr(two.now, what) is None
    assert KINDS[Kind.CASE].names(two.now) == ()


HOA = ("Nguyễn Thị Hòa", 2015, None)


@pytest.mark.parametrize(
    ("other", "by"),
    [
        (HOA, MatchedBy.NAME_AND_YEAR),
        (("Nguyễn Thị Hoà", 2015, None), MatchedBy.NAME_AND_YEAR),
        (("NGUYỄN THỊ HOÀ", None, None), MatchedBy.NAME_ALONE),
        (("Hòa Nguyễn Thị", None, None), MatchedBy.NAME_ALONE),
        (("cháu Nguyễn Thị Hòa", None, None), MatchedBy.NAME_ALONE),
        (("Nguyen Thi Hoa", None, None), MatchedBy.NAME_ALONE),
        (("Nguyễn Thị Hoa", None, None), None),
        (("Nguyễn Thị Hoa", 2015, None), MatchedBy.NAME_AND_YEAR),
        (("Nguyễn Thị Hòa", 2012, None), MatchedBy.NAME_ALONE),
        (("Hòa", None, None), None),
        (("Nguyễn Thị Mai", 2015, None), None),
        ((None, 2015, None), None),
    ],
)
def test_how_names_are_compared(other: tuple[Any, Any, Any], by: MatchedBy | None) -> None:
    """A different mark alone tells two names apart unless one has none, or the birth year is the same."""
    assert found(HOA, other) is by is found(other, HOA)


def test_short_names_and_identifiers() -> None:
    assert found(("Cháu T.", 2015, None), ("Cháu T.", 2015, None)) is MatchedBy.NAME_AND_YEAR
    assert found(("Cháu T.", None, None), ("Cháu T.", None, None)) is None
    assert found((None, None, "0312-0000 1234"), ("Vũ Mai An", 2015, "031200001234")) is MatchedBy.IDENTIFIER
    assert found(("Bé", 2015, None), ("bé", 2015, None)) is MatchedBy.NAME_AND_YEAR


def found(ours: tuple[Any, Any, Any], theirs: tuple[Any, Any, Any]) -> MatchedBy | None:
    return matched((a, b) for a, x in forms(*ours) for b, y in forms(*theirs) if x == y)


def test_each_kind_of_file_that_can_tell_of_a_child_has_its_note() -> None:
    assert set(NOTING) == {Kind.CASE, Kind.REPORT, Kind.CONTACT}
