"""The ground of the stories about plans: one commune, two bodies that help, one case that was assessed."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID, uuid5

from domain.case.assessment.assess_detailed import AssessDetailed
from domain.case.assessment.assess_initial_risk import AssessInitialRisk
from domain.case.assessment.confirm_risk import ConfirmRisk
from domain.case.assessment.hold_needs_meeting import HoldNeedsMeeting
from domain.case.assessment.meeting import Absent, Attendee, Present, WhyAbsent
from domain.case.assessment.verify_truth import VerifyTruth
from domain.case.intake.open_case import OpenCase
from domain.case.plan.accept_item import AcceptItem
from domain.case.plan.approve_plan import ApprovePlan
from domain.case.plan.deliver_service import DeliverService
from domain.case.plan.draft_plan import DraftPlan
from domain.case.plan.review_plan import ReviewPlan
from domain.case.plan.submit_plan import SubmitPlan
from domain.case.state.case import Case, RiskLevel
from domain.case.state.plan import Finding, NewItem, PlanLevel, Service, Stability
from domain.law.harm import HarmKind
from domain.office.delegate_power import DelegatePower
from domain.record.file import File
from domain.record.line import Line
from domain.record.vocabulary import BAOVE, Attachment, Role, UnitRef, case_id, office_id
from domain.report.receive_report import ReceiveReport
from domain.report.state import Channel
from domain.unit.state import Level
from tests.cases.casefile import Person, Story, instant
from tests.cases.sightings import UNHEARD, heard

PAPER = (Attachment(sha256="ab" * 32, size_bytes=48_213, media_type="application/pdf"),)
SINCE = "2025-07-01T00:00"

DETAILED = AssessDetailed(
    child_state="Cháu sụt cân, hay giật mình, nghỉ học mười ngày.",
    family="Bố đi làm xa, mẹ sống với người đàn ông khác.",
    capacity="Bà ngoại nhận chăm cháu nhưng đã già yếu.",
    environment="Nhà trọ chật, người gây hại sống cùng dãy.",
    findings=(Finding.MIND_HARMED, Finding.HARMER_WITHIN_REACH),
    sighting=UNHEARD,
)
MEETING = HoldNeedsMeeting(
    attendees=(
        Present(part=Attendee.CHAIR, name="Vũ Đức Thắng"),
        Present(part=Attendee.PROTECTION_WORKER, name="Phạm Thị Lan"),
        Present(part=Attendee.SCHOOL, name="Đặng Thanh Tâm"),
        Present(part=Attendee.POLICE, name="Tô Văn Dũng"),
        Present(part=Attendee.CARER),
    ),
    absent=(
        Absent(part=Attendee.HEALTH_STATION, why=WhyAbsent.DID_NOT_COME),
        Absent(part=Attendee.PROVIDER, why=WhyAbsent.NOT_CONCERNED),
        Absent(part=Attendee.NEIGHBOURHOOD, why=WhyAbsent.DID_NOT_COME),
    ),
    needs="An toàn tại nhà bà ngoại, tư vấn tâm lý, trở lại trường.",
)
STABLE = ReviewPlan(
    risk_left=False,
    body=Stability.STABLE,
    mind=Stability.STABLE,
    cognition=Stability.STABLE,
    feelings=Stability.STABLE,
    findings="Không còn nguy cơ; cháu ăn ngủ tốt và đi học đều.",
    sighting=heard("Cháu muốn ở với bà và thấy an toàn."),
)


class PlanStory:
    """A case in An Biên, where Lan works and Thắng is Chair; the centre and the school help."""

    def __init__(self, child_birth_year: int | None = 2015) -> None:
        self.story = Story()
        story = self.story
        self.city = story.unit("31", "Thành phố Hải Phòng", Level.PROVINCE)
        self.an_bien = story.unit("11359", "Phường An Biên", Level.COMMUNE, self.city, since="2025-07-01")
        self.kien_an = story.unit("11431", "Phường Kiến An", Level.COMMUNE, self.city, since="2025-07-01")
        self.centre = story.unit("HP-TTCTXH", "Trung tâm Công tác xã hội", Level.PROVIDER, self.city)
        self.school = story.unit("HP-THCS-AB", "Trường THCS An Biên", Level.PROVIDER, self.city)
        self.lan = story.office(self.an_bien, Role.PROTECTION_WORKER, "Phạm Thị Lan", since=SINCE)
        self.thang = story.office(self.an_bien, Role.COMMUNE_CHAIR, "Vũ Đức Thắng", since=SINCE)
        self.hanh = story.office(self.an_bien, Role.COMMUNE_DEPUTY_CHAIR, "Đỗ Minh Hạnh", since=SINCE)
        self.nga = story.office(self.kien_an, Role.COMMUNE_CHAIR, "Lương Thúy Nga", since=SINCE)
        self.huy = story.office(self.centre, Role.SERVICE_PROVIDER, "Lê Quang Huy", since=SINCE)
        self.tam = story.office(self.school, Role.SERVICE_PROVIDER, "Đặng Thanh Tâm", since=SINCE)
        self.report = uuid5(BAOVE, "story:report of the plans")
        self.case = case_id(self.report)
        self.born = child_birth_year

    # -- how far the case has come --------------------

    def assessed(self, level: RiskLevel = RiskLevel.MEDIUM, residence: UnitRef | None = None) -> PlanStory:
        """Told on Monday 2 March 2026, opened, assessed and confirmed the same day."""
        told = ReceiveReport(
            channel=Channel.SCHOOL,
            received_at=instant("2026-03-02T08:00"),
            place=self.an_bien,
            harm_kinds=(HarmKind.VIOLENCE_MENTAL,),
            narrative="Cô giáo báo cháu bị mắng chửi, đe dọa nhiều lần.",
            child_birth_year=self.born,
        )
        self.story.given(self.report, told, by=self.lan, at="2026-03-02T08:05")
        opened = OpenCase(report=self.report, place=self.an_bien, residence=residence)
        self.story.given(self.case, opened, by=self.lan, at="2026-03-02T08:30")
        truth = VerifyTruth(findings="Tin báo đúng.", sources="Gặp cháu và cô giáo.")
        self.lan_does(truth, "2026-03-02T09:30")
        self.lan_does(AssessInitialRisk(level=level, findings="Cháu sợ về nhà.", sighting=UNHEARD), "2026-03-02T10:00")
        self.thang_does(ConfirmRisk(), "2026-03-02T11:00")
        return self

    def needs_set(self, level: RiskLevel = RiskLevel.MEDIUM) -> PlanStory:
        """The needs meeting was held on Wednesday 4 March."""
        self.assessed(level)
        self.lan_does(DETAILED, "2026-03-03T15:00")
        self.thang_does(MEETING, "2026-03-04T09:00", attachments=PAPER)
        return self

    def drafted(self) -> PlanStory:
        self.needs_set().lan_does(self.plan(), "2026-03-06T16:00")
        return self

    def submitted(self) -> PlanStory:
        """Submitted on Monday 9 March, two days before the end of T07."""
        self.drafted().lan_does(SubmitPlan(), "2026-03-09T10:00", attachments=PAPER)
        return self

    def approved(self) -> PlanStory:
        """Approved on Tuesday 10 March, to hold until 9 April."""
        self.submitted().thang_does(self.approval(), "2026-03-10T14:00")
        return self

    def served(self) -> PlanStory:
        """Both items were accepted and delivered by the end of March."""
        self.approved()
        self.given(AcceptItem(item="1"), self.huy, "2026-03-11T08:00")
        self.given(AcceptItem(item="2"), self.tam, "2026-03-11T09:00")
        self.given(self.delivery("1", "2026-03-27"), self.huy, "2026-03-27T17:00")
        self.given(self.delivery("2", "2026-03-30"), self.tam, "2026-03-30T17:00")
        return self

    def reviewed(self, review: ReviewPlan = STABLE) -> PlanStory:
        """Found calm, and reviewed, on Wednesday 8 April."""
        self.served().calmed("2026-04-08T13:00", "2026-04-08T14:00")
        self.lan_does(review, "2026-04-08T15:00")
        return self

    def calmed(self, weighed: str, settled: str) -> PlanStory:
        """Lan finds little risk left, and Thắng agrees."""
        calm = AssessInitialRisk(level=RiskLevel.LOW, findings="Người gây hại đã đi nơi khác.", sighting=UNHEARD)
        self.lan_does(calm, weighed)
        self.thang_does(ConfirmRisk(), settled)
        return self

    # -- what people say --------------------

    def item(self, provider: UnitRef, due: str, service: Service = Service.COUNSELLING) -> NewItem:
        day = date.fromisoformat(due)
        return NewItem(service=service, measure="Mỗi tuần hai buổi với cháu.", provider=provider, due=day)

    def plan(self) -> DraftPlan:
        return DraftPlan(
            level=PlanLevel.INTERVENTION,
            goals="Cháu được an toàn, ổn định tâm lý và đi học lại.",
            items=(
                self.item(self.centre, "2026-03-31"),
                self.item(self.school, "2026-04-03", Service.SCHOOLING),
            ),
        )

    def approval(self, until: str = "2026-04-09") -> ApprovePlan:
        return ApprovePlan(decision_no="118/QĐ-UBND", starts_on=date(2026, 3, 10), ends_on=date.fromisoformat(until))

    def delivery(self, item: str, on: str, finished: bool = True) -> DeliverService:
        return DeliverService(
            item=item,
            on=date.fromisoformat(on),
            units=6,
            outcome="Cháu tham gia đủ các buổi.",
            finished=finished,
        )

    # -- acting and looking --------------------

    def given(self, command: Any, by: Person, at: str, **more: Any) -> Line:
        return self.story.given(self.case, command, by=by, at=at, **more)

    def when(self, command: Any, by: Person | None, at: str, **more: Any) -> Story:
        return self.story.when(self.case, command, by=by, at=at, **more)

    def lan_does(self, command: Any, at: str, **more: Any) -> Line:
        return self.given(command, self.lan, at, **more)

    def thang_does(self, command: Any, at: str, **more: Any) -> Line:
        return self.given(command, self.thang, at, **more)

    @property
    def now(self) -> Case:
        return self.story.state(self.case)

    @property
    def file(self) -> File:
        return self.story.files[self.case]

    def due(self, clock: str) -> str | None:
        """When a clock of the case ends, in Việt Nam; None when it does not run."""
        at = self.story.running(self.case).get(clock)
        return f"{at:%Y-%m-%dT%H:%M}" if at else None

    def answers(self, code: str, ref: str) -> tuple[Role, UUID]:
        """Which role in which unit answers for a running clock of the case."""
        office = self.file.running[code, ref].answers
        return office.role, office.unit.id


def with_a_delegation(tale: PlanStory) -> PlanStory:
    """Thắng hands his power to Hạnh, in writing, for two months."""
    paper = DelegatePower(
        document_no="07/UQ",
        to_office=office_id(tale.an_bien.id, Role.COMMUNE_DEPUTY_CHAIR),
        since=instant("2026-03-01T08:00"),
        until=instant("2026-05-01T00:00"),
    )
    tale.story.given(office_id(tale.an_bien.id, Role.COMMUNE_CHAIR), paper, by=tale.thang, at="2026-03-01T08:00")
    return tale
