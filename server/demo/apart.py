"""Children kept apart from those who harm them: separations, alternative care, no-contact orders."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from domain.case.care.end_alternative_care import EndAlternativeCare
from domain.case.care.monitor_alternative_care import MonitorAlternativeCare
from domain.case.care.place_in_alternative_care import PlaceInAlternativeCare
from domain.case.protection.cancel_no_contact import CancelNoContact
from domain.case.protection.continue_by_authority import ContinueByAuthority
from domain.case.protection.decline_separation import DeclineSeparation
from domain.case.protection.extend_separation import ExtendSeparation
from domain.case.protection.order_no_contact import OrderNoContact
from domain.case.protection.order_separation import OrderSeparation
from domain.case.protection.petition_court import PetitionCourt
from domain.case.protection.record_court_decision import RecordCourtDecision
from domain.case.protection.refuse_no_contact import RefuseNoContact
from domain.case.protection.request_no_contact import RequestNoContact
from domain.case.protection.revoke_separation import RevokeSeparation
from domain.case.state.care import CareEnd, CareGround, CareKind, Suitability
from domain.case.state.case import RiskLevel
from domain.case.state.protection import CourtOutcome, PetitionGround, SeparationGround
from domain.law import duty
from domain.record.refusal import present
from server.demo import phrases
from server.demo.plots import Apart
from server.demo.protecting import calmed, seen_at_home, weighed_again
from server.demo.stage import Tale
from server.demo.story import BODIES, CHAIR, POLICE, WORKER, Role, Story


def separated(story: Story) -> Tale:
    """Ordered within twelve hours of the receipt, mostly; ended when the carers are safe, or by time alone."""
    days = story.draw.uniform(4, 8) if story.plot.apart is Apart.REVOKED else 10.0
    command = OrderSeparation(
        ground=SeparationGround.CARER_HARMS,
        until=story.now + timedelta(days=days + 1.5),
        decision_no=story.number("QĐ-UBND"),
        carer_name=phrases.adult_name(story.draw),
        placement="Nhà bà ngoại, cùng địa bàn",
        child_view=story.one_of(phrases.CHILD_SAYS),
        child_birth_year=story.plot.at.year - story.plot.age,
    )
    yield story.by_lead(command, CHAIR, story.minutes(3, 40))
    if story.plot.in_care:
        story.stage.begin(cared_for(story))
    match story.plot.apart:
        case Apart.FULL:
            yield from to_the_last_day(story)
        case Apart.CONTINUED:
            yield from beyond(story)
        case _:
            yield from given_back(story, days)


def given_back(story: Story, days: float) -> Tale:
    """The carers are assessed as safe and the decision is revoked."""
    yield from weighed_again(story, RiskLevel.MEDIUM, story.hours(24 * days - 8, 24 * days), carers_safe=True)
    revoke = RevokeSeparation(decision_no=story.number("QĐ-UBND"))
    yield story.by_lead(revoke, CHAIR, story.hours(1, 5), when=lambda: lasts(story))
    yield from seen_at_home(story)


def lasts(story: Story) -> bool:
    """Whether the child is still kept apart."""
    return story.lives() and story.case.protection.separation is not None


def extended(story: Story) -> Tale:
    """Assessed again on the ninth day and extended to the last day that the law allows."""
    yield from weighed_again(story, RiskLevel.HIGH, story.hours(24 * 8, 24 * 9))
    petition = PetitionCourt(
        court=BODIES["HP-TAND"], ground=PetitionGround.PARENTS_HARM, document_no=story.number("CV-UBND")
    )
    yield story.by_lead(petition, CHAIR, story.minutes(60, 240), when=lambda: lasts(story))
    latest = present(present(story.case.protection.separation).latest)
    why = "Người gây hại chưa rời nhà, cháu chưa an toàn."
    yield story.by_lead(
        ExtendSeparation(until=latest), CHAIR, story.minutes(10, 60), reason=why, when=lambda: lasts(story)
    )


def to_the_last_day(story: Story) -> Tale:
    """Fifteen days pass; only then the Chair settles what follows."""
    yield from extended(story)
    ends = present(story.case.protection.separation).until
    yield from weighed_again(story, RiskLevel.MEDIUM, ends - timedelta(hours=story.draw.uniform(8, 20)))
    settle = ends + timedelta(hours=story.draw.uniform(5, 30))
    yield ends + timedelta(minutes=30)
    story.stage.begin(seen_at_home(story))
    why = "Hết 15 ngày; cháu ở với bà ngoại theo thỏa thuận của gia đình."
    yield story.by_lead(not_kept_apart(story), CHAIR, settle, reason=why, when=lambda: undecided(story))
    yield from weighed_again(story, RiskLevel.MEDIUM, story.office_hours(20, 60), carers_safe=True)


def not_kept_apart(story: Story) -> DeclineSeparation | EndAlternativeCare:
    """No separation follows: who was placed on that ground alone comes home."""
    home = EndAlternativeCare(ground=CareEnd.RETURNED_HOME)
    return home if story.case.care.rests_on_separation else DeclineSeparation()


def undecided(story: Story) -> bool:
    """Whether a separation ran out and nobody has said yet what follows."""
    ran_out = story.case.protection.separation is None
    return story.lives() and ran_out and any(code == duty.SEPARATION_END.code for code, _ in story.file.running)


def beyond(story: Story) -> Tale:
    """The investigators require more than fifteen days; the court decides; then the child goes home."""
    yield from extended(story)
    command = ContinueByAuthority(
        authority=BODIES["HP-CATP"],
        document_no=story.number("CV-CSĐT"),
        until=story.hours(24 * 24, 24 * 30),
    )
    yield story.by_lead(
        command, CHAIR, story.hours(24 * 3, 24 * 4), attachments=story.paper(), when=lambda: lasts(story)
    )
    decided = RecordCourtDecision(
        ref=story.case.protection.petitions[-1].ref,
        outcome=CourtOutcome.PARTLY_GRANTED,
        decision_no=story.number("QĐST-TA"),
    )
    yield story.step(decided, BODIES["HP-TAND"], Role.COURT_CLERK, story.office_hours(24 * 6, 24 * 9), when=story.lives)
    yield from given_back(story, 10)


def cared_for(story: Story) -> Tale:
    """Placed with relatives or in the centre, monitored on the thirtieth day, mostly, and ended when it can go home."""
    centre = story.chance(0.4)
    command = PlaceInAlternativeCare(
        kind=CareKind.FACILITY if centre else CareKind.RELATIVES,
        ground=CareGround.WITH_SEPARATION,
        decision_no=story.number("QĐ-UBND"),
        carer_check="Đã xác minh nơi ở, sức khỏe và lý lịch của người chăm sóc.",
        carer_name=None if centre else phrases.adult_name(story.draw),
        facility=BODIES["HP-TTCTXH"] if centre else None,
        child_view=story.one_of(phrases.CHILD_SAYS),
    )
    yield story.by_lead(command, CHAIR, story.hours(1, 10))
    days = story.draw.uniform(31, 38) if story.chance(0.2) else story.draw.uniform(24, 29)
    seen = MonitorAlternativeCare(
        found=Suitability.SUITABLE, seen=story.one_of(phrases.SEEN), child_view=story.one_of(phrases.CHILD_SAYS)
    )
    yield story.by_lead(seen, WORKER, story.hours(24 * days - 6, 24 * days), when=lambda: in_care(story))
    if story.chance(0.7):
        why = "Gia đình đã an toàn, cháu muốn về nhà."
        home = EndAlternativeCare(ground=CareEnd.RETURNED_HOME)
        yield story.by_lead(
            home,
            CHAIR,
            story.office_hours(30, 200),
            reason=why,
            when=lambda: in_care(story) and story.case.protection.separation is None,
        )
        yield from seen_at_home(story)
    else:
        by_plan = replace(command, ground=CareGround.BY_PLAN, decision_no=story.number("QĐ-UBND"))
        yield story.by_lead(by_plan, CHAIR, story.office_hours(1, 100), when=lambda: planned(story))


def in_care(story: Story) -> bool:
    """Whether the child still lives elsewhere."""
    return story.lives() and story.case.care.placement is not None


def planned(story: Story) -> bool:
    """Whether a plan is carried out by which the child may stay where it was placed."""
    plan = story.case.plan
    return in_care(story) and story.case.care.rests_on_separation and plan.approved_at is not None and not plan.over


def kept_away(story: Story) -> Tale:
    """Somebody violent is to stay away: ordered for three days at most, or refused in writing."""
    against = phrases.adult_name(story.draw)
    asked = RequestNoContact(
        against=against, grounds="Người này nhiều lần đến nhà đe dọa hai mẹ con.", requested_at=story.now
    )
    yield story.by_lead(asked, story.one_of((WORKER, POLICE)), story.minutes(5, 60))
    ref = story.case.protection.no_contact_requests[-1].ref
    at = story.hours(12.5, 20) if story.chance(0.1) else story.hours(1, 10)
    if story.chance(0.25):
        refused = RefuseNoContact(request=ref, document_no=story.number("CV-UBND"))
        yield story.by_lead(refused, CHAIR, at, reason="Hai bên đã ở hai nơi, chưa đủ căn cứ.")
        return
    order = OrderNoContact(
        against=against, until=at + timedelta(hours=66), decision_no=story.number("QĐ-UBND"), request=ref
    )
    yield story.by_lead(order, CHAIR, at)
    yield from calmed(story, story.hours(30, 38))
    at = story.hours(35, 60) if story.chance(0.3) else story.hours(6, 20)
    yield story.by_lead(CancelNoContact(), CHAIR, at, reason="Không còn đe dọa, người này đã cam kết.")
