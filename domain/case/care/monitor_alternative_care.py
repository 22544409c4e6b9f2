"""Monitor alternative care: first after thirty days, then every six months, also once the case is closed."""

from dataclasses import dataclass, replace

from domain.case.clocks import chair_of_lead, now
from domain.case.state.care import Care, Suitability
from domain.case.state.case import LIVE, Case, Phase
from domain.case.who import PROVIDER, WORKER_OF_RESIDENCE
from domain.law import basis, duty
from domain.record.action import Action, Ends, Starts
from domain.record.file import DecisionContext
from domain.record.line import Line
from domain.record.personal import Personal
from domain.record.refusal import insist, present, said
from domain.record.vocabulary import Kind, Label


@dataclass(frozen=True, slots=True, kw_only=True)
class MonitorAlternativeCare:
    """What was found, and what the child says of it."""

    found: Suitability
    seen: str
    child_view: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AlternativeCareMonitored:
    """Alternative care was monitored, for the `number`-th time in this placement."""

    placement: str
    number: int
    found: Suitability
    seen: Personal
    child_view: Personal | None


def decide(case: Case, command: MonitorAlternativeCare, context: DecisionContext) -> AlternativeCareMonitored:
    insist(
        (case.care.placement is not None, "not_in_care"),
        (said(command.seen), "seen_required", "seen"),
        (not case.has_own_view(context.at) or said(command.child_view), "child_view_missing", "childView"),
    )
    placement = present(case.care.placement)
    return AlternativeCareMonitored(
        placement=placement.ref,
        number=placement.monitored + 1,
        found=command.found,
        seen=context.text(command.seen),
        child_view=context.private(command.child_view),
    )


def evolve(case: Case, event: AlternativeCareMonitored, line: Line) -> Case:
    placements = tuple(
        replace(p, monitored=event.number, found=event.found) if p.ref == event.placement else p
        for p in case.care.placements
    )
    return replace(
        case,
        care=Care(placements=placements),
        child_heard_at=line.occurred_at if event.child_view else case.child_heard_at,
    )


MONITOR_ALTERNATIVE_CARE = Action(
    kind=Kind.CASE,
    command=MonitorAlternativeCare,
    event=AlternativeCareMonitored,
    stored_as="case.alternative_care_monitored.1",
    asks=Label(vi="Theo dõi, đánh giá chăm sóc thay thế", en="Monitor alternative care"),
    tells=Label(vi="Đã theo dõi, đánh giá chăm sóc thay thế", en="Alternative care monitored"),
    may=(*WORKER_OF_RESIDENCE, *PROVIDER),
    phases=LIVE | {Phase.CLOSED},
    basis=basis.CARE_MONITORING,
    decide=decide,
    evolve=evolve,
    starts=(
        Starts(
            duty=duty.CARE_MONITORING,
            since=now,
            answers=chair_of_lead,
            refs=lambda case, event, context: (f"{event.placement}.{event.number + 1}",),
        ),
    ),
    ends=(Ends(duty=duty.FIRST_CARE_MONITORING), Ends(duty=duty.CARE_MONITORING)),
)
