"""Order a temporary separation with alternative care: within 12 hours of receipt, for 15 days at most."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID, uuid5

from domain.case.clocks import chair_of_actor, now
from domain.case.state.case import LIVE, Case
from domain.case.state.protection import Separation, SeparationEnd, SeparationGround
from domain.case.who import CHAIR
from domain.law import basis, duty
from domain.record import personal
from domain.record.action import Action, Ends, Starts
from domain.record.file import DecisionContext
from domain.record.line import Line
from domain.record.personal import Personal
from domain.record.refusal import insist, said
from domain.record.vocabulary import BAOVE, Kind, Label


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderSeparation:
    """The ground, until when, who cares for the child and where. `child_birth_year`: if the file lacks it."""

    ground: SeparationGround
    until: datetime
    decision_no: str
    carer_name: str
    placement: str
    child_view: str | None = None
    child_birth_year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SeparationOrdered:
    """The child is kept away from those who harm it. `latest`: when 15 days are over."""

    ref: str
    ground: SeparationGround
    since: datetime
    until: datetime
    latest: datetime
    decision_no: str
    carer: UUID
    carer_name: Personal
    placement: Personal
    child_view: Personal | None
    child_birth_year: int | None


def decide(case: Case, command: OrderSeparation, context: DecisionContext) -> SeparationOrdered:
    ref = str(len(case.protection.separations) + 1)
    carer = uuid5(BAOVE, f"carer:{context.file_id}:{ref}")
    latest = duty.due_at(duty.SEPARATION_LIMIT, counted_from(case, context.occurred_at)).instant
    born = case.child_birth_year or command.child_birth_year
    to_be_heard = born is not None and case.has_own_view(context.at, born)
    insist(
        (case.protection.separation is None, "separation_active"),
        (command.until > context.occurred_at, "end_already_past", "until"),
        (command.until <= latest, "separation_too_long", "until"),
        (said(command.decision_no), "decision_no_required", "decisionNo"),
        (said(command.carer_name) and said(command.placement), "carer_and_placement_required", "carerName"),
        (born is not None, "child_age_unknown", "childBirthYear"),
        (not to_be_heard or said(command.child_view), "child_view_required", "childView"),
    )
    return SeparationOrdered(
        ref=ref,
        ground=command.ground,
        since=context.occurred_at,
        until=command.until,
        latest=latest,
        decision_no=command.decision_no.strip(),
        carer=carer,
        carer_name=personal.family(carer, command.carer_name.strip()),
        placement=personal.family(carer, command.placement.strip()),
        child_view=context.private(command.child_view),
        child_birth_year=born,
    )


def counted_from(case: Case, since: datetime) -> datetime:
    """From when the 15 days of a separation that begins at `since` count.

    One that ran out is not made good by a new order: its 15 days go on, unless something new became known since.
    """
    before = case.protection.separations[-1] if case.protection.separations else None
    if before is None or before.ended is not SeparationEnd.EXPIRED:
        return since
    news = case.news_at is not None and case.news_at > before.since
    return since if news else before.counted_from


def evolve(case: Case, event: SeparationOrdered, line: Line) -> Case:
    separation = Separation(
        ref=event.ref,
        ground=event.ground,
        since=event.since,
        until=event.until,
        latest=event.latest,
        counted_from=counted_from(case, event.since),
        decided_at=line.occurred_at,
    )
    separations = (*case.protection.separations, separation)
    return replace(
        case,
        protection=replace(case.protection, separations=separations),
        child_birth_year=event.child_birth_year,
        child_heard_at=line.occurred_at if event.child_view else case.child_heard_at,
    )


def first_day(case: Case, event: SeparationOrdered, context: DecisionContext) -> datetime:
    return case.protection.separations[-1].counted_from


def its_ref(case: Case, event: SeparationOrdered, context: DecisionContext) -> tuple[str, ...]:
    return (event.ref,)


ORDER_SEPARATION = Action(
    kind=Kind.CASE,
    command=OrderSeparation,
    event=SeparationOrdered,
    stored_as="case.separation_ordered.1",
    asks=Label(vi="Quyết định tạm thời cách ly, chăm sóc thay thế", en="Order temporary separation"),
    tells=Label(vi="Đã quyết định tạm thời cách ly trẻ em", en="Temporary separation ordered"),
    may=CHAIR,
    phases=LIVE,
    basis=basis.SEPARATION,
    decide=decide,
    evolve=evolve,
    starts=(
        Starts(duty=duty.SEPARATION_LIMIT, since=first_day, answers=chair_of_actor, refs=its_ref),
        Starts(duty=duty.COURT_PETITION, since=now, answers=chair_of_actor, refs=its_ref),
        Starts(
            duty=duty.SEPARATION_END,
            since=now,
            answers=chair_of_actor,
            refs=its_ref,
            by_act=lambda case, event, context, ref: event.until,
        ),
    ),
    ends=(Ends(duty=duty.URGENT_MEASURES), Ends(duty=duty.SEPARATION_DECISION), Ends(duty=duty.SEPARATION_END)),
)
