"""Revoke a separation, once the carers were assessed as safe."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated

from domain.case.protection.refusals import SEPARATION_NOT_ACTIVE
from domain.case.state.case import LIVE, Case
from domain.case.state.protection import SeparationEnd
from domain.case.who import CHAIR
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, DutyOutcome, Ends, Label, Line, Refusal, insist, present
from domain.record.fields import Clear, DecisionNo, says


@dataclass(frozen=True, slots=True, kw_only=True)
class RevokeSeparation:
    """The decision that ends the separation."""

    decision_no: DecisionNo


@dataclass(frozen=True, slots=True, kw_only=True)
class SeparationRevoked:
    """The child goes home. `assessed_safe_at`: when the carers were assessed as safe."""

    ref: Annotated[
        str, says("Số thứ tự của lần cách ly trong vụ việc", "Number of the separation within the case"), Clear.LINK
    ]
    decision_no: str
    assessed_safe_at: Annotated[
        datetime,
        says("Thời điểm cha mẹ, người chăm sóc được đánh giá là an toàn", "When the carers were assessed as safe"),
    ]


CARERS_NOT_ASSESSED_SAFE = Refusal(
    "carers_not_assessed_safe",
    vi="Phải có đánh giá sau khi cách ly rằng cha mẹ, người chăm sóc an toàn.",
    en="An assessment since the separation must find the carers safe.",
)


def decide(case: Case, command: RevokeSeparation, context: DecisionContext) -> SeparationRevoked:
    held = case.protection.separation
    safe = held is not None and case.carers_safe_at is not None and case.carers_safe_at > held.since
    insist(
        (held is not None, SEPARATION_NOT_ACTIVE),
        (safe or held is None, CARERS_NOT_ASSESSED_SAFE),
    )
    return SeparationRevoked(
        ref=present(held).ref,
        decision_no=command.decision_no.strip(),
        assessed_safe_at=present(case.carers_safe_at),
    )


def evolve(case: Case, event: SeparationRevoked, line: Line) -> Case:
    separations = tuple(
        replace(s, ended=SeparationEnd.REVOKED, ended_at=line.occurred_at) if s.ref == event.ref else s
        for s in case.protection.separations
    )
    return replace(case, protection=replace(case.protection, separations=separations))


REVOKE_SEPARATION = Action(
    command=RevokeSeparation,
    event=SeparationRevoked,
    stored_as="case.separation_revoked.1",
    asks=Label(vi="Hủy bỏ quyết định cách ly", en="Revoke the separation"),
    tells=Label(vi="Đã hủy bỏ quyết định cách ly", en="Separation revoked"),
    may=CHAIR,
    phases=LIVE,
    basis=basis.SEPARATION,
    refuses=(SEPARATION_NOT_ACTIVE, CARERS_NOT_ASSESSED_SAFE),
    decide=decide,
    evolve=evolve,
    four_eyes=lambda case: case.assessor,
    ends=(
        Ends(duty=duty.SEPARATION_LIMIT),
        Ends(duty=duty.SEPARATION_END),
        Ends(duty=duty.COURT_PETITION, how=DutyOutcome.NOT_REQUIRED),
    ),
)
