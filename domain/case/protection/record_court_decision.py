"""Record what the court decided on a petition."""

from dataclasses import dataclass, replace
from typing import Annotated

from domain.case.act import CHAIR, Case
from domain.case.fields import PetitionNumber
from domain.case.state.protection import CourtOutcome
from domain.law import basis
from domain.record.act import Action, DecisionContext, Label, Line, Refusal, insist
from domain.record.fields import DecisionNo, says
from domain.record.who import May, Role, Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordCourtDecision:
    """What the court said."""

    ref: PetitionNumber
    outcome: Annotated[CourtOutcome, says("Kết quả giải quyết của Tòa án", "The outcome")]
    decision_no: DecisionNo


@dataclass(frozen=True, slots=True, kw_only=True)
class CourtDecided:
    ref: str
    outcome: CourtOutcome
    decision_no: str


PETITION_NOT_FOUND = Refusal(
    "petition_not_found",
    vi="Không có đề nghị nào gửi Tòa án còn chờ với số này.",
    en="No petition with this number is waiting for the court.",
)


def decide(case: Case, command: RecordCourtDecision, context: DecisionContext) -> CourtDecided:
    pending = {p.ref for p in case.protection.petitions if p.decision_no is None}
    insist((command.ref in pending, PETITION_NOT_FOUND, "ref"))
    return CourtDecided(ref=command.ref, outcome=command.outcome, decision_no=command.decision_no.strip())


def evolve(case: Case, event: CourtDecided, line: Line) -> Case:
    return replace(case, protection=case.protection.with_petition(event.ref, decision_no=event.decision_no))


RECORD_COURT_DECISION = Action(
    command=RecordCourtDecision,
    event=CourtDecided,
    stored_as="case.court_decided.1",
    asks=Label(vi="Ghi nhận quyết định của Tòa án", en="Record the court's decision"),
    tells=Label(vi="Tòa án đã quyết định", en="Court decided"),
    may=(May(role=Role.COURT_CLERK, scope=Scope.NAMED), *CHAIR),
    basis=basis.COURT_PETITION,
    refuses=(PETITION_NOT_FOUND,),
    decide=decide,
    evolve=evolve,
    answers_to=("petition_court",),
)
