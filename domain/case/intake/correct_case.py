"""Correct or complete what an earlier line of the case says by a new line that names it; the old line stays.

What would move power, make the matter look smaller or the child another waits until somebody else has confirmed it.
"""

from dataclasses import dataclass
from typing import Annotated

from domain.case.act import LIVE_OR_DECEASED, WORKER, Case, chair_of_lead
from domain.case.intake.correction import (
    CORRECTION_WAITS,
    LINE_TO_CORRECT_UNKNOWN,
    PLACE_CORRECTED_NO_COMMUNE,
    harm_added,
    is_to_wait,
    read_otherwise,
    this_correction,
    this_harm,
)
from domain.case.intake.earlier import CaseCorrected1, CaseCorrected2, CaseCorrected3, evolve_1, evolve_3
from domain.case.intake.fields import (
    ChildIdentifierIfKnown,
    ChildNameIfCorrected,
    NumberIfItWaits,
    PlaceIfCorrected,
    ResidenceIfCorrected,
)
from domain.law import basis, duty
from domain.law.harm import HarmKind
from domain.record.act import Action, DecisionContext, Earlier, Label, Line, insist, owed, present
from domain.record.fields import ChildBirthYearIfAny, Personal, UnitRef, says
from domain.record.personal import child_if_said
from domain.record.who import May, Role, Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectCase:
    """The line corrected, what is right, and the facts to read otherwise."""

    corrects: Annotated[int, says("Số thứ tự của dòng được đính chính", "Version of the line corrected")]
    statement: Annotated[str, says("Nội dung đúng", "What is right")]
    place: PlaceIfCorrected = None
    residence: ResidenceIfCorrected = None
    child_birth_year: ChildBirthYearIfAny = None
    harm_kinds: Annotated[tuple[HarmKind, ...] | None, says("Các dạng tổn hại", "Kinds of harm")] = None
    child_name: ChildNameIfCorrected = None
    child_identifier: ChildIdentifierIfKnown = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseCorrected:
    """An earlier line is to be read otherwise. No clock of what runs moves because of it."""

    number: NumberIfItWaits
    corrects: int
    statement: Personal
    place: UnitRef | None
    residence: UnitRef | None
    child_birth_year: int | None
    harm_kinds: tuple[HarmKind, ...] | None
    child_name: Personal | None
    child_identifier: Personal | None


def decide(case: Case, command: CorrectCase, context: DecisionContext) -> CaseCorrected:
    waits, place = is_to_wait(case, command), command.place
    insist(
        (1 <= command.corrects <= context.file.version, LINE_TO_CORRECT_UNKNOWN, "corrects"),
        (not (waits and case.correction), CORRECTION_WAITS),
        (place is None or context.register.is_commune(place, context.at), PLACE_CORRECTED_NO_COMMUNE, "place"),
    )
    return CaseCorrected(
        number=case.corrections + 1 if waits else None,
        corrects=command.corrects,
        statement=context.text(command.statement),
        place=command.place,
        residence=command.residence,
        child_birth_year=command.child_birth_year,
        harm_kinds=command.harm_kinds or None,
        child_name=child_if_said(present(case.child), command.child_name),
        child_identifier=child_if_said(present(case.child), command.child_identifier),
    )


def evolve(case: Case, event: CaseCorrected, line: Line) -> Case:
    return read_otherwise(case, event, line, event.child_name, event.child_identifier)


CORRECT_CASE = Action(
    command=CorrectCase,
    event=CaseCorrected,
    stored_as="case.corrected.4",
    asks=Label(vi="Bổ sung, đính chính hồ sơ", en="Correct the case"),
    tells=Label(vi="Đã bổ sung, đính chính hồ sơ", en="Case corrected"),
    may=(*WORKER, May(role=Role.HEALTH_DEPARTMENT_OFFICER, scope=Scope.ANY)),
    phases=LIVE_OR_DECEASED,
    needs_reason=True,
    basis=basis.WHAT_IS_TOLD,
    refuses=(LINE_TO_CORRECT_UNKNOWN, CORRECTION_WAITS, PLACE_CORRECTED_NO_COMMUNE),
    decide=decide,
    evolve=evolve,
    starts=(
        *owed(
            duty.CORRECTION_ANSWER,
            answers=chair_of_lead,
            when=lambda case, event, context: event.number is not None,
            refs=this_correction,
        ),
        *owed(duty.INITIAL_RISK, answers=chair_of_lead, when=harm_added, refs=this_harm, beside=True),
    ),
    earlier=(
        Earlier(event=CaseCorrected3, stored_as="case.corrected.3", evolve=evolve_3),
        Earlier(event=CaseCorrected2, stored_as="case.corrected.2", evolve=read_otherwise),
        Earlier(event=CaseCorrected1, stored_as="case.corrected.1", evolve=evolve_1),
    ),
)
