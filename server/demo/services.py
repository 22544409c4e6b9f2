"""What providers do with the items of a plan."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from domain.case.plan.accept_item import AcceptItem
from domain.case.plan.approve_amendment import ApproveAmendment
from domain.case.plan.decline_item import DeclineItem
from domain.case.plan.deliver_service import DeliverService
from domain.case.plan.propose_amendment import ProposeAmendment
from domain.case.state.case import Phase
from domain.case.state.plan import ItemStatus, NewItem, PlanItem, Service
from domain.law import duty
from domain.law.term import local_day
from domain.record.refusal import present
from domain.record.register import Register
from domain.record.vocabulary import Role, UnitRef
from domain.unit.state import Level
from server.demo import hours, phrases
from server.demo.stage import Tale
from server.demo.story import BODIES, CHAIR, WORKER, Story

IN_FORCE = (Phase.PLAN_APPROVED, Phase.IN_SERVICE)
IN_SERVICE = (Phase.IN_SERVICE, Phase.UNDER_REVIEW)


def items_begun(story: Story) -> None:
    """Each item goes its own way from the approval on."""
    for item in story.case.plan.items:
        if item.status is ItemStatus.ASSIGNED:
            story.stage.begin(served(story, item, story.case.plan.round))


def served(story: Story, item: PlanItem, plan_round: int) -> Tale:
    """Accepted within a working day, mostly, and delivered before it is due, mostly; some decline or never come."""
    unit, role = item.provider, role_of(story.stage.register_cache.register, item.provider)

    def stands(status: ItemStatus, *phases: Phase) -> bool:
        case = story.case
        known = case.plan.item(item.ref)
        return case.plan.round == plan_round and case.phase in phases and known is not None and known.status is status

    late = story.chance(0.08)
    at = story.working_days(2, 4) if late else story.office_hours(2, 9)
    if story.chance(0.05):
        yield story.step(
            DeclineItem(item=item.ref),
            unit,
            role,
            at,
            reason=story.one_of(phrases.DECLINED),
            when=lambda: stands(ItemStatus.ASSIGNED, *IN_FORCE),
        )
        yield from changed(story, item, plan_round)
        return
    yield story.step(AcceptItem(item=item.ref), unit, role, at, when=lambda: stands(ItemStatus.ASSIGNED, *IN_FORCE))
    if story.chance(0.04):
        return
    yield from _delivered(story, item, unit, role, lambda: stands(ItemStatus.ACCEPTED, *IN_SERVICE))


def _delivered(story: Story, item: PlanItem, unit: UnitRef, role: Role, stands: Callable[[], bool]) -> Tale:
    """In one part or two, before it is due, mostly."""
    length = max(3, (item.due - local_day(story.now)).days)
    days = length + story.draw.randint(1, 12) if story.chance(0.09) else story.draw.randint(2, length)
    day = local_day(story.now) + timedelta(days=days)
    at = max(hours.office(hours.at(day, hours.OPENS, story.draw, 300), story.draw), story.hours(3, 9))
    parts = story.draw.choice((1, 1, 1, 2))
    for part in range(1, parts + 1):
        finished = part == parts
        when = at if finished else story.now + (at - story.now) / 2
        command = DeliverService(
            item=item.ref,
            on=local_day(when),
            units=story.draw.randint(1, 8),
            outcome=story.one_of(phrases.OUTCOMES),
            finished=finished,
        )
        yield story.step(command, unit, role, when, when=stands)


def changed(story: Story, item: PlanItem, plan_round: int) -> Tale:
    """The worker proposes another provider, the Chair approves."""
    due = present(story.case.plan.ends_on) - timedelta(days=3)
    at = story.working_days(1, 3)
    if item.due < local_day(at) or due <= local_day(at):
        return
    other = BODIES["HP-TTCTXH"] if item.provider.code != "HP-TTCTXH" else story.lead
    command = ProposeAmendment(
        adds=(NewItem(service=Service.OTHER, measure="Tư vấn tại nhà, hai buổi mỗi tuần", provider=other, due=due),),
        drops=(item.ref,),
    )

    def possible() -> bool:
        known, case = story.case.plan.item(item.ref), story.case
        free = known is not None and known.open and local_day(story.now) <= known.due
        return case.plan.round == plan_round and case.phase in IN_FORCE and free

    yield story.by_lead(
        command,
        WORKER,
        at,
        reason="Cơ sở từ chối, cần nơi khác thực hiện.",
        when=lambda: possible() and story.case.plan.amendment is None,
    )
    days = story.draw.randint(3, 4) if story.chance(0.1) else 1
    yield story.by_lead(
        ApproveAmendment(),
        CHAIR,
        hours.working_days(story.now, days, story.draw),
        when=lambda: (
            possible()
            and story.case.plan.amendment is not None
            and not story.hindering((duty.AMENDMENT_DECISION.code,))
        ),
    )
    new = story.case.plan.items[-1]
    yield from served(story, new, plan_round)


def role_of(register: Register, unit: UnitRef) -> Role:
    """Who acts for a provider."""
    match register.units[unit.id].level:
        case Level.COMMUNE:
            return WORKER
        case Level.DEPARTMENT:
            return Role.AGENCY_FOCAL
        case _:
            return Role.SERVICE_PROVIDER
