"""A death is recorded and leaves what was overdue on the file; data leave it only by law or by consent."""

from domain.case.movement.death import PlaceOfDeath
from domain.case.movement.record_death import RecordDeath
from domain.case.movement.reopen_case import ReopenCase
from domain.case.oversight.disclose_to_third_party import DiscloseToThirdParty
from domain.case.oversight.refuse_disclosure import RefuseDisclosure
from domain.case.state.case import Phase
from domain.law.basis import Statute
from domain.record.personal import PersonalKind
from domain.record.record_lapse import RecordLapse
from tests.cases.casefile import instant
from tests.cases.protection_ground import Town


def test_a_death_is_recorded_by_whoever_knows_and_what_was_overdue_stays() -> None:
    town = Town().opened()
    town.system(RecordLapse(code="T03"), at="2026-03-02T16:01")
    died = RecordDeath(
        died_at=instant("2026-03-02T18:00"),
        known_at=instant("2026-03-02T18:20"),
        cause="Chấn thương đầu.",
        place=PlaceOfDeath.HOME,
    )
    wrong = RecordDeath(
        died_at=instant("2026-03-02T18:00"), known_at=instant("2026-03-02T17:00"), cause=" ",
        place=PlaceOfDeath.HOME,
    )  # fmt: skip
    for stranger in (town.huy, town.dung):
        town.when(died, by=stranger, at="2026-03-02T18:25").refused("outside_your_unit")
    town.when(wrong, by=town.son, at="2026-03-02T18:30").refused("death_times_disagree", "field_required")
    line = town.given(died, by=town.son, at="2026-03-02T18:30")
    assert town.now.phase is Phase.DECEASED
    assert town.now.death_review
    assert line.event.lapsed == ("T03",)
    assert set(town.running) == {"T03"}
    assert [(s.code, s.since) for s in line.starts] == [("P13", instant("2026-03-02T18:20"))]
    town.when(died, by=town.lan, at="2026-03-02T19:00").refused("death_already_recorded")


def test_a_death_recorded_of_a_living_child_is_undone_from_above() -> None:
    town = Town().opened()
    died = instant("2026-03-02T09:00")
    death = RecordDeath(died_at=died, known_at=died, cause="Nhầm hồ sơ.", place=PlaceOfDeath.HOSPITAL)
    town.given(death, by=town.hoa, at="2026-03-02T09:30")
    alive = ReopenCase(new_fact="Cháu còn sống; bệnh viện ghi nhầm hồ sơ.", known_at=instant("2026-03-02T11:00"))
    why = "Ghi nhầm hồ sơ."
    town.when(alive, by=town.thang, at="2026-03-02T11:30", reason=why).refused("role_not_allowed")
    town.given(alive, by=town.hoa, at="2026-03-02T11:30", reason=why)
    assert not town.now.death_review
    assert town.running["T04:reopened-1"] == instant("2026-03-02T23:00")


def test_data_leave_the_file_by_law_or_with_both_consents_and_the_reporter_never() -> None:
    town = Town().opened()

    def asks(**more: bool | str | Statute) -> DiscloseToThirdParty:
        kinds = (PersonalKind.CHILD,)
        return DiscloseToThirdParty(recipient="Báo X", purpose="Viết bài", kinds=kinds, **more)  # pyright: ignore[reportArgumentType]

    empty = DiscloseToThirdParty(recipient="", purpose="", kinds=(), law=Statute.PERSONAL_DATA)
    town.when(empty, by=town.thang, at="2026-03-02T09:00").refused("field_required", "field_required", "field_required")
    named = DiscloseToThirdParty(
        recipient="Báo X", purpose="Viết bài", kinds=(PersonalKind.REPORTER,), law=Statute.PERSONAL_DATA
    )
    town.when(named, by=town.thang, at="2026-03-02T09:00").refused("reporter_is_protected")
    half = asks(representative_consents=True)
    town.when(half, by=town.thang, at="2026-03-02T09:00").refused("consents_required")
    town.given(asks(representative_consents=True, child_consents=True), by=town.thang, at="2026-03-02T09:00")
    town.given(asks(law=Statute.PERSONAL_DATA, article="19.1"), by=town.thang, at="2026-03-02T09:10")

    refusal = RefuseDisclosure(asked_by="")
    town.when(refusal, by=town.thang, at="2026-03-02T09:20").refused("reason_required", "field_required")
    refusal = RefuseDisclosure(asked_by="Một phóng viên")
    town.given(refusal, by=town.thang, at="2026-03-02T09:20", reason="Không có sự đồng ý.")


def test_a_child_under_seven_needs_only_its_representative_to_consent() -> None:
    town = Town(born=2022).opened()
    consent = DiscloseToThirdParty(
        recipient="Trường mầm non", purpose="Nhập học", kinds=(PersonalKind.CHILD,), representative_consents=True
    )  # fmt: skip
    town.given(consent, by=town.thang, at="2026-03-02T09:00")
