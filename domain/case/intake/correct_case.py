"""Correct or complete what an earlier line of the case says by a new line that names it; the old line stays."""

from dataclasses import dataclass, replace

from domain.case.state.case import LIVE, Case
from domain.case.who import WORKER
from domain.law import basis
from domain.law.harm import HarmKind
from domain.record.action import Action, May, Scope
from domain.record.file import DecisionContext
from domain.record.line import Line
from domain.record.personal import Personal
from domain.record.refusal import insist, said
from domain.record.vocabulary import Kind, Label, Role, UnitRef


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectCase:
    """The version of the line corrected, what is right, and facts to read otherwise (None: as they were)."""

    corrects: int
    statement: str
    residence: UnitRef | None = None
    child_birth_year: int | None = None
    harm_kinds: tuple[HarmKind, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseCorrected:
    """An earlier line is to be read otherwise. No clock moves because of it."""

    corrects: int
    statement: Personal
    residence: UnitRef | None
    child_birth_year: int | None
    harm_kinds: tuple[HarmKind, ...] | None


def decide(case: Case, command: CorrectCase, context: DecisionContext) -> CaseCorrected:
    year = command.child_birth_year
    insist(
        (1 <= command.corrects <= context.file.version, "line_to_correct_unknown", "corrects"),
        (said(command.statement), "correction_statement_required", "statement"),
        (year is None or context.at.year - 120 <= year <= context.at.year, "birth_year_out_of_range", "childBirthYear"),
    )
    return CaseCorrected(
        corrects=command.corrects,
        statement=context.text(command.statement),
        residence=command.residence,
        child_birth_year=year,
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
    kind=Kind.CASE,
    command=CorrectCase,
    event=CaseCorrected,
    stored_as="case.corrected.1",
    asks=Label(vi="Bổ sung, đính chính hồ sơ", en="Correct the case"),
    tells=Label(vi="Đã bổ sung, đính chính hồ sơ", en="Case corrected"),
    may=(*WORKER, May(role=Role.HEALTH_DEPARTMENT_OFFICER, scope=Scope.ANY)),
    phases=LIVE,
    needs_reason=True,
    basis=basis.RECEIVE_INFORMATION,
    decide=decide,
    evolve=evolve,
)
