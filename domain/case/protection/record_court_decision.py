"""Record what the court decided on a petition."""

from dataclasses import dataclass, replace

from domain.case.state.case import Case
from domain.case.who import CHAIR
from domain.law import basis
from domain.record.action import Action, May, Scope
from domain.record.file import DecisionContext
from domain.record.line import Line
from domain.record.refusal import insist, said
from domain.record.vocabulary import Kind, Label, Labelled, Role


class CourtOutcome(Labelled):
    """What the court said."""

    GRANTED = "granted", "Chấp nhận", "Granted"
    PARTLY_GRANTED = "partly_granted", "Chấp nhận một phần", "Granted in part"
    REFUSED = "refused", "Không chấp nhận", "Refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordCourtDecision:
    """Which petition, the outcome and the number of the court's decision."""

    ref: str
    outcome: CourtOutcome
    decision_no: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CourtDecided:
    """The court has decided."""

    ref: str
    outcome: CourtOutcome
    decision_no: str


def decide(case: Case, command: RecordCourtDecision, context: DecisionContext) -> CourtDecided:
    pending = {p.ref for p in case.protection.petitions if p.decision_no is None}
    insist(
        (command.ref in pending, "petition_not_found", "ref"),
        (said(command.decision_no), "decision_no_required", "decisionNo"),
    )
    return CourtDecided(ref=command.ref, outcome=command.outcome, decision_no=command.decision_no.strip())


def evolve(case: Case, event: CourtDecided, line: Line) -> Case:
    petitions = tuple(
        replace(p, decision_no=event.decision_no) if p.ref == event.ref else p for p in case.protection.petitions
    )
    return replace(case, protection=replace(case.protection, petitions=petitions))


RECORD_COURT_DECISION = Action(
    kind=Kind.CASE,
    command=RecordCourtDecision,
    event=CourtDecided,
    stored_as="case.court_decided.1",
    asks=Label(vi="Ghi nhận quyết định của Tòa án", en="Record the court's decision"),
    tells=Label(vi="Tòa án đã quyết định", en="Court decided"),
    may=(May(role=Role.COURT_CLERK, scope=Scope.NAMED), *CHAIR),
    basis=basis.COURT_PETITION,
    decide=decide,
    evolve=evolve,
)
