"""Ask a body for what it knows about the child: it must answer."""

from dataclasses import dataclass, replace
from typing import Annotated

from domain.case.act import LIVE_OR_DECEASED, POLICE, WORKER, Case, Phase, own_ref
from domain.case.assessment.clocks import head_of_body
from domain.case.fields import InformationNumber
from domain.case.state.dealings import InformationRequest
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Label, Line, owed
from domain.record.fields import Personal, UnitRef, says
from domain.record.who import May, Role, Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestInformation:
    """Which body is asked for what."""

    from_body: Annotated[UnitRef, says("Cơ quan được yêu cầu", "The body")]
    question: Annotated[str, says("Nội dung yêu cầu cung cấp", "What is asked")]


@dataclass(frozen=True, slots=True, kw_only=True)
class InformationRequested:
    ref: InformationNumber
    from_body: UnitRef
    question: Personal


def decide(case: Case, command: RequestInformation, context: DecisionContext) -> InformationRequested:
    return InformationRequested(
        ref=str(len(case.information) + 1), from_body=command.from_body, question=context.text(command.question)
    )


def evolve(case: Case, event: InformationRequested, line: Line) -> Case:
    asked = InformationRequest(ref=event.ref, from_body=event.from_body, asked_at=line.occurred_at)
    phase = Phase.VERIFYING if case.phase is Phase.OPEN else case.phase
    return replace(case, phase=phase, information=(*case.information, asked))


REQUEST_INFORMATION = Action(
    command=RequestInformation,
    event=InformationRequested,
    stored_as="case.information_requested.1",
    asks=Label(vi="Yêu cầu cung cấp thông tin", en="Request information"),
    tells=Label(vi="Đã yêu cầu cung cấp thông tin", en="Information requested"),
    may=(*WORKER, *POLICE, May(role=Role.INSPECTOR, scope=Scope.ANY), May(role=Role.CHIEF_INSPECTOR, scope=Scope.ANY)),
    phases=LIVE_OR_DECEASED,
    basis=basis.CHECK_TRUTH,
    decide=decide,
    evolve=evolve,
    starts=owed(duty.INFORMATION, answers=head_of_body, refs=own_ref),
)
