"""Correct or complete what an earlier line of the case says by a new line that names it; the old line stays."""

from dataclasses import dataclass, replace
from typing import Annotated

from domain.case.act import LIVE_OR_DECEASED, WORKER, Case
from domain.law import basis
from domain.law.harm import HarmKind
from domain.record.act import Action, DecisionContext, Label, Line, Refusal, insist
from domain.record.fields import AskedAs, ChildBirthYearIfAny, Personal, UnitRef, says
from domain.record.who import May, Role, Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectCase:
    """The line corrected, what is right, and the facts to read otherwise."""

    corrects: Annotated[int, says("Số thứ tự của dòng được đính chính", "Version of the line corrected")]
    statement: Annotated[str, says("Nội dung đúng", "What is right")]
    residence: Annotated[
        UnitRef | None,
        says("Đơn vị hành chính cấp xã nơi trẻ em cư trú", "The child's commune"),
        AskedAs("residence_unit"),
    ] = None
    child_birth_year: ChildBirthYearIfAny = None
    harm_kinds: Annotated[tuple[HarmKind, ...] | None, says("Các dạng tổn hại", "Kinds of harm")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseCorrected:
    """An earlier line is to be read otherwise. No clock moves because of it."""

    corrects: int
    statement: Personal
    residence: UnitRef | None
    child_birth_year: int | None
    harm_kinds: tuple[HarmKind, ...] | None


LINE_TO_CORRECT_UNKNOWN = Refusal(
    "line_to_correct_unknown",
    vi="Hồ sơ không có dòng mang số này. Hãy ghi đúng số dòng cần đính chính.",
    en="The file has no line of this number. Give the number of the line to correct.",
)


def decide(case: Case, command: CorrectCase, context: DecisionContext) -> CaseCorrected:
    insist((1 <= command.corrects <= context.file.version, LINE_TO_CORRECT_UNKNOWN, "corrects"))
    return CaseCorrected(
        corrects=command.corrects,
        statement=context.text(command.statement),
        residence=command.residence,
        child_birth_year=command.child_birth_year,
        harm_kinds=command.harm_kinds or None,
    )


def evolve(case: Case, event: CaseCorrected, line: Line) -> Case:
    return replace(
        case,
        residence=event.residence or case.residence,
        child_birth_year=event.child_birth_year or case.child_birth_year,
        harm_kinds=event.harm_kinds or case.harm_kinds,
    )


CORRECT_CASE = Action(
    command=CorrectCase,
    event=CaseCorrected,
    stored_as="case.corrected.1",
    asks=Label(vi="Bổ sung, đính chính hồ sơ", en="Correct the case"),
    tells=Label(vi="Đã bổ sung, đính chính hồ sơ", en="Case corrected"),
    may=(*WORKER, May(role=Role.HEALTH_DEPARTMENT_OFFICER, scope=Scope.ANY)),
    phases=LIVE_OR_DECEASED,
    needs_reason=True,
    basis=basis.RECEIVE_INFORMATION,
    refuses=(LINE_TO_CORRECT_UNKNOWN,),
    decide=decide,
    evolve=evolve,
)
