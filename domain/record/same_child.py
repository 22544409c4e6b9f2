"""Files that tell of one child: by what they were found to, what was decided since, and the acts that note it."""

from dataclasses import dataclass
from typing import Annotated, ClassVar
from uuid import UUID

from domain.label import Labelled
from domain.record.clear import Clear
from domain.record.field import Names, points_at, says
from domain.record.file import DecisionContext
from domain.record.naming import MatchedBy
from domain.record.refusal import Refusal, insist, required
from domain.record.vocabulary import Kind, UnitRef


class ChildStanding(Labelled):
    """Whether two files tell of one child."""

    PROPOSED = "proposed", "Có thể là cùng một trẻ em, chờ xem xét", "Perhaps one child, to be looked at"
    LINKED = "linked", "Đã xác định là cùng một trẻ em", "Found to be one child"
    APART = "apart", "Đã xác định là hai trẻ em khác nhau", "Found to be two children"


OtherFile = Annotated[
    UUID,
    says("Hồ sơ khác của cùng một trẻ em", "The other file of the child"),
    points_at(None, told_by="other_kind"),
]
OtherKind = Annotated[str, says("Loại của hồ sơ đó", "Kind of the other file"), Names.KINDS, Clear.SYSTEM]
OtherNumber = Annotated[str, says("Số của hồ sơ đó", "Official number of the other file"), Clear.SYSTEM]
OtherUnit = Annotated[UnitRef | None, says("Đơn vị phụ trách hồ sơ đó", "Unit whose matter the other file is")]
Standing = Annotated[ChildStanding, says("Quan hệ giữa hai hồ sơ", "How the two files stand to each other")]
ByWhat = Annotated[
    MatchedBy | None, says("Căn cứ đối chiếu; để trống nếu do người xác định", "Matched by; empty if people said so")
]


@dataclass(frozen=True, slots=True, kw_only=True)
class SameChild:
    """Another file of the same child, or perhaps of the same."""

    other: OtherFile
    other_kind: OtherKind
    other_number: OtherNumber
    other_unit: OtherUnit
    standing: Standing
    matched: ByWhat


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteSameChild:
    """The other file, and how the two stand to each other. Nothing of what it says."""

    of_kind: ClassVar[str] = Kind.CASE

    other: OtherFile
    other_kind: OtherKind
    standing: Standing
    matched: ByWhat = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteSameChildOfReport(NoteSameChild):
    """The other file, for a report."""

    of_kind: ClassVar[str] = Kind.REPORT


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteSameChildOfContact(NoteSameChild):
    """The other file, for contacts."""

    of_kind: ClassVar[str] = Kind.CONTACT


@dataclass(frozen=True, slots=True, kw_only=True)
class SameChildNoted:
    """Number and unit are those of the other file when it was noted."""

    other: OtherFile
    other_kind: OtherKind
    other_number: OtherNumber
    other_unit: OtherUnit
    standing: Standing
    matched: ByWhat


NOTING: dict[str, type[NoteSameChild]] = {
    command.of_kind: command for command in (NoteSameChild, NoteSameChildOfReport, NoteSameChildOfContact)
}
"""By which command it is noted on files of each kind that can tell of a child."""
OTHER_FILE_NOT_FOUND = Refusal(
    "other_file_not_found", vi="Không tìm thấy hồ sơ được dẫn chiếu.", en="The other file was not found."
)
SAME_CHILD_NOTED = Refusal(
    "same_child_noted", vi="Quan hệ giữa hai hồ sơ này đã được ghi nhận.", en="This was noted already."
)


def standing_to(rows: tuple[SameChild, ...], other: UUID) -> SameChild | None:
    """What is noted of the other file."""
    return next((row for row in rows if row.other == other), None)


def note(rows: tuple[SameChild, ...], command: NoteSameChild, context: DecisionContext) -> SameChildNoted:
    """What is noted of the other file, where that says more than what is known of it."""
    other = required(context.related.get(command.other), OTHER_FILE_NOT_FOUND, "other")
    insist(
        (command.other != context.file_id and other.kind.name == command.other_kind, OTHER_FILE_NOT_FOUND, "other"),
        (says_more(standing_to(rows, command.other), command), SAME_CHILD_NOTED, "other"),
    )
    return SameChildNoted(
        other=command.other,
        other_kind=command.other_kind,
        other_number=other.kind.number(other.state) or "",
        other_unit=other.kind.matter(other.state),
        standing=command.standing,
        matched=command.matched,
    )


def says_more(known: SameChild | None, command: NoteSameChild) -> bool:
    """A decision where another one stands; a match by more than was known, unless the two are found to be one."""
    if known is None or command.matched is None:
        return known is None or known.standing is not command.standing
    weighed = -1 if known.matched is None else known.matched.weight
    return known.standing is not ChildStanding.LINKED and command.matched.weight > weighed


def noted(rows: tuple[SameChild, ...], told: SameChildNoted) -> tuple[SameChild, ...]:
    """The rows with this one as it now stands; by what it was matched stays until it is matched by more."""
    before = standing_to(rows, told.other)
    row = SameChild(
        other=told.other,
        other_kind=told.other_kind,
        other_number=told.other_number,
        other_unit=told.other_unit,
        standing=told.standing,
        matched=told.matched or (before.matched if before else None),
    )
    return (*(each for each in rows if each.other != told.other), row)
