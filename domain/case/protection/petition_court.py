"""Ask the court to restrict the parents' rights or to keep the child apart (Law on Children art. 52.3)."""

from dataclasses import dataclass, replace

from domain.case.state.case import LIVE, Case
from domain.case.state.protection import Petition
from domain.case.who import CHAIR
from domain.law import basis, duty
from domain.record.action import Action, Ends
from domain.record.file import DecisionContext
from domain.record.line import Line
from domain.record.refusal import insist, present, said
from domain.record.vocabulary import Kind, Label, Labelled, UnitRef
from domain.unit.state import Level


class PetitionGround(Labelled):
    """Why the court is asked."""

    PARENTS_HARM = "parents_harm", "Cha mẹ gây tổn hại", "The parents do harm"
    PARENTS_REFUSE = "parents_refuse", "Cha mẹ từ chối việc bảo vệ", "The parents refuse protection"


@dataclass(frozen=True, slots=True, kw_only=True)
class PetitionCourt:
    """Which court (None: unknown), on what ground, by which letter."""

    court: UnitRef | None
    ground: PetitionGround
    document_no: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CourtPetitioned:
    """The court was asked."""

    ref: str
    court: UnitRef
    ground: PetitionGround
    document_no: str


def decide(case: Case, command: PetitionCourt, context: DecisionContext) -> CourtPetitioned:
    court = context.register.units.get(command.court.id) if command.court else None
    insist(
        (command.court is not None, "unit_unknown", "court"),
        (court is None or court.level is Level.COURT, "not_a_court", "court"),
        (said(command.document_no), "document_no_required", "documentNo"),
    )
    return CourtPetitioned(
        ref=str(len(case.protection.petitions) + 1),
        court=present(command.court),
        ground=command.ground,
        document_no=command.document_no.strip(),
    )


def evolve(case: Case, event: CourtPetitioned, line: Line) -> Case:
    petitions = (*case.protection.petitions, Petition(ref=event.ref, court=event.court))
    return replace(case, protection=replace(case.protection, petitions=petitions))


PETITION_COURT = Action(
    kind=Kind.CASE,
    command=PetitionCourt,
    event=CourtPetitioned,
    stored_as="case.court_petitioned.1",
    asks=Label(vi="Đề nghị Tòa án hạn chế quyền của cha mẹ", en="Petition the court"),
    tells=Label(vi="Đã đề nghị Tòa án hạn chế quyền của cha mẹ", en="Court petitioned"),
    may=CHAIR,
    phases=LIVE,
    basis=basis.COURT_PETITION,
    decide=decide,
    evolve=evolve,
    ends=(Ends(duty=duty.COURT_PETITION),),
)
