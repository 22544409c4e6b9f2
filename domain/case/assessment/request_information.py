"""Ask a body for what it knows about the child: it must answer."""

from dataclasses import dataclass, replace
from typing import Annotated

from domain.case.clocks import now
from domain.case.state.case import LIVE, Case, InformationRequest, Phase
from domain.case.who import POLICE, WORKER
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Label, Line, May, Role, Scope, Starts, insist
from domain.record.fields import Clear, OfficeRef, Personal, UnitRef, says


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestInformation:
    """Which body is asked for what."""

    from_body: Annotated[UnitRef, says("Cơ quan được yêu cầu", "The body")]
    question: Annotated[str, says("Nội dung yêu cầu cung cấp", "What is asked")]


@dataclass(frozen=True, slots=True, kw_only=True)
class InformationRequested:
    """A body was asked."""

    ref: Annotated[
        str, says("Số thứ tự của yêu cầu trong vụ việc", "Number of the request within the case"), Clear.LINK
    ]
    from_body: UnitRef
    question: Personal


def decide(case: Case, command: RequestInformation, context: DecisionContext) -> InformationRequested:
    insist()
    return InformationRequested(
        ref=str(len(case.information) + 1),
        from_body=command.from_body,
        question=context.text(command.question),
    )


def evolve(case: Case, event: InformationRequested, line: Line) -> Case:
    asked = InformationRequest(ref=event.ref, from_body=event.from_body, asked_at=line.occurred_at)
    phase = Phase.VERIFYING if case.phase is Phase.OPEN else case.phase
    return replace(case, phase=phase, information=(*case.information, asked))


def head_of_body(case: Case, event: InformationRequested, context: DecisionContext) -> OfficeRef:
    return context.register.head_of(event.from_body, context.at)


REQUEST_INFORMATION = Action(
    command=RequestInformation,
    event=InformationRequested,
    stored_as="case.information_requested.1",
    asks=Label(vi="Yêu cầu cung cấp thông tin", en="Request information"),
    tells=Label(vi="Đã yêu cầu cung cấp thông tin", en="Information requested"),
    may=(
        *WORKER,
        *POLICE,
        May(role=Role.INSPECTOR, scope=Scope.ANY),
        May(role=Role.CHIEF_INSPECTOR, scope=Scope.ANY),
    ),
    phases=LIVE,
    basis=basis.CHECK_TRUTH,
    decide=decide,
    evolve=evolve,
    starts=(
        Starts(
            duty=duty.INFORMATION,
            since=now,
            answers=head_of_body,
            refs=lambda case, event, context: (event.ref,),
        ),
    ),
)
