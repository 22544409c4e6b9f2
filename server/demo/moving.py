"""How the lead of a case passes to the commune where the child lives, and how cases rest, are merged, or end early."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from domain.case.assessment.find_unfounded import FindUnfounded
from domain.case.movement.accept_transfer import AcceptTransfer
from domain.case.movement.close_case import CloseCase
from domain.case.movement.closure import CloseGround
from domain.case.movement.confirm_death import ConfirmDeath
from domain.case.movement.death import PlaceOfDeath
from domain.case.movement.merge_cases import MergeCases
from domain.case.movement.merging import Sameness
from domain.case.movement.refuse_transfer import RefuseTransfer
from domain.case.movement.reopen_case import ReopenCase
from domain.case.movement.report_death import ReportDeath
from domain.case.movement.resume_case import ResumeCase
from domain.case.movement.suspend_case import SuspendCase
from domain.case.movement.transfer_lead import TransferLead
from domain.case.oversight.answer_direction import AnswerDirection
from domain.case.oversight.issue_direction import IssueDirection
from domain.case.state.case import FIRST_STEPS, LIVE, Case, Phase
from domain.case.state.death import DeathSource
from domain.law import duty
from domain.record.refusal import present
from domain.record.vocabulary import Role
from server.demo import phrases
from server.demo.stage import Tale
from server.demo.story import BODIES, CHAIR, POLICE, WORKER, Story

HEALTH = Role.HEALTH_DEPARTMENT_OFFICER


def handed_over(story: Story) -> Tale:
    """To the commune of residence, which accepts within a day, mostly, or refuses; then the department decides."""
    home = story.plot.residence
    if home is None or home.id == story.lead.id:
        return
    yield story.by_lead(
        TransferLead(decision_no=story.number("QĐ-UBND"), to_unit=home), CHAIR, story.office_hours(2, 20)
    )
    at = story.office_hours(26, 60) if story.chance(0.12) else story.hours(2, 20)
    if not story.chance(0.1):
        yield story.step(AcceptTransfer(), home, CHAIR, at, when=story.lives)
        return
    why = "Gia đình chỉ tạm trú, đã chuyển đi nơi khác."
    yield story.step(RefuseTransfer(), home, CHAIR, at, reason=why, when=story.lives)
    at = story.office_hours(2, 20)
    told = IssueDirection(content="Nơi cư trú tiếp nhận và chủ trì hồ sơ.", due_at=at + timedelta(days=4), lead=home)
    yield story.step(told, BODIES["HP-SYT"], HEALTH, at, when=story.lives)
    done = AnswerDirection(ref=present(story.case.directions[-1]).ref, done=story.one_of(phrases.DONE))
    yield story.by_lead(done, CHAIR, story.office_hours(3, 26))


def found_unfounded(story: Story) -> Tale:
    """The Chair signs that nothing of it is true."""
    command = FindUnfounded(
        decision_no=story.number("QĐ-UBND"),
        findings=story.one_of(phrases.NOTHING_FOUND),
        sources=story.one_of(phrases.SOURCES),
    )
    at = story.minutes(60, 600)
    yield story.settles(command, at, when=lambda: unfounded_still(story))


def unfounded_still(story: Story) -> bool:
    """No further report has joined, and nobody waits for anything, or told anything since."""
    case, running = story.case, {code for code, _ in story.file.running}
    waits = running & {duty.INFORMATION.code, duty.DIRECTION_ANSWER.code, duty.TRACING.code, duty.LOOK_FROM_ABOVE.code}
    return case.phase in FIRST_STEPS and len(case.reports) == 1 and not waits and case.informed_at is None


def suspended(story: Story) -> Tale:
    """The family has gone away; some are found again, some are not looked for in time."""
    search = SuspendCase(
        decision_no=story.number("QĐ-UBND"),
        search="Đã hỏi gia đình, trường, công an nơi tạm trú; chưa tìm được.",
        until=story.hours(500, 700),
    )
    yield story.settles(search, story.office_hours(40, 120), reason="Mất liên lạc với gia đình.")
    if story.chance(0.6):
        found = ResumeCase(findings="Gia đình đã trở lại, cháu khỏe mạnh.")
        yield story.by_lead(found, WORKER, story.office_hours(300, 900))


def of_age(story: Story) -> Tale:
    """A child that turns sixteen is handed over to those who help grown people."""
    turns = story.now.replace(year=story.now.year + 1, month=1, day=12)
    at = max(turns, story.now + timedelta(days=12))
    command = CloseCase(
        decision_no=story.number("QĐ-UBND"),
        ground=CloseGround.AGED_OUT,
        grounds="Đủ 16 tuổi; chuyển sang hỗ trợ người chưa thành niên.",
        handover="Trung tâm Công tác xã hội tiếp tục hỗ trợ học nghề.",
    )
    yield at
    yield story.settles(command, story.minutes(5, 50), but=(duty.CLOSING_DECISION.code,))


def drowned(story: Story) -> Tale:
    """The child is dead when the report comes; its death is recorded for the review."""
    died = story.plot.at - timedelta(minutes=story.draw.randrange(5, 90))
    command = ReportDeath(
        died_at=died, known_at=story.plot.at, cause="Đuối nước, cấp cứu không thành.", place=PlaceOfDeath.WATER
    )
    yield story.by_lead(command, story.one_of((POLICE, WORKER)), story.hours(0.5, 4))
    shown = ConfirmDeath(
        died_at=died,
        source=DeathSource.DEATH_CERTIFICATE,
        source_no=f"{story.plot.number}/{died.year}",
        issued_by=story.plot.place.name,
    )
    yield story.step(shown, BODIES["HP-SYT"], HEALTH, story.hours(0.5, 3), when=story.lives)


def died(story: Story) -> Tale:
    """A child dies while its case is open."""
    at = story.hours(24 * 8, 24 * 25)
    known = at - timedelta(hours=story.draw.uniform(1, 14))
    command = ReportDeath(
        died_at=known - timedelta(hours=2),
        known_at=known,
        cause="Tử vong tại bệnh viện, đang chờ kết luận nguyên nhân.",
        place=PlaceOfDeath.HOSPITAL,
    )
    yield story.step(command, BODIES["HP-SYT"], HEALTH, at, when=story.lives)
    shown = ConfirmDeath(
        died_at=command.died_at,
        source=DeathSource.HEALTH_RECORD,
        source_no=f"{story.plot.number}/GBT-BV",
        issued_by="Bệnh viện Trẻ em",
    )
    yield story.by_lead(shown, POLICE, story.hours(1, 7))


def merged(story: Story, target: UUID) -> Tale:
    """The department finds that the child has a case already."""

    def possible() -> bool:
        other: Case = story.stage.files[target].state
        older = present(other.opened_at) < present(story.case.opened_at)
        return story.case.phase in FIRST_STEPS and other.phase in LIVE and older and not story.case.protection.in_force

    yield story.step(
        MergeCases(into=target, same=Sameness.CHILD),
        BODIES["HP-SYT"],
        HEALTH,
        story.office_hours(1, 12),
        reason="Cùng một cháu, hai nơi lập hồ sơ.",
        when=possible,
    )


def reopened(story: Story) -> Tale:
    """Weeks after the end a new fact is told."""
    at = story.office_hours(24 * 20, 24 * 70)
    known = at - timedelta(hours=story.draw.uniform(0.3, 5))
    command = ReopenCase(new_fact="Cháu kể với cô giáo là lại bị đe dọa.", known_at=known)
    unit, role = story.one_of(
        (
            (story.lead, CHAIR),
            (story.lead, CHAIR),
            (BODIES["HP-SYT"], HEALTH),
            (BODIES["HP-TTTP"], Role.CHIEF_INSPECTOR),
        )
    )
    yield story.step(command, unit, role, at, reason="Có tình tiết mới.", when=lambda: story.case.phase is Phase.CLOSED)
