"""Accept the lead of a case: from now on this commune answers for what runs."""

from dataclasses import dataclass, replace
from typing import Annotated

from domain.case.clocks import passed_up
from domain.case.state.case import LIVE, Case, Handover
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, DutyOutcome, Ends, Label, Line, May, Role, Scope, present
from domain.record.fields import UnitRef, says


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptTransfer:
    """The unit takes the lead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseTransferAccepted:
    """The lead passed."""

    from_unit: Annotated[UnitRef, says("Đơn vị chuyển hồ sơ", "From which unit")]
    to_unit: Annotated[UnitRef, says("Đơn vị tiếp nhận hồ sơ", "To which unit")]


def decide(case: Case, command: AcceptTransfer, context: DecisionContext) -> CaseTransferAccepted:
    return CaseTransferAccepted(from_unit=present(case.lead), to_unit=present(case.transfer_to))


def evolve(case: Case, event: CaseTransferAccepted, line: Line) -> Case:
    passed = Handover(from_unit=event.from_unit, to_unit=event.to_unit, at=line.occurred_at)
    return replace(
        case,
        lead=event.to_unit,
        residence=event.to_unit,
        transfer_to=None,
        transfer_disputed=False,
        handovers=(*case.handovers, passed),
    )


ACCEPT_TRANSFER = Action(
    command=AcceptTransfer,
    event=CaseTransferAccepted,
    stored_as="case.transfer_accepted.1",
    asks=Label(vi="Tiếp nhận hồ sơ chuyển đến", en="Accept the transfer"),
    tells=Label(vi="Đã tiếp nhận hồ sơ chuyển đến", en="Case transfer accepted"),
    may=(May(role=Role.COMMUNE_CHAIR, scope=Scope.TARGET),),
    phases=LIVE,
    basis=basis.RESIDENCE_LEADS,
    decide=decide,
    evolve=evolve,
    ends=(
        Ends(duty=duty.TRANSFER_ANSWER),
        Ends(duty=duty.PASSED_UP, how=DutyOutcome.NOT_REQUIRED, refs=passed_up("transfer")),
    ),
)
