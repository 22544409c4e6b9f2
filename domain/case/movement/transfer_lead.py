"""Hand the lead to the commune where the child lives; every clock keeps the start it has."""

from dataclasses import dataclass, replace

from domain.case.clocks import now
from domain.case.state.case import LIVE, Case
from domain.case.who import CHAIR_OF_LEAD
from domain.law import basis, duty
from domain.record.action import Action, Starts
from domain.record.file import DecisionContext
from domain.record.line import Line
from domain.record.refusal import insist, present
from domain.record.vocabulary import Kind, Label, OfficeRef, Role, UnitRef


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferLead:
    """To which unit; None: unknown."""

    to_unit: UnitRef | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseTransferred:
    """The lead was offered to another unit, which must accept or refuse."""

    number: int
    from_unit: UnitRef
    to_unit: UnitRef


def decide(case: Case, command: TransferLead, context: DecisionContext) -> CaseTransferred:
    lead = present(case.lead)
    insist(
        (command.to_unit is not None, "unit_unknown", "toUnit"),
        (
            command.to_unit is None or context.register.is_commune(command.to_unit, context.at),
            "lead_no_commune",
            "toUnit",
        ),
        (command.to_unit is None or command.to_unit.id != lead.id, "already_in_the_lead", "toUnit"),
        (case.transfer_to is None, "transfer_pending"),
    )
    return CaseTransferred(number=case.transfers + 1, from_unit=lead, to_unit=present(command.to_unit))


def evolve(case: Case, event: CaseTransferred, line: Line) -> Case:
    return replace(case, transfer_to=event.to_unit, transfers=event.number)


def chair_of_target(case: Case, event: CaseTransferred, context: DecisionContext) -> OfficeRef:
    return context.register.answerable(event.to_unit, Role.COMMUNE_CHAIR, context.at)


TRANSFER_LEAD = Action(
    kind=Kind.CASE,
    command=TransferLead,
    event=CaseTransferred,
    stored_as="case.transferred.1",
    asks=Label(vi="Chuyển hồ sơ về nơi cư trú", en="Transfer the lead"),
    tells=Label(vi="Đã chuyển hồ sơ về nơi cư trú", en="Case transferred"),
    may=CHAIR_OF_LEAD,
    phases=LIVE,
    basis=basis.RESIDENCE_LEADS,
    decide=decide,
    evolve=evolve,
    starts=(
        Starts(
            duty=duty.TRANSFER_ANSWER,
            since=now,
            answers=chair_of_target,
            refs=lambda case, event, context: (str(event.number),),
        ),
    ),
)
