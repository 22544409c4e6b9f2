"""Meeting the child: what is told of it, visits as often as the risk asks, visits in vain, and searches."""

from __future__ import annotations

from datetime import datetime, timedelta

from domain.case.plan.record_visit import RecordVisit
from domain.case.seeing.end_tracing import EndTracing
from domain.case.seeing.record_attempted_visit import RecordAttemptedVisit
from domain.case.seeing.start_tracing import StartTracing
from domain.case.state.case import RiskLevel
from domain.case.state.plan import Safety
from domain.case.state.sighting import CANCELLED, TraceEnd, Visitor, WhyNotMet
from domain.law import duty
from domain.law.term import local_day
from server.demo import hours, phrases
from server.demo.protecting import weighed_again
from server.demo.stage import Step, Tale
from server.demo.story import POLICE, WORKER, Story

VISIT_DAYS = {RiskLevel.HIGH: 3, RiskLevel.MEDIUM: 7, RiskLevel.LOW: 30}
VISIT_CLOCKS = (
    (duty.VISIT_HIGH.code, RiskLevel.HIGH),
    (duty.VISIT_MEDIUM.code, RiskLevel.MEDIUM),
    (duty.VISIT_LOW.code, RiskLevel.LOW),
)
IN_VAIN = (WhyNotMet.NOBODY_HOME, WhyNotMet.CHILD_AWAY, WhyNotMet.NOT_LET_IN, WhyNotMet.CANCELLED_BY_FAMILY)
CALMER_AFTER = 5


def looked_after(story: Story) -> Tale:
    """Visits as the level of risk asks, from the assessment to the end; some late, some in vain."""
    visits, opened = 0, story.case.reopened
    while story.lives() and story.case.reopened == opened:
        level = visit_level(story)
        at = hours.daytime(local_day(story.now) + timedelta(days=next_in(story, level)), story.draw)
        yield from visited(story, at if level is RiskLevel.HIGH else hours.office(at, story.draw))
        visits += 1
        calmer = visits == CALMER_AFTER and story.case.protection.separation is None
        if calmer and story.case.level is RiskLevel.HIGH:
            story.stage.begin(weighed_again(story, RiskLevel.MEDIUM, story.office_hours(1, 5)))


def visit_level(story: Story) -> RiskLevel:
    """The level by which the next visit is due: that of the clock that runs."""
    running = {code for code, _ in story.file.running}
    return next((level for code, level in VISIT_CLOCKS if code in running), RiskLevel.LOW)


def next_in(story: Story, level: RiskLevel) -> int:
    days = VISIT_DAYS[level]
    if story.chance(0.03):
        return days + story.draw.randint(2, 5)
    return max(1, days - story.draw.randint(0, 1 if days < 7 else 2 if days < 30 else 9))


def visited(story: Story, at: datetime) -> Tale:
    """A visit; one in twenty does not meet the child, one in thirty is written down days later, with the reason."""
    yield at
    if not story.lives():
        return
    if story.chance(0.05):
        yield from in_vain(story)
    command = RecordVisit(
        safety=Safety.CONCERN if story.chance(0.08) else Safety.SAFE,
        seen=story.one_of(phrases.SEEN),
        sighting=story.met(0.7),
    )
    if not story.chance(0.03):
        yield story.by_lead(command, WORKER, story.minutes(1, 5))
        return
    happened = story.now
    yield hours.working_days(happened + timedelta(days=1, hours=4), story.draw.randint(0, 2), story.draw)
    why = story.one_of(phrases.LATE)
    yield story.by_lead(command, WORKER, story.now, occurred_at=happened, late_reason=why)


def in_vain(story: Story) -> Tale:
    """Nobody opens; the next day they go again; where that is in vain too, the child is searched for and found."""
    yield missed(story, story.one_of(IN_VAIN), story.minutes(1, 5))
    yield hours.daytime(local_day(story.now) + timedelta(days=1), story.draw)
    if not story.chance(0.2):
        return
    yield missed(story, story.one_of(IN_VAIN), story.minutes(1, 5))
    yield story.hours(4, 40)
    if story.case.contact.search is not None and story.chance(0.6):
        where = EndTracing(outcome=TraceEnd.FOUND, findings="Cháu ở nhà cô ruột, cùng địa bàn.", found_in=story.lead)
        yield story.by_lead(where, POLICE, story.minutes(5, 50), when=lambda: searched(story))
        yield story.hours(2, 8)


def missed(story: Story, why: WhyNotMet, at: datetime) -> Step:
    """A visit that did not meet the child."""
    went = () if why in CANCELLED else (Visitor.WORKER, Visitor.NEIGHBOURHOOD_HEAD)
    command = RecordAttemptedVisit(why=why, announced=story.chance(0.4), seen=story.one_of(phrases.NOT_MET), went=went)
    return story.by_lead(command, WORKER, at)


def gone(story: Story) -> Tale:
    """The family is said to have moved: from then on the child is searched for."""
    yield missed(story, WhyNotMet.NOBODY_HOME, story.office_hours(20, 40))
    yield missed(story, WhyNotMet.MOVED, story.office_hours(20, 40))


def nobody_there(story: Story) -> Tale:
    """There is no such address; the police establish that there is no such child."""
    yield missed(story, WhyNotMet.ADDRESS_WRONG, story.minutes(40, 120))
    known = StartTracing(last_known="Tin báo chỉ nêu một địa chỉ, không có số nhà này.")
    yield story.by_lead(known, WORKER, story.minutes(5, 20))
    none = EndTracing(outcome=TraceEnd.NO_SUCH_CHILD, findings="Không có hộ gia đình, trẻ em nào như tin báo.")
    yield story.by_lead(none, POLICE, story.minutes(60, 150), attachments=story.paper(), when=lambda: searched(story))


def searched(story: Story) -> bool:
    """The case goes on, and so does the search."""
    return story.lives() and story.case.contact.search is not None
