"""Refuse information that was asked for: the reason stands on file and the duty to provide it runs on."""

from dataclasses import dataclass, replace
from typing import Annotated

from domain.case.assessment.refusals import INFORMATION_REQUEST_NOT_FOUND, NOT_THE_ASKED_BODY
from domain.case.clocks import acts_for
from domain.case.state.case import Case
from domain.case.who import ASKED_BODY
from domain.law import basis
from domain.record.act import Action, DecisionContext, Label, Line, insist, present
from domain.record.fields import Clear, says


@dataclass(frozen=True, slots=True, kw_only=True)
class RefuseInformation:
    """The body does not answer; `reason` says why."""

    ref: Annotated[
        str, says("Số thứ tự của yêu cầu trong vụ việc", "Number of the request within the case"), Clear.LINK
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class InformationRefused:
    """The body refused."""

    ref: str


def decide(case: Case, command: RefuseInformation, context: DecisionContext) -> InformationRefused:
    asked = next((r for r in case.information if r.ref == command.ref and not r.provided), None)
    insist((asked is not None, INFORMATION_REQUEST_NOT_FOUND, "ref"))
    insist((acts_for(present(asked).from_body, context), NOT_THE_ASKED_BODY))
    return InformationRefused(ref=command.ref)


def evolve(case: Case, event: InformationRefused, line: Line) -> Case:
    return replace(
        case,
        information=tuple(replace(r, refused=True) if r.ref == event.ref else r for r in case.information),
    )


REFUSE_INFORMATION = Action(
    command=RefuseInformation,
    event=InformationRefused,
    stored_as="case.information_refused.1",
    asks=Label(vi="Từ chối cung cấp thông tin", en="Refuse information"),
    tells=Label(vi="Đã từ chối cung cấp thông tin", en="Information refused"),
    may=ASKED_BODY,
    needs_reason=True,
    basis=basis.CHECK_TRUTH,
    refuses=(INFORMATION_REQUEST_NOT_FOUND, NOT_THE_ASKED_BODY),
    decide=decide,
    evolve=evolve,
)
