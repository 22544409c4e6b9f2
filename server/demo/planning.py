"""From the detailed assessment over the plan and its services to closure, round by round."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from random import Random

from domain.case.assessment.assess_detailed import AssessDetailed
from domain.case.assessment.hold_needs_meeting import HoldNeedsMeeting
from domain.case.assessment.meeting import TOLD_OF, UNNAMED, Absent, Attendee, Present, WhyAbsent
from domain.case.movement.close_case import CloseCase
from domain.case.movement.closure import CALM, URGENT_DECISIONS, CloseGround
from domain.case.plan.approve_plan import ApprovePlan
from domain.case.plan.draft_plan import DraftPlan
from domain.case.plan.fields import WhyLeft
from domain.case.plan.leaving import ItemToLeave
from domain.case.plan.return_plan import ReturnPlan
from domain.case.plan.review_plan import ReviewPlan
from domain.case.plan.reviews import Unfinished
from domain.case.plan.start_new_round import StartNewRound
from domain.case.plan.submit_plan import SubmitPlan
from domain.case.plan.visits import VISIT_CODES
from domain.case.state.case import Phase, RiskLevel
from domain.case.state.plan import Finding, ItemStatus, NewItem, PlanLevel, Service, Stability
from domain.law import duty
from domain.law.term import local_day
from domain.record.refusal import present
from domain.record.vocabulary import UnitRef
from server.demo import hours, phrases
from server.demo.mending import cleared, mended
from server.demo.protecting import weighed_again
from server.demo.services import items_begun
from server.demo.stage import Tale
from server.demo.story import BODIES, CHAIR, WORKER, Story

PLAN_DAYS = {RiskLevel.HIGH: (50, 80), RiskLevel.MEDIUM: (40, 75), RiskLevel.LOW: (28, 55)}
PROVIDERS = {
    Service.COUNSELLING: "HP-TTCTXH",
    Service.MEDICAL: "HP-BVTE",
    Service.LEGAL_AID: "HP-TGPL",
    Service.SCHOOLING: "HP-SGDDT",
}
MET_WITH = (Attendee.PROTECTION_WORKER, Attendee.POLICE, Attendee.SCHOOL, Attendee.WOMENS_UNION, Attendee.CARER)


def planned(story: Story) -> Tale:
    """One round: needs, plan, services, review, and the decision; then the next round where risk is left."""
    if not story.case.plan.detailed or story.case.phase is Phase.ASSESSED:
        yield from detailed(story)
        yield from met(story)
    yield from plan_made(story)
    days = story.draw.randint(6, 9) if story.chance(0.09) else story.draw.randint(1, 4)
    ends = hours.at(present(story.case.plan.ends_on), hours.OPENS, story.draw)
    review = hours.working_days(ends, days, story.draw)
    yield review
    again = story.chance(0.16) and story.case.plan.round < 3
    yield from reviewed(story, review, risk_left=again)
    if again:
        yield story.by_lead(StartNewRound(leaves=left(story)), CHAIR, story.working_days(1, 2))
        yield from planned(story)
    else:
        yield from closed(story)


def detailed(story: Story) -> Tale:
    """Form 03 within three working days, mostly."""
    days = story.draw.randint(4, 6) if story.chance(0.1) else story.draw.randint(1, 2)
    command = AssessDetailed(
        child_state=story.one_of(phrases.SEEN),
        family=story.one_of(phrases.FINDINGS),
        capacity="Mẹ có việc làm, có thể chăm sóc; cần hướng dẫn thêm.",
        environment=story.one_of(phrases.SOURCES),
        findings=tuple(story.draw.sample(list(Finding), story.draw.randint(1, 3))),
        sighting=story.met(0.6),
    )
    since = story.case.assessed_at or story.now
    yield story.by_lead(command, WORKER, max(hours.working_days(since, days, story.draw), story.minutes(30, 200)))


def met(story: Story) -> Tale:
    """The Chair calls the meeting that settles what the child needs."""
    came = (Attendee.CHAIR, *MET_WITH[: story.draw.randint(3, 5)])
    names = Random(story.plot.number)  # noqa: S311
    command = HoldNeedsMeeting(
        attendees=tuple(Present(part=p, name=None if p in UNNAMED else phrases.adult_name(names)) for p in came),
        absent=tuple(Absent(part=p, why=WhyAbsent.DID_NOT_COME) for p in Attendee if p in TOLD_OF - {*came}),
        needs="An toàn, tư vấn tâm lý, đi học trở lại.",
    )
    yield story.by_lead(command, CHAIR, story.working_days(1, 3), attachments=story.paper())


def plan_made(story: Story) -> Tale:
    """Drafted and submitted within five working days, mostly; approved within two, never by the drafter."""
    length = story.draw.randint(*PLAN_DAYS[story.case.level or RiskLevel.HIGH])
    drafted, days = story.draw.randint(1, 3), 1
    if story.plot.late_plan and story.case.plan.round == 1:
        drafted, days = story.draw.randint(5, 9), 2
    at = hours.working_days(story.now, drafted, story.draw)
    level = PlanLevel.INTERVENTION if story.plot.grave else PlanLevel.SUPPORT
    items = wanted(story, local_day(at), length)
    draft = DraftPlan(level=level, goals="Cháu an toàn, ổn định tâm lý và được đi học.", items=items)
    yield story.by_lead(draft, WORKER, at)
    yield story.by_lead(SubmitPlan(), WORKER, story.working_days(0, days), attachments=story.paper())
    if story.chance(0.08):
        yield story.by_lead(ReturnPlan(), CHAIR, story.working_days(0, 1), reason=story.one_of(phrases.RETURN_PLAN))
        yield story.by_lead(draft, WORKER, story.office_hours(1, 6))
        yield story.by_lead(SubmitPlan(), WORKER, story.minutes(10, 90), attachments=story.paper())
    at = story.working_days(3, 5) if story.chance(0.07) else story.working_days(0, 2)
    yield at
    yield from cleared(story, but=(duty.PLAN_APPROVAL.code,))
    first = local_day(story.now)
    approve = ApprovePlan(
        decision_no=story.number("QĐ-UBND"), starts_on=first, ends_on=first + timedelta(days=length + 6)
    )
    yield story.by_lead(approve, CHAIR, story.minutes(5, 30), when=lambda: approvable(story))
    items_begun(story)


def approvable(story: Story) -> bool:
    return story.case.phase is Phase.PLAN_SUBMITTED and not story.hindering((duty.PLAN_APPROVAL.code,))


def wanted(story: Story, today: date, length: int) -> tuple[NewItem, ...]:
    """What the plan asks for."""
    services = story.draw.sample([s for s in Service if s.value in phrases.MEASURES], story.draw.choice((1, 2, 2, 3)))
    return tuple(
        NewItem(
            service=service,
            measure=phrases.MEASURES[service.value],
            provider=provider(story, service),
            due=today + timedelta(days=story.draw.randint(length // 2, length)),
        )
        for service in services
    )


def provider(story: Story, service: Service) -> UnitRef:
    code = PROVIDERS.get(service)
    return BODIES[code] if code else story.lead


def reviewed(story: Story, at: datetime, *, risk_left: bool) -> Tale:
    """Form 06 within five working days of the planned end, mostly; what was not done is proposed to be left."""
    yield at
    if not risk_left and not calm(story):
        yield from weighed_again(story, RiskLevel.LOW, story.minutes(5, 30))
    at = story.minutes(30, 150)
    yield at  # a service may be delivered meanwhile
    unfinished = tuple(
        Unfinished(
            item=item.ref, cause=WhyLeft.PROVIDER_UNABLE, why="Cơ sở chưa bố trí được; chuyển sang hình thức khác."
        )
        for item in story.case.plan.open_items
    )
    shaken = Stability.UNSTABLE if risk_left and story.chance(0.5) else Stability.STABLE
    command = ReviewPlan(
        risk_left=risk_left,
        body=Stability.STABLE,
        mind=shaken,
        cognition=Stability.STABLE,
        feelings=shaken,
        findings=story.one_of(phrases.SEEN),
        sighting=story.met(),
        unfinished=unfinished,
    )
    yield story.by_lead(command, WORKER, at, reason="Rà soát khi kết thúc kế hoạch.")


def calm(story: Story) -> bool:
    """Whether the level that the Chair settled is low, and no danger stands."""
    case = story.case
    return case.risk_confirmed and case.level in CALM and case.risk_proposed in CALM and not case.grave


def closed(story: Story) -> Tale:
    """The Chair closes the case within two working days, mostly, once nothing stands in the way."""
    yield story.working_days(3, 6) if story.chance(0.07) else story.working_days(1, 2)
    if not calm(story) or stale(story):
        yield from reviewed(story, story.office_hours(1, 5), risk_left=False)  # there was news since
    late = next(((code, ref) for code, ref in sorted(story.file.lapsed) if code in VISIT_CODES), None)
    if late is not None and (visit := mended(story, *late, story.minutes(5, 50))) is not None:
        yield visit
    command = CloseCase(
        decision_no=story.number("QĐ-UBND"),
        ground=CloseGround.SAFE_AND_STABLE,
        grounds="Không còn nguy cơ, cháu ổn định; đủ điều kiện theo Điều 30.",
        leaves=left(story),
    )
    yield story.settles(command, story.minutes(5, 40), but=(duty.CLOSING_DECISION.code,), when=lambda: closable(story))


def stale(story: Story) -> bool:
    """Whether there was no review, or news or an assessment since."""
    case, review = story.case, story.case.plan.review
    return review is None or (case.looked_at is not None and review.at < case.looked_at)


def closable(story: Story) -> bool:
    case = story.case
    return (
        case.phase is Phase.UNDER_REVIEW
        and calm(story)
        and not stale(story)
        and not case.plan.open_items
        and case.contact.search is None
        and not case.protection.in_force
        and case.protection.no_contact is None
        and all(d.answered for d in case.directions)
        and not any(code in VISIT_CODES for code, _ in story.file.lapsed)
        and not any(code == urgent.code for urgent in URGENT_DECISIONS for code, _ in story.file.running)
    )


def left(story: Story) -> tuple[ItemToLeave, ...]:
    """What the Chair decides of each item that the review proposes to leave."""
    why = "Gia đình đã tự tìm nơi khác, cháu được giúp."
    items = (item for item in story.case.plan.items if item.status is ItemStatus.EXPLAINED)
    return tuple(ItemToLeave(item=each.ref, cause=WhyLeft.DONE_OTHERWISE, why=why) for each in items)
