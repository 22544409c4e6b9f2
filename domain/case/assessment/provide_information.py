"""Provide the information that was asked for."""

from dataclasses import dataclass, replace

from domain.case.clocks import acts_for
from domain.case.state.case import Case
from domain.case.who import ASKED_BODY
from domain.law import basis, duty
from domain.record.action import Action, Ends
from domain.record.file import DecisionContext
from domain.record.line import Line
from domain.record.personal import Personal
from domain.record.refusal import insist, present, said
from domain.record.vocabulary import Kind, Label


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvideInformation:
    """Which request is answered, and what the body knows."""

    ref: str
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InformationProvided:
    """The body answered."""

    ref: str
    answer: Personal


def decide(case: Case, command: ProvideInformation, context: DecisionContext) -> InformationProvided:
    asked = next((r for r in case.information if r.ref == command.ref and not r.provided), None)
    insist((asked is not None, "information_request_not_found", "ref"))
    insist(
        (acts_for(present(asked).from_body, context), "not_the_asked_body"),
        (said(command.answer), "answer_required", "answer"),
    )
    return InformationProvided(ref=command.ref, answer=context.text(command.answer))


def evolve(case: Case, event: InformationProvided, line: Line) -> Case:
    return replace(
        case,
        information=tuple(replace(r, provided=True) if r.ref == event.ref else r for r in case.information),
    )


PROVIDE_INFORMATION = Action(
    kind=Kind.CASE,
    command=ProvideInformation,
    event=InformationProvided,
    stored_as="case.information_provided.1",
    asks=Label(vi="Cung cấp thông tin", en="Provide information"),
    tells=Label(vi="Đã cung cấp thông tin", en="Information provided"),
    may=ASKED_BODY,
    basis=basis.CHECK_TRUTH,
    decide=decide,
    evolve=evolve,
    ends=(Ends(duty=duty.INFORMATION, refs=lambda case, event, context: (event.ref,)),),
)
