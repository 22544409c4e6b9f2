"""Refuse the lead of a case: the lead stays where it was and the health department must settle it."""

from dataclasses import dataclass, replace
from typing import Annotated

from domain.case.act import CHAIR_OF_TARGET, LIVE, Case, guide_of_lead
from domain.case.fields import FromUnit
from domain.case.movement.clocks import this_transfer
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Label, Line, met, owed, present
from domain.record.fields import UnitRef, says


@dataclass(frozen=True, slots=True, kw_only=True)
class RefuseTransfer:
    """The unit does not take the lead; `reason` says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseTransferRefused:
    from_unit: FromUnit
    to_unit: Annotated[UnitRef, says("Đơn vị từ chối tiếp nhận", "The unit that refused")]


def decide(case: Case, command: RefuseTransfer, context: DecisionContext) -> CaseTransferRefused:
    return CaseTransferRefused(from_unit=case.unit_in_lead, to_unit=present(case.transfer_to))


def evolve(case: Case, event: CaseTransferRefused, line: Line) -> Case:
    return replace(case, transfer_to=None, transfer_disputed=True)


REFUSE_TRANSFER = Action(
    command=RefuseTransfer,
    event=CaseTransferRefused,
    stored_as="case.transfer_refused.1",
    asks=Label(vi="Từ chối hồ sơ chuyển đến", en="Refuse the transfer"),
    tells=Label(vi="Đã từ chối hồ sơ chuyển đến, chuyển Sở Y tế giải quyết", en="Case transfer refused"),
    may=CHAIR_OF_TARGET,
    phases=LIVE,
    needs_reason=True,
    basis=basis.RESIDENCE_LEADS,
    decide=decide,
    evolve=evolve,
    answers_to=("transfer_lead",),
    starts=owed(duty.PASSED_UP, answers=guide_of_lead, refs=this_transfer),
    ends=met(duty.TRANSFER_ANSWER),
)
