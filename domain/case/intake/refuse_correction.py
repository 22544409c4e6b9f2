"""Refuse a correction that moves power: the case is read as it was."""

from dataclasses import dataclass, replace

from domain.case.act import LIVE_OR_DECEASED, Case
from domain.case.intake.correction import NO_CORRECTION_WAITS, WHO_CONFIRMS, proposer, this_correction
from domain.case.intake.fields import CorrectionNumber
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Label, Line, met, required


@dataclass(frozen=True, slots=True, kw_only=True)
class RefuseCorrection:
    """The correction that waits is not taken over; `reason` says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionRefused:
    number: CorrectionNumber


def decide(case: Case, command: RefuseCorrection, context: DecisionContext) -> CorrectionRefused:
    return CorrectionRefused(number=required(case.correction, NO_CORRECTION_WAITS).number)


def evolve(case: Case, event: CorrectionRefused, line: Line) -> Case:
    return replace(case, correction=None)


REFUSE_CORRECTION = Action(
    command=RefuseCorrection,
    event=CorrectionRefused,
    stored_as="case.correction_refused.1",
    asks=Label(vi="Không chấp nhận đính chính", en="Refuse the correction"),
    tells=Label(vi="Đính chính không được chấp nhận", en="Correction refused"),
    may=WHO_CONFIRMS,
    phases=LIVE_OR_DECEASED,
    needs_reason=True,
    basis=basis.WHAT_IS_TOLD,
    refuses=(NO_CORRECTION_WAITS,),
    decide=decide,
    evolve=evolve,
    answers_to=("correct_case",),
    four_eyes=proposer,
    proposed_by="correct_case",
    ends=met(duty.CORRECTION_ANSWER, refs=this_correction),
)
