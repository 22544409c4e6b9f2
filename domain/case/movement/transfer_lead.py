"""Hand the lead to the commune where the child lives; every clock keeps the start it has."""

from dataclasses import dataclass, replace
from typing import Annotated

from domain.case.act import CHAIR_OF_LEAD, LIVE, Case, own_number
from domain.case.fields import FromUnit
from domain.case.movement.clocks import chair_of_target
from domain.case.movement.earlier import CaseTransferred1
from domain.case.refusals import LEAD_NO_COMMUNE
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Earlier, Label, Line, Refusal, insist, owed
from domain.record.fields import DecisionNo, UnitRef, says


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferLead:
    """Which unit is to lead from now on."""

    to_unit: Annotated[UnitRef, says("Đơn vị được chuyển đến", "The unit")]
    decision_no: DecisionNo


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseTransferred:
    """The lead was offered to another unit, which must accept or refuse."""

    number: Annotated[int, says("Lần chuyển hồ sơ", "Which transfer of the case")]
    from_unit: FromUnit
    to_unit: UnitRef
    decision_no: DecisionNo


ALREADY_IN_THE_LEAD = Refusal(
    "already_in_the_lead", vi="Đơn vị này đang chủ trì vụ việc.", en="This unit leads the case already."
)
TRANSFER_PENDING = Refusal(
    "transfer_pending", vi="Hồ sơ đang chờ đơn vị khác tiếp nhận.", en="The case waits for another unit to accept it."
)


def decide(case: Case, command: TransferLead, context: DecisionContext) -> CaseTransferred:
    lead = case.unit_in_lead
    insist(
        (context.register.is_commune(command.to_unit, context.at), LEAD_NO_COMMUNE, "to_unit"),
        (command.to_unit.id != lead.id, ALREADY_IN_THE_LEAD, "to_unit"),
        (case.transfer_to is None, TRANSFER_PENDING),
    )
    return CaseTransferred(
        number=case.transfers + 1, from_unit=lead, to_unit=command.to_unit, decision_no=command.decision_no
    )


def evolve(case: Case, event: CaseTransferred | CaseTransferred1, line: Line) -> Case:
    return replace(case, transfer_to=event.to_unit, transfers=event.number)


TRANSFER_LEAD = Action(
    command=TransferLead,
    event=CaseTransferred,
    stored_as="case.transferred.2",
    asks=Label(vi="Chuyển hồ sơ về nơi cư trú", en="Transfer the lead"),
    tells=Label(vi="Đã chuyển hồ sơ về nơi cư trú", en="Case transferred"),
    may=CHAIR_OF_LEAD,
    phases=LIVE,
    basis=basis.RESIDENCE_LEADS,
    refuses=(ALREADY_IN_THE_LEAD, LEAD_NO_COMMUNE, TRANSFER_PENDING),
    decide=decide,
    evolve=evolve,
    starts=owed(duty.TRANSFER_ANSWER, answers=chair_of_target, refs=own_number),
    earlier=(Earlier(event=CaseTransferred1, stored_as="case.transferred.1", evolve=evolve),),
)
