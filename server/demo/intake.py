"""How a report comes in, is passed on, and what becomes of it when it opens no case."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from domain.record.vocabulary import Role, UnitRef
from domain.report.acknowledge_report import AcknowledgeReport
from domain.report.answer_reporter import AnswerReporter
from domain.report.check_report import CheckReport
from domain.report.correct_report import CorrectReport
from domain.report.forward_report import ForwardReport
from domain.report.receive_report import ReceiveReport
from domain.report.reject_report import RejectReport
from domain.report.return_report import ReturnReport
from domain.report.state import AnswerTemplate, Channel, CheckOutcome, RejectionGround, ReportPhase
from server.demo import hours, phrases
from server.demo.plots import Fate, Turn
from server.demo.stage import Step, Tale
from server.demo.story import BODIES, POLICE, WORKER, Story

CHANNELS = {
    "hotline": (Channel.HOTLINE,),
    "commune": (Channel.IN_PERSON, Channel.PHONE, Channel.IN_PERSON, Channel.LETTER, Channel.ONLINE),
    "police": (Channel.POLICE,),
    "school": (Channel.SCHOOL,),
    "health": (Channel.HEALTH,),
    "front": (Channel.FRONT,),
}
GROUNDS = {Fate.NOT_ABOUT_A_CHILD: RejectionGround.NOT_ABOUT_A_CHILD}
UNTAKEN = (ReportPhase.RECEIVED, ReportPhase.FORWARDED, ReportPhase.TRIAGED)


def taken_in(story: Story) -> Tale:
    """Receive the report, correct it where needed, pass it on until the commune of the place has it."""
    plot = story.plot
    unit, role = receiver(story)
    yield on_report(story, told(story), unit, role, plot.at)
    story.stage.reports_of[plot.place.id].append(story.report_id)
    if story.chance(0.05):
        at = story.minutes(3, 25)
        yield on_report(story, correction(story), unit, role, at, reason="Người báo gọi lại, bổ sung thông tin.")
    if story.report.reporter_contact is not None and story.chance(0.97):
        story.stage.begin(answered(story, unit, role))
    if unit.id != plot.place.id:
        yield from passed_on(story, unit, role)


def passed_on(story: Story, unit: UnitRef, role: Role) -> Tale:
    """To the commune of the place; to a wrong one first where the address was misheard."""
    place = story.plot.place
    first = story.plot.wrong_place or place
    if unit.id == first.id:
        first = place
    at = story.minutes(130, 260) if story.chance(0.09) else story.minutes(6, 80)
    yield on_report(story, ForwardReport(to_unit=first), unit, role, at)
    if first.id != place.id:
        back, why = ReturnReport(right_unit=place), "Địa chỉ sự việc thuộc đơn vị khác, chuyển đúng nơi."
        yield on_report(story, back, first, Role.INTAKE_OFFICER, story.minutes(15, 80), reason=why)
    who = WORKER if story.chance(0.7) else Role.INTAKE_OFFICER
    at = story.minutes(65, 170) if story.chance(0.1) else story.minutes(4, 45)
    yield on_report(story, AcknowledgeReport(), place, who, at)


def on_report(story: Story, command: Any, unit: UnitRef, role: Role, at: datetime, **more: Any) -> Step:
    """A step on the report's file."""
    return story.step(command, unit, role, at, file_id=story.report_id, **more)


def receiver(story: Story) -> tuple[UnitRef, Role]:
    """Who takes the report: the hotline, a commune, its police, a department or the Front."""
    place = story.plot.place
    if story.plot.wrong_place is not None and story.chance(0.3):
        place = story.plot.wrong_place
    match story.plot.source:
        case "hotline":
            return BODIES["111"], Role.HOTLINE_OPERATOR
        case "police":
            return (BODIES["HP-CATP"], Role.INTAKE_OFFICER) if story.chance(0.12) else (place, POLICE)
        case "health" if story.chance(0.4):
            return BODIES["HP-SYT"], Role.HEALTH_DEPARTMENT_OFFICER
        case "front":
            return (BODIES["HP-MTTQ"] if story.chance(0.25) else place), Role.FRONT_MEMBER
        case _:
            return place, WORKER if story.chance(0.35) else Role.INTAKE_OFFICER


def told(story: Story) -> ReceiveReport:
    """What the reporter said."""
    plot, draw = story.plot, story.draw
    name = phrases.child_name(draw, girl=plot.girl)
    unknown, anonymous = story.chance(0.12) and plot.turn is not Turn.OF_AGE, story.chance(0.18)
    about = phrases.told(draw, plot.harm, "Một cháu bé" if unknown else name, plot.age)
    if plot.fate is Fate.NOT_ABOUT_A_CHILD:
        about, unknown = story.one_of(phrases.NOT_ABOUT_A_CHILD), True
    found = plot.source == "front" and story.chance(0.5)
    return ReceiveReport(
        channel=story.one_of(CHANNELS[plot.source]),
        received_at=plot.at,
        place=plot.place,
        harm_kinds=(plot.harm,),
        narrative=about,
        danger_now=plot.grave and story.chance(0.6),
        anonymous=anonymous,
        child_name=None if unknown else name,
        child_birth_year=None if unknown else plot.at.year - plot.age,
        reporter_name=None if anonymous else phrases.adult_name(draw),
        reporter_contact=None if anonymous or story.chance(0.3) else phrases.phone(draw),
        known_at=plot.at - timedelta(minutes=draw.randrange(5, 400)) if found else None,
    )


def correction(story: Story) -> CorrectReport:
    """Something that was told later."""
    if story.chance(0.2):
        return CorrectReport(corrects=1, received_at=story.plot.at - timedelta(minutes=story.draw.randrange(10, 60)))
    name = phrases.child_name(story.draw, girl=story.plot.girl)
    return CorrectReport(corrects=1, child_name=name, child_birth_year=story.plot.at.year - story.plot.age)


def answered(story: Story, unit: UnitRef, role: Role) -> Tale:
    """Tell the reporter what became of it: within three working days, mostly."""
    days = story.draw.randint(4, 6) if story.chance(0.08) else story.draw.randint(1, 2)
    yield hours.working_days(story.now, days, story.draw)
    report = story.report
    if report.phase is ReportPhase.REJECTED:
        template = AnswerTemplate.NOT_TAKEN_FURTHER
    elif report.passed:
        template = AnswerTemplate.FORWARDED
    else:
        template = AnswerTemplate.CASE_OPENED if report.case else AnswerTemplate.TAKEN_UP
    yield on_report(story, AnswerReporter(template=template), unit, role, story.now)


def rejected(story: Story) -> Tale:
    """The Chair signs that the report goes no further."""
    ground = GROUNDS.get(story.plot.fate, RejectionGround.UNFOUNDED)
    seen = CheckReport(
        outcome=CheckOutcome.UNTRUE,
        findings=story.one_of(phrases.NOTHING_FOUND),
        sources=story.one_of(phrases.SOURCES),
    )
    yield on_report(
        story, seen, story.plot.place, POLICE, story.minutes(20, 55), when=lambda: waits(story, story.report_id)
    )
    yield story.settles(
        RejectReport(
            ground=ground, decision_no=story.number("QĐ-UBND"), truth_check=story.one_of(phrases.NOTHING_FOUND)
        ),
        story.office_hours(9, 30) if story.chance(0.05) else story.minutes(60, 370),
        report=True,
        reason="Đã kiểm tra, không thuộc trường hợp phải lập hồ sơ.",
        when=lambda: waits(story, story.report_id),
    )


def told_twice(story: Story, first: UUID) -> Tale:
    """The same was told a little earlier and is being looked into: the Chair signs that this one goes no further."""
    yield story.settles(
        RejectReport(ground=RejectionGround.DUPLICATE, decision_no=story.number("QĐ-UBND"), duplicate_of=first),
        story.minutes(1, 6),
        report=True,
        reason="Trùng với tin đã tiếp nhận trước đó ít phút.",
        when=lambda: waits(story, story.report_id) and waits(story, first) and not story.stage.files[first].lapsed,
    )


def waits(story: Story, report: UUID) -> bool:
    """Whether a report was neither taken into a case nor rejected."""
    return story.stage.files[report].state.phase in UNTAKEN


def earlier(story: Story) -> UUID | None:
    """A report of the same commune that came before and still waits."""
    for report in reversed(story.stage.reports_of[story.plot.place.id][-12:]):
        came = story.stage.files[report].state.received_at
        if report != story.report_id and waits(story, report) and came < story.report.received_at:
            return report
    return None
