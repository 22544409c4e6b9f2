"""A separation runs out because nobody decided in time: the system tells it, and if the carers are safe."""

from dataclasses import dataclass, replace
from typing import Annotated

from domain.case.act import SYSTEM, Case
from domain.case.fields import SeparationNumber
from domain.case.protection.clocks import home_is_safe, laid_bare, sent_home
from domain.case.protection.refusals import END_NOT_REACHED, SEPARATION_NOT_ACTIVE
from domain.case.references import Matter
from domain.case.state.protection import SeparationEnd
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Label, Line, insist, met, not_required, required
from domain.record.fields import says


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpireSeparation:
    """The separation that holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeparationExpired:
    """The separation ran out. `carers_safe`: whether they had been assessed as safe since it began."""

    ref: SeparationNumber
    carers_safe: Annotated[
        bool, says("Cha mẹ, người chăm sóc đã được đánh giá là an toàn", "The carers had been assessed as safe")
    ]


def decide(case: Case, command: ExpireSeparation, context: DecisionContext) -> SeparationExpired:
    separation = required(case.protection.separation, SEPARATION_NOT_ACTIVE)
    insist((separation.until <= context.at, END_NOT_REACHED))
    safe = case.carers_safe_at is not None and case.carers_safe_at > separation.since
    return SeparationExpired(ref=separation.ref, carers_safe=safe)


def evolve(case: Case, event: SeparationExpired, line: Line) -> Case:
    held = case.protection.separation
    ended_at = held.until if held else line.occurred_at
    expired = case.protection.with_separation(event.ref, ended=SeparationEnd.EXPIRED, ended_at=ended_at)
    return replace(case, protection=expired)


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
    starts=(
        *laid_bare(duty.URGENT_MEASURES, Matter.ENDED_SEPARATION),
        *sent_home(duty.HOME_CHECK, Matter.ENDED_SEPARATION),
    ),
    ends=(*met(duty.SEPARATION_LIMIT), *not_required(duty.SEPARATION_END, when=home_is_safe)),
)
