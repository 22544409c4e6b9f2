"""Extend a separation after assessing again: 15 days in all, never more."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from domain.case.act import CHAIR, LIVE, Case, answered, chair_of_actor, until_event
from domain.case.fields import SeparationNumber
from domain.case.protection.clocks import this_extension
from domain.case.protection.refusals import (
    EXTENSION_ADDS_NOTHING,
    REASSESSMENT_REQUIRED,
    SEPARATION_NOT_ACTIVE,
    SEPARATION_TOO_LONG,
)
from domain.case.protection.separations import prolonged, that_holds
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Label, Line, insist, met, owed
from domain.record.fields import says


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtendSeparation:
    """The new end; `reason` says why."""

    until: Annotated[datetime, says("Thời điểm kết thúc; tổng cộng tối đa 15 ngày", "The end; 15 days in all at most")]


@dataclass(frozen=True, slots=True, kw_only=True)
class SeparationExtended:
    """The separation goes on. `assessment`: the number of the assessment that shows the need."""

    ref: SeparationNumber
    extension: Annotated[int, says("Lần gia hạn", "Which extension")]
    until: datetime
    assessment: Annotated[int, says("Lần đánh giá nguy cơ làm căn cứ", "The assessment that shows the need")]


def decide(case: Case, command: ExtendSeparation, context: DecisionContext) -> SeparationExtended:
    separation = that_holds(case, context)
    assessed = case.assessed_at is not None and case.assessed_at > separation.decided_at
    insist(
        (command.until > separation.until, EXTENSION_ADDS_NOTHING, "until"),
        (command.until <= separation.latest, SEPARATION_TOO_LONG, "until"),
        (assessed, REASSESSMENT_REQUIRED),
    )
    return SeparationExtended(
        ref=separation.ref, extension=separation.extensions + 1, until=command.until, assessment=case.assessments
    )


def evolve(case: Case, event: SeparationExtended, line: Line) -> Case:
    return prolonged(case, event, line)


EXTEND_SEPARATION = Action(
    command=ExtendSeparation,
    event=SeparationExtended,
    stored_as="case.separation_extended.1",
    asks=Label(vi="Gia hạn tạm thời cách ly", en="Extend the separation"),
    tells=Label(vi="Đã gia hạn tạm thời cách ly", en="Separation extended"),
    may=CHAIR,
    phases=LIVE,
    needs_reason=True,
    basis=basis.SEPARATION,
    refuses=(SEPARATION_TOO_LONG, SEPARATION_NOT_ACTIVE, EXTENSION_ADDS_NOTHING, REASSESSMENT_REQUIRED),
    decide=decide,
    evolve=evolve,
    answers_to=("order_separation",),
    starts=owed(duty.SEPARATION_END, answers=chair_of_actor, refs=this_extension, by_act=until_event),
    ends=(*met(duty.URGENT_MEASURES, refs=answered), *met(duty.SEPARATION_END)),
)
