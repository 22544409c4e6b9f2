"""Data leave the file only by law or by consent, and the reporter never."""

from domain.case.oversight.disclose_to_third_party import DiscloseToThirdParty
from domain.case.oversight.refuse_disclosure import RefuseDisclosure
from domain.law.basis import Statute
from domain.record.personal import PersonalKind
from tests.cases.protection_ground import Town


def test_data_leave_the_file_by_law_or_with_both_consents_and_the_reporter_never() -> None:
    town = Town().opened()

    def asks(**more: bool | str | Statute) -> DiscloseToThirdParty:
        kinds = (PersonalKind.CHILD,)
        return DiscloseToThirdParty(recipient="Báo X", purpose="Viết bài", kinds=kinds, **more)  # pyright: ignore[reportArgumentType]

    empty = DiscloseToThirdParty(recipient="", purpose="", kinds=(), law=Statute.PERSONAL_DATA)
    town.when(empty, by=town.thang, at="2026-03-02T09:00").refused(*["field_required"] * 4)
    named = DiscloseToThirdParty(
        recipient="Báo X",
        purpose="Viết bài",
        kinds=(PersonalKind.REPORTER,),
        law=Statute.PERSONAL_DATA,
        article="19.1",
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
