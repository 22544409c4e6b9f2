"""A correction that moves power waits for a second person: who proposed it never decides what it comes to."""

from dataclasses import replace
from typing import Any, Protocol
from uuid import UUID

from domain.case.clocks import in_time_refs, open_to_news
from domain.case.references import Matter
from domain.case.state.case import Case
from domain.case.state.dealings import Correction
from domain.case.who import CHAIR_OF_LEAD
from domain.law import duty
from domain.law.harm import HarmKind
from domain.record.act import DecisionContext, Line, Refusal, said
from domain.record.fields import Personal, UnitRef
from domain.record.who import May, Role, Scope

WHO_CONFIRMS = (*CHAIR_OF_LEAD, May(role=Role.HEALTH_DEPARTMENT_OFFICER, scope=Scope.ANY))
CORRECTION_WAITS = Refusal(
    "correction_waits",
    vi="Một đính chính trước đang chờ người khác xác nhận. Đề nghị chờ xác nhận hoặc không chấp nhận đính chính đó.",
    en="An earlier correction waits for somebody else to confirm it. Have it confirmed or refused first.",
)
LINE_TO_CORRECT_UNKNOWN = Refusal(
    "line_to_correct_unknown",
    vi="Hồ sơ không có dòng mang số này. Đề nghị ghi đúng số dòng cần đính chính.",
    en="The file has no line of this number. Give the number of the line to correct.",
)
NO_CORRECTION_WAITS = Refusal(
    "no_correction_waits", vi="Không có đính chính nào chờ xác nhận.", en="No correction waits to be confirmed."
)
PLACE_CORRECTED_NO_COMMUNE = Refusal(
    "place_corrected_no_commune",
    vi="Nơi xảy ra phải là xã, phường, đặc khu đang tồn tại.",
    en="The place must be a commune that exists now.",
)


class Otherwise(Protocol):
    """What is to be read otherwise."""

    @property
    def place(self) -> UnitRef | None: ...
    @property
    def residence(self) -> UnitRef | None: ...
    @property
    def child_birth_year(self) -> int | None: ...
    @property
    def harm_kinds(self) -> tuple[HarmKind, ...] | None: ...


class NamedOtherwise(Otherwise, Protocol):
    """The same, with who the child is."""

    @property
    def child_name(self) -> str | None: ...
    @property
    def child_identifier(self) -> str | None: ...


def is_to_wait(case: Case, command: NamedOtherwise) -> bool:
    """Whether it changes who may decide, who the child is or until when it is one, or leaves out a harm that stands."""
    dropped = bool(command.harm_kinds) and not set(case.harm_kinds) <= set(command.harm_kinds or ())
    renamed = said(command.child_name) or said(command.child_identifier)
    return (dropped or renamed) or any(
        told is not None and told != stands
        for told, stands in (
            (command.place, case.place),
            (command.residence, case.residence),
            (command.child_birth_year, case.child_birth_year),
        )
    )


class Corrected(Otherwise, Protocol):
    """The same, as a line keeps it. `number`: of the correction, where it waits to be confirmed."""

    @property
    def number(self) -> int | None: ...


def read_otherwise(
    case: Case, event: Corrected, line: Line, name: Personal | None = None, identifier: Personal | None = None
) -> Case:
    """The case with what is read in it at once, and the rest where somebody else must confirm it."""
    found = event.harm_kinds or ()
    grown = replace(
        case,
        harm_kinds=tuple(dict.fromkeys((*case.harm_kinds, *found))),
        news_at=case.news_at if set(found) <= set(case.harm_kinds) else line.occurred_at,
    )
    if event.number is None:
        return grown
    waiting = Correction(
        number=event.number,
        proposer=line.by.person,
        place=event.place,
        residence=event.residence,
        child_birth_year=event.child_birth_year,
        harm_dropped=tuple(kind for kind in case.harm_kinds if found and kind not in found),
        child_name=name,
        child_identifier=identifier,
    )
    return replace(grown, correction=waiting, corrections=event.number)


def harm_added(case: Case, event: Any, context: DecisionContext) -> bool:
    """Whether a kind of harm is told of that was not on the file, and no report waits to be weighed already."""
    known: Case = context.file.state
    new = set(event.harm_kinds or ()) - set(known.harm_kinds)
    return bool(new) and open_to_news(case, event, context) and not in_time_refs(duty.INITIAL_RISK, context)


def this_harm(case: Case, event: Any, context: DecisionContext) -> tuple[str, ...]:
    """The line that adds it."""
    return (Matter.NEW_HARM.ref(context.file.version + 1),)


def proposer(case: Case) -> UUID | None:
    """Who proposed the correction that waits."""
    return case.correction.proposer if case.correction else None


def this_correction(case: Case, event: Any, context: DecisionContext) -> tuple[str, ...]:
    """The correction, by its number among those that had to wait."""
    return (str(event.number),)
