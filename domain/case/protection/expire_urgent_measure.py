"""The time of an urgent measure runs out: the system tells it, and where the danger stands twelve hours begin."""

from dataclasses import dataclass, replace

from domain.case.act import SYSTEM, Case
from domain.case.fields import MeasureNumber
from domain.case.protection.clocks import laid_bare, left_shelter, measure_ended, sent_home
from domain.case.protection.measures import MEASURE_NOT_OPEN
from domain.case.protection.refusals import END_NOT_REACHED
from domain.case.references import Matter
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Label, Line, insist, required


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpireUrgentMeasure:
    """The measure whose time ran out first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UrgentMeasureExpired:
    """The measure protects nobody any more; what came of it is still to be told."""

    ref: MeasureNumber


def decide(case: Case, command: ExpireUrgentMeasure, context: DecisionContext) -> UrgentMeasureExpired:
    lasting = [m for m in case.protection.open_measures if m.ended_at is None]
    first = required(min(lasting, key=lambda m: m.until, default=None), MEASURE_NOT_OPEN)
    insist((first.until <= context.at, END_NOT_REACHED))
    return UrgentMeasureExpired(ref=first.ref)


def evolve(case: Case, event: UrgentMeasureExpired, line: Line) -> Case:
    return replace(case, protection=case.protection.with_measure_ended(event.ref))


EXPIRE_URGENT_MEASURE = Action(
    command=ExpireUrgentMeasure,
    event=UrgentMeasureExpired,
    stored_as="case.urgent_measure_expired.1",
    asks=Label(vi="Ghi nhận hết hạn biện pháp khẩn cấp", en="Expire an urgent measure"),
    tells=Label(vi="Thời hạn biện pháp khẩn cấp đã hết", en="Urgent measure expired"),
    may=SYSTEM,
    basis=basis.URGENT_MEASURES_LIST,
    refuses=(END_NOT_REACHED, MEASURE_NOT_OPEN),
    upon=(duty.URGENT_MEASURE_COMPLETION,),
    decide=decide,
    evolve=evolve,
    starts=(
        *laid_bare(duty.URGENT_MEASURES, Matter.ENDED_MEASURE, measure_ended),
        *sent_home(duty.HOME_CHECK, Matter.ENDED_MEASURE, left_shelter),
    ),
)
