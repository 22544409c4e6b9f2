"""Confirm a correction that moves power: from now on the case is read otherwise; never by who proposed it."""

from dataclasses import dataclass, replace
from typing import Annotated

from domain.case.act import LIVE_OR_DECEASED, Case
from domain.case.intake.correction import NO_CORRECTION_WAITS, WHO_CONFIRMS, proposer, this_correction
from domain.case.intake.fields import CorrectionNumber, PlaceIfCorrected, ResidenceIfCorrected
from domain.law import basis, duty
from domain.law.harm import HarmKind
from domain.record.act import Action, DecisionContext, Label, Line, met, required
from domain.record.fields import ChildBirthYearIfAny, says


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmCorrection:
    """The correction that waits is right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionConfirmed:
    """What is read otherwise from now on; what is None, or not named, stays."""

    number: CorrectionNumber
    place: PlaceIfCorrected
    residence: ResidenceIfCorrected
    child_birth_year: ChildBirthYearIfAny
    harm_dropped: Annotated[
        tuple[HarmKind, ...], says("Các dạng tổn hại không còn ghi nhận", "Kinds of harm no longer told of")
    ]


def decide(case: Case, command: ConfirmCorrection, context: DecisionContext) -> CorrectionConfirmed:
    waiting = required(case.correction, NO_CORRECTION_WAITS)
    return CorrectionConfirmed(
        number=waiting.number,
        place=waiting.place,
        residence=waiting.residence,
        child_birth_year=waiting.child_birth_year,
        harm_dropped=waiting.harm_dropped,
    )


def evolve(case: Case, event: CorrectionConfirmed, line: Line) -> Case:
    confirmed = case.correction
    return replace(
        case,
        child_name=(confirmed.child_name if confirmed else None) or case.child_name,
        child_identifier=(confirmed.child_identifier if confirmed else None) or case.child_identifier,
        place=event.place or case.place,
        residence=event.residence or case.residence,
        child_birth_year=event.child_birth_year or case.child_birth_year,
        harm_kinds=tuple(kind for kind in case.harm_kinds if kind not in event.harm_dropped),
        correction=None,
    )


CONFIRM_CORRECTION = Action(
    command=ConfirmCorrection,
    event=CorrectionConfirmed,
    stored_as="case.correction_confirmed.1",
    asks=Label(vi="Xác nhận đính chính", en="Confirm the correction"),
    tells=Label(vi="Đã xác nhận đính chính", en="Correction confirmed"),
    may=WHO_CONFIRMS,
    phases=LIVE_OR_DECEASED,
    basis=basis.WHAT_IS_TOLD,
    refuses=(NO_CORRECTION_WAITS,),
    decide=decide,
    evolve=evolve,
    answers_to=("correct_case",),
    four_eyes=proposer,
    proposed_by="correct_case",
    ends=met(duty.CORRECTION_ANSWER, refs=this_correction),
)
