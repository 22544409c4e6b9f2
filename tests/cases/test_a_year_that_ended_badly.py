"""Two years of signs and two months of warnings, told as acts: what the record would have shown on each day.

The course and the dates are those made public by a national review of 2022 and at the trial before it: assessments
in 2018 and 2019 that ended without action; bruises reported by relatives on 16 April 2020; a visit the next day
that ended with no concern; photographs given to the police on 18 April that did not join the file; the school told
on 20 April; the photographs sent to the office on 24 April; the child's death in mid-June. The units are those of
Hải Phòng at that time; people, acts and hours are invented.
"""

from __future__ import annotations

from uuid import UUID, uuid5

from domain.case.assessment.assess_initial_risk import AssessInitialRisk
from domain.case.assessment.confirm_risk import ConfirmRisk
from domain.case.assessment.find_unfounded import FindUnfounded
from domain.case.intake.open_case import OpenCase
from domain.case.movement.death import PlaceOfDeath
from domain.case.movement.reopen_case import ReopenCase
from domain.case.movement.report_death import ReportDeath
from domain.case.protection.measures import MeasureWanted
from domain.case.protection.order_urgent_measure import OrderUrgentMeasure
from domain.case.state.case import Phase, RiskLevel
from domain.case.state.death import DeathStanding
from domain.case.state.protection import MeasureKind
from domain.law.harm import HarmKind
from domain.record.record_lapse import DutyLapsed, RecordLapse
from domain.record.vocabulary import BAOVE, Role, UnitRef, case_id
from domain.report.follow_ups import LinkReport
from domain.report.receive_report import ReceiveReport
from domain.report.state import Channel, ReportPhase
from domain.unit.state import Level
from tests.cases.casefile import Person, Story, instant
from tests.cases.protection_ground import certificate
from tests.cases.sightings import MET, heard

BORN = 2014


class Wards:
    """Gia Viên, where the mother lived, and Cầu Đất, where the father moved with the child in March 2020."""

    def __init__(self) -> None:
        self.story = story = Story()
        city = story.unit("31", "Thành phố Hải Phòng", Level.PROVINCE)
        district = story.unit("304", "Quận Ngô Quyền", Level.DISTRICT, city)
        self.gia_vien = story.unit("11341", "Phường Gia Viên", Level.COMMUNE, district)
        self.cau_dat = story.unit("11344", "Phường Cầu Đất", Level.COMMUNE, district)
        self.hospital = story.unit("HP-BV", "Bệnh viện", Level.PROVIDER, city)
        self.yen = self.holds(self.gia_vien, Role.PROTECTION_WORKER, "Phùng Thị Yến")
        self.loc = self.holds(self.gia_vien, Role.COMMUNE_CHAIR, "Trịnh Văn Lộc")
        self.quan = self.holds(self.gia_vien, Role.COMMUNE_POLICE_HEAD, "Đinh Hải Quân")
        self.nhan = self.holds(self.cau_dat, Role.INTAKE_OFFICER, "Cao Đức Nhân")
        self.thu = self.holds(self.cau_dat, Role.PROTECTION_WORKER, "Hồ Minh Thư")
        self.phuoc = self.holds(self.cau_dat, Role.COMMUNE_CHAIR, "Lê Hữu Phước")
        self.duc = self.holds(self.cau_dat, Role.COMMUNE_POLICE_HEAD, "Mai Tiến Đức")
        self.chair_of_city = self.holds(city, Role.CITY_CHAIR, "Đặng Trọng Hiếu")
        labour = self.story.unit("HP-LDTBXH", "Sở Lao động - Thương binh và Xã hội", Level.DEPARTMENT, city)
        self.health = self.holds(labour, Role.HEALTH_DEPARTMENT_OFFICER, "Đỗ Quang Minh")
        self.director = self.holds(labour, Role.DEPARTMENT_DIRECTOR, "Lâm Quốc Bảo")
        self.van = self.holds(self.hospital, Role.PROVIDER_HEAD, "Tạ Thanh Vân")

    def holds(self, unit: UnitRef, role: Role, name: str) -> Person:
        return self.story.office(unit, role, name, since="2018-01-01T00:00")

    def tells(self, what: str, place: UnitRef, *, to: Person, at: str, channel: Channel) -> UUID:
        report = uuid5(BAOVE, f"story:warning of {at}")
        command = ReceiveReport(
            channel=channel,
            received_at=instant(at),
            place=place,
            harm_kinds=(HarmKind.VIOLENCE_PHYSICAL,),
            narrative=what,
            child_birth_year=BORN,
        )
        self.story.given(report, command, by=to, at=at)
        return report

    def opens(self, report: UUID, place: UnitRef, by: Person, at: str, earlier: UUID | None = None) -> UUID:
        command = OpenCase(report=report, place=place, earlier_case=earlier)
        self.story.given(case_id(report), command, by=by, at=at)
        return case_id(report)

    def ends_without_action(
        self, case: UUID, worker: Person, chair: Person, on: str, seen: str, signed: Person | None = None
    ) -> None:
        """A low level in the morning, confirmed before noon, the case signed off in the afternoon."""
        low = AssessInitialRisk(level=RiskLevel.LOW, findings=seen, sighting=MET)
        self.story.given(case, low, by=worker, at=f"{on}T10:00")
        self.story.given(case, ConfirmRisk(), by=chair, at=f"{on}T11:00")
        end = FindUnfounded(decision_no="33/QĐ-UBND", findings=seen, sources="Lời của người chăm sóc.")
        if signed is not None:
            self.story.when(case, end, by=chair, at=f"{on}T15:30").refused("answerable_for_lapse")
        self.story.given(case, end, by=signed or chair, at=f"{on}T16:00")

    def overdue(self, at: str) -> list[str]:
        """What the system finds overdue at the instant, on every file, as the board of lapses would tell it."""
        now, found = instant(at), list[str]()
        for file in list(self.story.files.values()):
            for (code, ref), started in list(file.running.items()):
                if started.due_at < now and (code, ref) not in file.lapsed:
                    line = self.story.system(file.id, RecordLapse(code=code, ref=ref), at=at)
                    lapse: DutyLapsed = line.event
                    found.append(f"{lapse.code} {lapse.answers.unit.name}, {lapse.holder_name}")
        return sorted(found)


def two_cases_before(wards: Wards) -> UUID:
    """June 2018 and February 2019, in Gia Viên: assessed, nothing done. Gives the later case."""
    story = wards.story
    quarrel = "Bạo lực giữa mẹ và người sống cùng; trẻ không có mặt."
    first = wards.tells(quarrel, wards.gia_vien, to=wards.yen, at="2018-06-11T08:00", channel=Channel.POLICE)
    one = wards.opens(first, wards.gia_vien, wards.yen, "2018-06-11T08:30")
    wards.ends_without_action(one, wards.yen, wards.loc, "2018-06-11", "Không cần can thiệp thêm.")

    arrest = "Mẹ bị bắt; trẻ chuyển sang ở với bố."
    second = wards.tells(arrest, wards.gia_vien, to=wards.yen, at="2019-02-25T08:00", channel=Channel.POLICE)
    two = wards.opens(second, wards.gia_vien, wards.yen, "2019-02-25T08:30", earlier=one)
    wards.ends_without_action(two, wards.yen, wards.loc, "2019-02-25", "Bố là yếu tố bảo vệ.")
    assert story.state(two).earlier_cases == (one,)
    return two


def a_visit_and_no_concern(wards: Wards, before: UUID) -> UUID:
    """16 and 17 April 2020, in Cầu Đất: bruises told in the evening, a visit in the morning, signed off by four."""
    bruises = "Bà nội thấy vết bầm trên lưng cháu."
    report = wards.tells(bruises, wards.cau_dat, to=wards.nhan, at="2020-04-16T19:30", channel=Channel.PHONE)
    case = wards.opens(report, wards.cau_dat, wards.thu, "2020-04-17T08:00", earlier=before)
    assert wards.overdue("2020-04-17T08:01") == [
        "T03 Phường Cầu Đất, Lê Hữu Phước",
        "T04 Phường Cầu Đất, Lê Hữu Phước",
    ]
    early = FindUnfounded(decision_no="33/QĐ-UBND", findings="Gia đình vui vẻ.", sources="Lời của người chăm sóc.")
    wards.story.when(case, early, by=wards.phuoc, at="2020-04-17T08:30").refused(
        "risk_not_assessed", "child_never_seen", "answerable_for_lapse"
    )
    seen = "Một vết mờ, nói là chơi đùa ngã."
    wards.ends_without_action(case, wards.thu, wards.phuoc, "2020-04-17", seen, signed=wards.chair_of_city)
    return case


def test_the_record_shows_on_each_day_what_nobody_put_together() -> None:
    wards = Wards()
    story = wards.story

    # 2018 and 2019: two cases, both ended the day they were opened, in neither was the child heard.
    before = two_cases_before(wards)

    # 16-17 April 2020: the third case of the same child. Its urgent clock had run out before anybody opened it.
    case = a_visit_and_no_concern(wards, before)
    closed = story.state(case)
    assert closed.phase is Phase.UNFOUNDED
    assert closed.reports == (uuid5(BAOVE, "story:warning of 2020-04-16T19:30"),)
    assert len(closed.earlier_cases) == 2
    first, second = (story.state(c) for c in closed.earlier_cases)
    assert first.child == second.child != closed.child, "a ward that may not know whose they are has the link alone"
    assert {story.state(c).child_heard_at for c in (*closed.earlier_cases, case)} == {None}
    assert story.lines[-1].event.child_heard is False
    assert story.lines[-1].by.name == "Đặng Trọng Hiếu", "the Chair answers for the lapses; the city ended it unheard"

    # 18 April: an uncle brings photographs to the police of the other ward. They lie there; the case hears nothing.
    photographs = wards.tells(
        "Chú gửi ảnh vết bầm.", wards.cau_dat, to=wards.quan, at="2020-04-18T15:00", channel=Channel.POLICE
    )
    assert wards.overdue("2020-04-18T17:01") == ["T02 Phường Gia Viên, Trịnh Văn Lộc"]
    assert wards.overdue("2020-04-18T23:01") == ["T03 Phường Gia Viên, Trịnh Văn Lộc"], "Cầu Đất was never told"
    assert wards.overdue("2020-04-19T03:01") == ["T04 Phường Gia Viên, Trịnh Văn Lộc"]
    assert story.state(photographs).phase is ReportPhase.RECEIVED
    assert story.state(photographs).case is None

    # 20 April: the school passes the worry on, and is told that there is no concern. Its report stays unassessed.
    school = wards.tells(
        "Trường báo lo ngại của bà nội.", wards.cau_dat, to=wards.nhan, at="2020-04-20T09:00",
        channel=Channel.SCHOOL,
    )  # fmt: skip
    assert wards.overdue("2020-04-20T17:01") == ["T03 Phường Cầu Đất, Lê Hữu Phước"]
    assert wards.overdue("2020-04-20T21:01") == ["T04 Phường Cầu Đất, Lê Hữu Phước"]
    assert story.state(school).case is None

    # 24 April: the photographs reach the office and are put with the ended case. Its clocks run again, unheeded.
    seen = wards.tells(
        "Bà nội gửi ảnh vết bầm tím.", wards.cau_dat, to=wards.nhan, at="2020-04-24T10:00",
        channel=Channel.ONLINE,
    )  # fmt: skip
    story.given(seen, LinkReport(case=case), by=wards.thu, at="2020-04-24T11:00")
    assert story.running(case) == {
        "T03:2": instant("2020-04-24T18:00"),
        "T04:2": instant("2020-04-24T22:00"),
        "P30:2": instant("2020-04-22T00:00"),
    }, "the department was told on 17 April that the case had lapsed twice, and has not looked into it"
    assert wards.overdue("2020-04-25T00:00") == [
        *["P30 Sở Lao động - Thương binh và Xã hội, Lâm Quốc Bảo"] * 3,  # of the case, and of the two reports let lie
        "T03 Phường Cầu Đất, Lê Hữu Phước",
        "T04 Phường Cầu Đất, Lê Hữu Phước",
    ]
    assert story.state(case).phase is Phase.UNFOUNDED

    # 17 June: the hospital, which the file does not name, tells the department, and that reports the death on the file
    # that was ended without hearing the child; the police confirm it, which the Chair may not.
    death = ReportDeath(
        died_at=instant("2020-06-17T01:00"),
        known_at=instant("2020-06-17T01:00"),
        cause="Chấn thương sọ não.",
        place=PlaceOfDeath.HOSPITAL,
    )
    story.when(case, death, by=wards.van, at="2020-06-17T01:50").refused("outside_your_unit")
    story.given(case, death, by=wards.health, at="2020-06-17T02:00")
    assert story.state(case).phase is Phase.UNFOUNDED
    shown = certificate("2020-06-17T01:00")
    story.when(case, shown, by=wards.phuoc, at="2020-06-17T08:00").refused("answerable_for_lapse")
    line = story.given(case, shown, by=wards.duc, at="2020-06-17T09:00")
    assert story.state(case).death_settled.standing is DeathStanding.CONFIRMED
    assert line.event.phase_before is Phase.UNFOUNDED
    assert line.event.lapsed == ("P30", "T03", "T04")
    assert set(story.running(case)) == {"T03:2", "T04:2", "P30:2", "P30:3"}
    assert story.files[case].running["P30", "3"].answers.role is Role.CITY_CHAIR


def test_photographs_put_with_the_case_on_the_day_they_came_leave_twelve_hours_to_act() -> None:
    wards = Wards()
    story = wards.story
    case = a_visit_and_no_concern(wards, two_cases_before(wards))
    photographs = wards.tells(
        "Chú gửi ảnh vết bầm.", wards.cau_dat, to=wards.nhan, at="2020-04-18T15:00", channel=Channel.ONLINE
    )
    story.given(photographs, LinkReport(case=case), by=wards.thu, at="2020-04-18T15:30")
    assert story.running(case)["T04:2"] == instant("2020-04-19T03:00")

    again = ReopenCase(new_fact="Ảnh chụp vết bầm sâu.", known_at=instant("2020-04-18T15:00"))
    story.given(case, again, by=wards.phuoc, at="2020-04-18T16:00", reason="Ảnh trái với lời người chăm sóc.")
    grave = AssessInitialRisk(
        level=RiskLevel.HIGH,
        findings="Vết bầm nhiều ngày tuổi.",
        parent_is_harmer=True,
        sighting=heard("Cháu không muốn ở đây."),
    )
    story.given(case, grave, by=wards.thu, at="2020-04-18T17:00")
    assert story.running(case)["T05:2"] == instant("2020-04-19T03:00")
    shelter = MeasureWanted(kind=MeasureKind.SHELTER, executor=wards.hospital, until=instant("2020-04-20T17:00"))
    order = OrderUrgentMeasure(
        measures=(shelter,),
        decision_no="52/QĐ-UBND",
        carer_name="Khoa Nhi",
        placement="Bệnh viện, phòng theo dõi",
        child_view="Cháu muốn ở lại đây.",
    )
    story.given(case, order, by=wards.phuoc, at="2020-04-18T18:00")
    assert wards.overdue("2020-04-18T23:59") == []
    assert story.state(case).child_heard_at == instant("2020-04-18T18:00")
