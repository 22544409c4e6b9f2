"""Provide the information that was asked for."""

from dataclasses import dataclass, replace
from typing import Annotated

from domain.case.assessment.refusals import INFORMATION_REQUEST_NOT_FOUND, NOT_THE_ASKED_BODY
from domain.case.clocks import acts_for
from domain.case.state.case import Case
from domain.case.who import ASKED_BODY
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Ends, Label, Line, insist, present
from domain.record.fields import Clear, Personal, says


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvideInformation:
    """What the body that was asked knows."""

    ref: Annotated[
        str, says("Số thứ tự của yêu cầu trong vụ việc", "Number of the request within the case"), Clear.LINK
    ]
    answer: Annotated[str, says("Nội dung trả lời", "The answer")]


@dataclass(frozen=True, slots=True, kw_only=True)
class InformationProvided:
    """The body answered."""

    ref: str
    answer: Personal


def decide(case: Case, command: ProvideInformation, context: DecisionContext) -> InformationProvided:
    asked = next((r for r in case.information if r.ref == command.ref and not r.provided), None)
    insist((asked is not None, INFORMATION_REQUEST_NOT_FOUND, "ref"))
    insist(
        (acts_for(present(asked).from_body, context), NOT_THE_ASKED_BODY),
    )
    return InformationProvided(ref=command.ref, answer=context.text(command.answer))


def evolve(case: Case, event: InformationProvided, line: Line) -> Case:
    return replace(
        case,
        information=tuple(replace(r, provided=True) if r.ref == event.ref else r for r in case.information),
    )


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
    ends=(Ends(duty=duty.INFORMATION, refs=lambda case, event, context: (event.ref,)),),
)
