"""Monitor alternative care: first after thirty days, then every six months, also once the case is closed."""

from dataclasses import dataclass, replace
from typing import Annotated

from domain.case.care.refusals import NOT_IN_CARE
from domain.case.clocks import chair_of_lead, now
from domain.case.refusals import CHILD_VIEW_MISSING
from domain.case.state.care import Care, Suitability
from domain.case.state.case import LIVE, Case, Phase
from domain.case.who import PROVIDER, WORKER_OF_RESIDENCE
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Ends, Label, Line, Starts, insist, present, said
from domain.record.fields import ChildViewIfAny, Clear, Personal, says


@dataclass(frozen=True, slots=True, kw_only=True)
class MonitorAlternativeCare:
    """What monitoring found."""

    found: Annotated[Suitability, says("Nơi chăm sóc thay thế có phù hợp không", "Whether the placement suits")]
    seen: Annotated[str, says("Những gì đã thấy", "What was seen")]
    child_view: ChildViewIfAny = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AlternativeCareMonitored:
    """Alternative care was monitored, for the `number`-th time in this placement."""

    placement: Annotated[
        str, says("Số thứ tự của lần chăm sóc thay thế", "Number of the placement within the case"), Clear.LINK
    ]
    number: Annotated[int, says("Lần theo dõi", "Which monitoring of the placement")]
    found: Suitability
    seen: Personal
    child_view: Personal | None


def decide(case: Case, command: MonitorAlternativeCare, context: DecisionContext) -> AlternativeCareMonitored:
    insist(
        (case.care.placement is not None, NOT_IN_CARE),
        (not case.has_own_view(context.at) or said(command.child_view), CHILD_VIEW_MISSING, "child_view"),
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
    command=MonitorAlternativeCare,
    event=AlternativeCareMonitored,
    stored_as="case.alternative_care_monitored.1",
    asks=Label(vi="Theo dõi, đánh giá chăm sóc thay thế", en="Monitor alternative care"),
    tells=Label(vi="Đã theo dõi, đánh giá chăm sóc thay thế", en="Alternative care monitored"),
    may=(*WORKER_OF_RESIDENCE, *PROVIDER),
    phases=LIVE | {Phase.CLOSED},
    basis=basis.CARE_MONITORING,
    refuses=(CHILD_VIEW_MISSING, NOT_IN_CARE),
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
