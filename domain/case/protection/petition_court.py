"""Ask the court to restrict the parents' rights or to keep the child apart (Law on Children art. 52.3)."""

from dataclasses import dataclass, replace
from typing import Annotated

from domain.case.act import CHAIR, LIVE, Case
from domain.case.fields import PetitionNumber
from domain.case.state.protection import Petition, PetitionGround
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Label, Line, Refusal, insist, met
from domain.record.fields import Clear, UnitRef, says
from domain.unit.state import Level


@dataclass(frozen=True, slots=True, kw_only=True)
class PetitionCourt:
    """Which court is asked, and why."""

    court: Annotated[UnitRef, says("Tòa án", "The court")]
    ground: Annotated[PetitionGround, says("Căn cứ đề nghị", "The ground")]
    document_no: Annotated[str, says("Số văn bản đề nghị", "Number of the letter"), Clear.NUMBER]


@dataclass(frozen=True, slots=True, kw_only=True)
class CourtPetitioned:
    ref: PetitionNumber
    court: UnitRef
    ground: PetitionGround
    document_no: str


NOT_A_COURT = Refusal("not_a_court", vi="Đơn vị này không phải Tòa án.", en="This unit is not a court.")


def decide(case: Case, command: PetitionCourt, context: DecisionContext) -> CourtPetitioned:
    insist((context.register.level_of(command.court) in (None, Level.COURT), NOT_A_COURT, "court"))
    return CourtPetitioned(
        ref=str(len(case.protection.petitions) + 1),
        court=command.court,
        ground=command.ground,
        document_no=command.document_no.strip(),
    )


def evolve(case: Case, event: CourtPetitioned, line: Line) -> Case:
    petitions = (*case.protection.petitions, Petition(ref=event.ref, court=event.court))
    return replace(case, protection=replace(case.protection, petitions=petitions))


PETITION_COURT = Action(
    command=PetitionCourt,
    event=CourtPetitioned,
    stored_as="case.court_petitioned.1",
    asks=Label(vi="Đề nghị Tòa án hạn chế quyền của cha mẹ", en="Petition the court"),
    tells=Label(vi="Đã đề nghị Tòa án hạn chế quyền của cha mẹ", en="Court petitioned"),
    may=CHAIR,
    phases=LIVE,
    basis=basis.COURT_PETITION,
    refuses=(NOT_A_COURT,),
    decide=decide,
    evolve=evolve,
    ends=met(duty.COURT_PETITION),
)
