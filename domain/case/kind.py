"""What a case's file is: its phases, where it stands among the units, whose it is and who answers for it."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from domain.case.listed import CASES
from domain.case.state.case import LIVE, Case, Phase
from domain.label import Label
from domain.law.keeping import CASE_FILE, COMPLAINT_TIME, DEATH_FILE
from domain.law.rule import Duty
from domain.record.field import says
from domain.record.file_kind import FileKind, Heading, Scope
from domain.record.line import Line
from domain.record.naming import ChildNamed
from domain.record.register import level_above
from domain.record.vocabulary import Kind, Role, UnitRef


def where(case: Case, command: Any) -> Mapping[Scope, frozenset[UUID]]:
    """Who leads decides, and who led before reads: a lead that was given away takes place and residence with it."""

    def ids(*refs: UnitRef | None) -> frozenset[UUID]:
        return frozenset(ref.id for ref in refs if ref is not None)

    asked = getattr(command, "place", None)
    place = case.place or (asked if isinstance(asked, UnitRef) else None)
    former = ids(*(each.from_unit for each in case.handovers)) - ids(case.lead)
    return {
        Scope.PLACE: ids(place) - former,
        Scope.RESIDENCE: ids(case.residence or place) - former,
        Scope.LEAD: ids(case.lead),
        Scope.FORMER: former,
        Scope.TARGET: ids(case.transfer_to),
        Scope.NAMED: ids(*case.named),
        Scope.ABOVE: ids(place, case.lead),
    }


def links(case: Case) -> frozenset[UUID]:
    """Its reports, the cases that were merged into it, and the one it was merged into."""
    into = frozenset({case.merged_into} if case.merged_into else ())
    return (frozenset((*case.reports, *case.absorbed)) - frozenset(case.released)) | into


def kept(case: Case) -> Duty:
    """A death frees no file; what was found untrue, or went on in another case, is kept while one may complain."""
    if case.deaths:
        return DEATH_FILE
    return COMPLAINT_TIME if case.phase in (Phase.UNFOUNDED, Phase.MERGED) else CASE_FILE


def names(case: Case) -> tuple[ChildNamed, ...]:
    """What was corrected in the case itself, also while it waits to be confirmed; all else its reports say."""
    return tuple(
        ChildNamed(
            subject=case.child,
            name=told.child_name,
            birth_year=told.child_birth_year or case.child_birth_year,
            identifier=told.child_identifier,
        )
        for told in (case, case.correction)
        if case.child is not None and told is not None and (told.child_name or told.child_identifier)
    )


def of_case(line: Line) -> UUID | None:
    """It belongs to itself, from its first line on."""
    return line.file_id if line.version == 1 else None


CASE = FileKind(
    name=Kind.CASE,
    label=Label(vi="Vụ việc bảo vệ trẻ em", en="Protection case"),
    heading=Heading("CASE", Label(vi="Việc trên vụ việc", en="Act on a case")),
    empty=Case,
    phase=lambda case: case.phase,
    where=where,
    matter=lambda case: case.lead,
    began=lambda case: case.clock_start,
    asked_as=("case_id", says("Vụ việc", "The case")),
    number=lambda case: case.number,
    places=lambda case: (case.place, case.residence),
    hands=lambda case: (case.lead, None),
    passes=lambda started, laid_on_it: laid_on_it and started.answers.role is Role.COMMUNE_CHAIR,
    above=lambda case, answered, register, at: level_above(case.unit_in_lead, answered, register, at),
    people=lambda case: frozenset({case.child} if case.child else ()),
    links=links,
    lives=lambda case: case.phase in LIVE,
    kept=kept,
    sources=lambda case: case.reports,
    of_case=of_case,
    listed=CASES,
    names=names,
    goes_on_in=lambda case: case.merged_into,
)
