"""Accept the lead of a case: from now on this commune answers for what runs."""

from dataclasses import dataclass, replace
from typing import Annotated

from domain.case.act import CHAIR_OF_TARGET, LIVE, Case, passed_up
from domain.case.fields import FromUnit
from domain.case.references import Matter
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Label, Line, met, not_required, present
from domain.record.fields import UnitRef, says


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptTransfer:
    """The unit takes the lead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseTransferAccepted:
    from_unit: FromUnit
    to_unit: Annotated[UnitRef, says("Đơn vị tiếp nhận hồ sơ", "To which unit")]


def decide(case: Case, command: AcceptTransfer, context: DecisionContext) -> CaseTransferAccepted:
    return CaseTransferAccepted(from_unit=case.unit_in_lead, to_unit=present(case.transfer_to))


def evolve(case: Case, event: CaseTransferAccepted, line: Line) -> Case:
    return replace(case.handed_over(event.from_unit, event.to_unit, line.occurred_at), residence=event.to_unit)


ACCEPT_TRANSFER = Action(
    command=AcceptTransfer,
    event=CaseTransferAccepted,
    stored_as="case.transfer_accepted.1",
    asks=Label(vi="Tiếp nhận hồ sơ chuyển đến", en="Accept the transfer"),
    tells=Label(vi="Đã tiếp nhận hồ sơ chuyển đến", en="Case transfer accepted"),
    may=CHAIR_OF_TARGET,
    phases=LIVE,
    basis=basis.RESIDENCE_LEADS,
    decide=decide,
    evolve=evolve,
    answers_to=("transfer_lead",),
    ends=(*met(duty.TRANSFER_ANSWER), *not_required(duty.PASSED_UP, refs=passed_up(Matter.TRANSFER))),
)
