"""A separation runs out because nobody decided in time: the system tells it, and if the carers are safe."""

from dataclasses import dataclass, replace
from typing import Annotated

from domain.case.protection.refusals import END_NOT_REACHED, SEPARATION_NOT_ACTIVE
from domain.case.state.case import Case
from domain.case.state.protection import SeparationEnd
from domain.case.who import SYSTEM
from domain.law import basis, duty
from domain.record.action import Action, Ends
from domain.record.clear import Clear
from domain.record.field import says
from domain.record.file import DecisionContext
from domain.record.label import Label
from domain.record.line import DutyOutcome, Line
from domain.record.refusal import insist, present


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpireSeparation:
    """The separation that holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeparationExpired:
    """The separation ran out. `carers_safe`: whether they had been assessed as safe since it began."""

    ref: Annotated[
        str, says("Số thứ tự của lần cách ly trong vụ việc", "Number of the separation within the case"), Clear.LINK
    ]
    carers_safe: Annotated[
        bool, says("Cha mẹ, người chăm sóc đã được đánh giá là an toàn", "The carers had been assessed as safe")
    ]


def decide(case: Case, command: ExpireSeparation, context: DecisionContext) -> SeparationExpired:
    held = case.protection.separation
    insist((held is not None, SEPARATION_NOT_ACTIVE))
    separation = present(held)
    insist((separation.until <= context.at, END_NOT_REACHED))
    safe = case.carers_safe_at is not None and case.carers_safe_at > separation.since
    return SeparationExpired(ref=separation.ref, carers_safe=safe)


def evolve(case: Case, event: SeparationExpired, line: Line) -> Case:
    separations = tuple(
        replace(s, ended=SeparationEnd.EXPIRED, ended_at=s.until) if s.ref == event.ref else s
        for s in case.protection.separations
    )
    return replace(case, protection=replace(case.protection, separations=separations))


EXPIRE_SEPARATION = Action(
    command=ExpireSeparation,
    event=SeparationExpired,
    stored_as="case.separation_expired.1",
    asks=Label(vi="Ghi nhận hết hạn cách ly", en="Expire the separation"),
    tells=Label(vi="Thời hạn cách ly đã hết", en="Separation expired"),
    may=SYSTEM,
    basis=basis.SEPARATION,
    refuses=(END_NOT_REACHED, SEPARATION_NOT_ACTIVE),
    upon=(duty.SEPARATION_END, duty.SEPARATION_LIMIT),
    decide=decide,
    evolve=evolve,
    ends=(
        Ends(duty=duty.SEPARATION_LIMIT),
        Ends(
            duty=duty.SEPARATION_END, how=DutyOutcome.NOT_REQUIRED, when=lambda case, event, context: event.carers_safe
        ),
    ),
)
