"""What happens beside a case: questions to others, directions from above, disclosures, readings, tries refused."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from domain.access.read_personal import ReadPersonal
from domain.access.state import Purpose
from domain.case.assessment.provide_information import ProvideInformation
from domain.case.assessment.refuse_information import RefuseInformation
from domain.case.assessment.request_information import RequestInformation
from domain.case.intake.correct_case import CorrectCase
from domain.case.oversight.answer_direction import AnswerDirection
from domain.case.oversight.disclose_to_third_party import DiscloseToThirdParty
from domain.case.oversight.issue_direction import IssueDirection
from domain.case.oversight.refuse_disclosure import RefuseDisclosure
from domain.case.plan.approve_plan import ApprovePlan
from domain.case.plan.record_visit import RecordVisit
from domain.case.state.plan import Safety
from domain.law.basis import Statute
from domain.law.harm import HarmKind
from domain.law.term import local_day
from domain.record.personal import PersonalKind
from domain.record.reading import Visibility, sees
from domain.record.vocabulary import Role, UnitRef, access_id
from server.demo import phrases
from server.demo.moving import HEALTH
from server.demo.stage import Step, Tale
from server.demo.story import BODIES, CHAIR, WORKER, Story

ASKED = {
    "HP-BVTE": Role.SERVICE_PROVIDER,
    "HP-SGDDT": Role.AGENCY_FOCAL,
    "HP-CATP": Role.CITY_INVESTIGATOR,
    "HP-TTCTXH": Role.SERVICE_PROVIDER,
}
FIELDS = {
    Visibility.CHILD: ("event.child_name",),
    Visibility.TEXT: ("event.narrative", "reason"),
    Visibility.FAMILY: ("event.carer_name",),
}


def asked(story: Story) -> Tale:
    """A hospital, a department or the police is asked; it answers within a day, mostly."""
    code = story.one_of(sorted(ASKED))
    body, role = BODIES[code], ASKED[code]
    question = RequestInformation(
        from_body=body, question="Đề nghị cung cấp thông tin đã biết về cháu trong 6 tháng qua."
    )
    yield story.by_lead(question, WORKER, story.minutes(10, 200))
    ref = story.case.information[-1].ref
    if story.chance(0.06):
        yield story.step(
            RefuseInformation(ref=ref),
            body,
            role,
            story.office_hours(3, 18),
            reason="Phải có văn bản của người đứng đầu.",
        )
    at = story.office_hours(25, 70) if story.chance(0.1) else story.hours(2, 22)
    answer = ProvideInformation(ref=ref, answer="Cháu đã khám hai lần trong tháng; gửi kèm tóm tắt.")
    yield story.step(answer, body, role, at)


def corrected(story: Story) -> Tale:
    """The worker completes what an earlier line says."""
    harms = (story.plot.harm, HarmKind.VIOLENCE_MENTAL)
    more = CorrectCase(
        corrects=1, statement="Bổ sung: cháu còn bị đe dọa nhiều lần.", harm_kinds=tuple(dict.fromkeys(harms))
    )
    yield story.by_lead(more, WORKER, story.office_hours(5, 90), reason="Gia đình cung cấp thêm thông tin.")


def directed(story: Story) -> Tale:
    """The health department, or the City Chair, tells the commune to make haste; the answer may be late."""
    unit, role = story.one_of(
        ((BODIES["HP-SYT"], HEALTH), (BODIES["HP-SYT"], HEALTH), (BODIES["HP-SYT"], Role.DEPARTMENT_DIRECTOR))
    )
    at = story.office_hours(24 * 6, 24 * 12)
    command = IssueDirection(
        content=story.one_of(phrases.DIRECTIONS), due_at=at + timedelta(days=story.draw.randint(3, 7))
    )
    yield story.step(command, unit, role, at, when=story.lives)
    direction = story.case.directions[-1]
    late = story.chance(0.2)
    at = direction.due_at + timedelta(days=story.draw.uniform(1, 6)) if late else story.office_hours(20, 60)
    done = AnswerDirection(ref=direction.ref, done=story.one_of(phrases.DONE))

    def open_still() -> bool:
        return story.lives() and any(d.ref == direction.ref and not d.answered for d in story.case.directions)

    yield story.by_lead(done, CHAIR, at, when=open_still)


def disclosed(story: Story) -> Tale:
    """Somebody outside asks for data: the court, a school in another province, a newspaper."""
    at = story.office_hours(24, 24 * 20)
    if story.chance(0.3):
        command = RefuseDisclosure(asked_by="Một phóng viên báo mạng")
        yield story.by_lead(command, CHAIR, at, reason="Không có căn cứ, không có đồng ý của gia đình và của cháu.")
        return
    consent = story.chance(0.5)
    command = DiscloseToThirdParty(
        recipient="Trường trung học nơi cháu chuyển đến" if consent else "Tòa án nhân dân thành phố",
        purpose="Bảo đảm cháu được học và được hỗ trợ" if consent else "Giải quyết vụ án hôn nhân gia đình",
        kinds=(PersonalKind.CHILD,) if consent else (PersonalKind.CHILD, PersonalKind.TEXT),
        law=None if consent else Statute.CIVIL_PROCEDURE,
        article=None if consent else "106",
        representative_consents=consent,
        child_consents=consent,
    )
    yield story.by_lead(command, CHAIR, at, when=lambda: story.lives() and (not consent or may_consent(story)))


def may_consent(story: Story) -> bool:
    """Whether the child's representative is none who harms it, or from whom it is kept apart."""
    return not (story.case.parent_is_harmer or story.case.protection.separation)


def looked_into(story: Story) -> Tale:
    """Those who work on the case, decide on it or guide others read what is personal in it, each time for a purpose."""
    if story.chance(0.65):
        yield read(
            story, story.lead, WORKER, story.minutes(5, 30), Purpose.CASE_WORK, Visibility.CHILD, Visibility.TEXT
        )
    if story.chance(0.3):
        yield read(story, story.lead, CHAIR, story.hours(1, 4), Purpose.DECISION, Visibility.TEXT, Visibility.CHILD)
    if story.chance(0.1):
        yield read(story, BODIES["HP-SYT"], HEALTH, story.office_hours(20, 90), Purpose.SUPERVISION, Visibility.TEXT)
    if story.chance(0.04):
        at = story.office_hours(100, 900)
        yield read(story, BODIES["HP-TTTP"], Role.INSPECTOR, at, Purpose.INSPECTION, Visibility.TEXT)
    if story.chance(0.05):
        other = story.one_of((BODIES["HP-BVTE"], BODIES["HP-TGPL"]))
        yield read(story, other, Role.SERVICE_PROVIDER, story.hours(1, 60), Purpose.CASE_WORK, Visibility.CHILD)


def read(
    story: Story, unit: UnitRef, role: Role, at: datetime, purpose: Purpose, *sights: Visibility, of: UUID | None = None
) -> Step:
    """Reading the case's personal fields, as far as the table of readers lets this role."""
    register, file = story.stage.register_cache.register, story.stage.files[of or story.case_id]
    where = file.kind.where(file.state, None)
    person = story.stage.holder(unit, role)
    standings = register.standings(person, story.now) if person else ()
    allowed = tuple(s for s in sights if sees(standings, s, file.kind.name, where, register, story.now))
    command = ReadPersonal(
        file=file.id,
        kind=file.kind.name,
        unit=file.kind.matter(file.state),
        fields=tuple(sorted(f for s in allowed for f in FIELDS[s])),
        sights=tuple(sorted(allowed)),
        purpose=purpose,
        may=bool(allowed),
    )
    return story.step(command, unit, role, at, file_id=access_id(file.id), denied=not allowed, by_deputy=False)


def tried(story: Story) -> Tale:
    """Somebody tries what is not theirs to do; some try again and again."""
    stranger = story.plot.residence or BODIES["HP-MTTQ"]
    tries = story.draw.choice((1, 1, 1, 2, 3, 12))
    visit = RecordVisit(safety=Safety.SAFE, seen="Cháu bình thường.", sighting=story.met())
    day = local_day(story.now)
    plan = ApprovePlan(decision_no="1/QĐ", starts_on=day, ends_on=day + timedelta(days=30))
    if story.chance(0.5):
        unit, role, command = stranger, Role.FRONT_MEMBER, visit
    else:
        unit, role, command = story.lead, WORKER, plan
    for _ in range(tries):
        yield story.step(command, unit, role, story.minutes(1, 4), denied=True)
