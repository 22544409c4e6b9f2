"""Provide the information that was asked for."""

from dataclasses import dataclass, replace
from typing import Annotated

from domain.case.act import ASKED_BODY, Case, acts_for, own_ref
from domain.case.assessment.information import INFORMATION_REQUEST_NOT_FOUND, NOT_THE_ASKED_BODY, asked_for
from domain.case.fields import InformationNumber
from domain.case.state.rows import changed
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Label, Line, insist, met
from domain.record.fields import Personal, says


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvideInformation:
    """What the body that was asked knows."""

    ref: InformationNumber
    answer: Annotated[str, says("Nội dung trả lời", "The answer")]


@dataclass(frozen=True, slots=True, kw_only=True)
class InformationProvided:
    ref: str
    answer: Personal


def decide(case: Case, command: ProvideInformation, context: DecisionContext) -> InformationProvided:
    insist((acts_for(asked_for(case, command.ref).from_body, context), NOT_THE_ASKED_BODY))
    return InformationProvided(ref=command.ref, answer=context.text(command.answer))


def evolve(case: Case, event: InformationProvided, line: Line) -> Case:
    answered = changed(case.information, event.ref, provided=True)
    return replace(case, information=answered, informed_at=line.occurred_at)


PROVIDE_INFORMATION = Action(
    command=ProvideInformation,
    event=InformationProvided,
    stored_as="case.information_provided.1",
    asks=Label(vi="Cung cấp thông tin", en="Provide information"),
    tells=Label(vi="Đã cung cấp thông tin", en="Information provided"),
    may=ASKED_BODY,
    basis=basis.CHECK_TRUTH,
    refuses=(INFORMATION_REQUEST_NOT_FOUND, NOT_THE_ASKED_BODY),
    decide=decide,
    evolve=evolve,
    answers_to=("request_information",),
    ends=met(duty.INFORMATION, refs=own_ref),
)
