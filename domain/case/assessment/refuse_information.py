"""Refuse information that was asked for: the reason stands on file and the duty to provide it runs on."""

from dataclasses import dataclass, replace

from domain.case.act import ASKED_BODY, Case, acts_for
from domain.case.assessment.information import INFORMATION_REQUEST_NOT_FOUND, NOT_THE_ASKED_BODY, asked_for
from domain.case.fields import InformationNumber
from domain.case.state.rows import changed
from domain.law import basis
from domain.record.act import Action, DecisionContext, Label, Line, insist


@dataclass(frozen=True, slots=True, kw_only=True)
class RefuseInformation:
    """The body does not answer; `reason` says why."""

    ref: InformationNumber


@dataclass(frozen=True, slots=True, kw_only=True)
class InformationRefused:
    ref: str


def decide(case: Case, command: RefuseInformation, context: DecisionContext) -> InformationRefused:
    insist((acts_for(asked_for(case, command.ref).from_body, context), NOT_THE_ASKED_BODY))
    return InformationRefused(ref=command.ref)


def evolve(case: Case, event: InformationRefused, line: Line) -> Case:
    return replace(case, information=changed(case.information, event.ref, refused=True))


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
    answers_to=("request_information",),
)
