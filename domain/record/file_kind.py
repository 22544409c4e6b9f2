"""A kind of file: all that the rest of the house asks of one, so that nobody outside its folder asks which it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar
from uuid import UUID

from domain.label import Label, Labelled
from domain.law.keeping import CASE_FILE
from domain.law.rule import Duty
from domain.record.line import DutyStarted, Line
from domain.record.listed import Listed
from domain.record.naming import ChildNamed
from domain.record.register import Register
from domain.record.vocabulary import OfficeRef, UnitRef

S = TypeVar("S")


class Scope(Labelled):
    """How the actor's unit stands to the file."""

    ANY = "any", "mọi hồ sơ", "any file"
    OWN = "own", "đơn vị mình", "own unit"
    RECEIVER = "receiver", "đơn vị đang giữ tin báo", "unit that holds the report"
    PLACE = "place", "nơi xảy ra", "place of the event"
    RESIDENCE = "residence", "nơi cư trú", "place of residence"
    LEAD = "lead", "đơn vị chủ trì", "unit in the lead"
    FORMER = "former", "đơn vị từng chủ trì", "unit that led it before"
    TARGET = "target", "đơn vị được chuyển đến", "unit it was sent to"
    NAMED = "named", "đơn vị được giao việc", "unit named in the file"
    ABOVE = "above", "đơn vị cấp trên", "unit above"


class Openness(Labelled):
    """Who may see that a file's lines are there.

    What is personal in them is for the reading table alone. To whom single kinds alone are open, lists show lines of
    these: of an open file and of one that OWN_UNIT is said of, where they concern the own unit.
    """

    OPEN = "open", "Mọi người đang giữ chức danh", "Everybody who holds an office"
    OWN_UNIT = "own_unit", "Theo bảng quyền xem, và đơn vị liên quan", "By the reading table, and the unit concerned"
    BY_TABLE = "by_table", "Theo bảng quyền xem", "By the reading table"
    GUARDED = "guarded", "Chỉ người có quyền biết ai đã xem thông tin", "Who may know who read what is personal"


@dataclass(frozen=True, slots=True)
class Heading:
    """Under what the trail keeps lines, as it is stored, and in words."""

    name: str
    label: Label


REGISTER = Heading("REGISTER", Label(vi="Thay đổi đơn vị, chức danh", en="Change of units and offices"))
CLOCK = Heading("CLOCK", Label(vi="Thời hạn đã hết", en="Lapse found by the clock"))
"""A line that tells of a lapse, whatever the kind of its file."""
SYSTEM = Heading("SYSTEM", Label(vi="Việc khác của hệ thống", en="Other act of the system"))
"""Any other act of the system, unless the kind keeps all its lines under its own heading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileKind(Generic[S]):
    """A kind of file: its empty state, its phases, where it stands among the units, and how others meet it.

    `where(state, command)` gives the units behind each scope; `state` is the empty state for an opening act.
    `matter(state)` gives the unit whose matter the file is, for the trail. `began(state)`: nothing that a file tells
    of happened before that instant; None: no such bound. `asked_as`: the input by which an act names a file of the
    kind, with its words. `number(state)`: the official number, ending in six digits of the file's id; None: it has
    none. `openness`: who may see that lines are there. `heading`: under what the trail keeps its lines; `always`: also
    those of the clock and the system. `enters`: how the register takes what the file now says; None: it does not.
    `units`: its files are the units, which lie above one another.

    `places(state)`: where the matter is, the surest first: of a unit that was split the successor there answers.
    `hands(state)`: the unit that has the file, and the one it was sent to that has not yet taken it. `passes(started,
    laid_on_it)`: whether a duty is that of whoever has the file, being laid on the unit that then had it or on another;
    what does not pass stays with the unit it was laid on. What runs out by itself is told by the act that ends it
    (`Action.upon`). `above(state, answered, register, at)`: the office that is told of repeated lapses of the one that
    answered; None: nobody is.

    `told_by_last`: the last line alone makes the file, so that the next one is written without reading all.

    `people(state)`: whose data the file is about, besides all for whom a line seals something. `links(state)`: files
    that tell of the same matter. `lives(state)`: whether somebody still has to act on it; unless the kind says
    otherwise it does, and is never erased. `kept(state)`: how long after its last line nobody's data in it is erased.
    `sources(state)`: files that it came from, whose lines are part of its story. `telling(state)`: the first file of
    one telling of several children; None: it is itself the first. `of_case(line)`: the case to which the file belongs
    from this line on. `listed`: how lists show its files; None: there is no list of them. `names(state)`: who the
    children are of whom it tells; files that name a child alike are told of each other, unless one report told of both
    as of two. `goes_on_in(state)`: the file in which its matter goes on, which then stands for it.
    """

    name: str
    label: Label
    heading: Heading
    empty: Callable[[], S]
    phase: Callable[[S], Any]
    where: Callable[[S, Any], Mapping[Scope, frozenset[UUID]]]
    matter: Callable[[S], UnitRef | None]
    began: Callable[[S], datetime | None] = lambda state: None
    asked_as: tuple[str, Label] | None = None
    number: Callable[[S], str | None] = lambda state: None
    openness: Openness = Openness.BY_TABLE
    always: bool = False
    told_by_last: bool = False
    enters: Callable[[Register, UUID, S], None] | None = None
    units: bool = False
    hands: Callable[[S], tuple[UnitRef | None, UnitRef | None]] = lambda state: (None, None)
    places: Callable[[S], tuple[UnitRef | None, ...]] = lambda state: ()
    passes: Callable[[DutyStarted, bool], bool] = lambda started, laid_on_it: False
    above: Callable[[S, OfficeRef, Register, datetime], OfficeRef | None] = lambda state, answered, register, at: None
    people: Callable[[S], frozenset[UUID]] = lambda state: frozenset()
    links: Callable[[S], frozenset[UUID]] = lambda state: frozenset()
    lives: Callable[[S], bool] = lambda state: True
    kept: Callable[[S], Duty] = lambda state: CASE_FILE
    sources: Callable[[S], tuple[UUID, ...]] = lambda state: ()
    of_case: Callable[[Line], UUID | None] = lambda line: None
    listed: Listed[S] | None = None
    names: Callable[[S], tuple[ChildNamed, ...]] = lambda state: ()
    telling: Callable[[S], UUID | None] = lambda state: None
    goes_on_in: Callable[[S], UUID | None] = lambda state: None

    def standing(self, state: S) -> Iterator[str]:
        """How units stand to a file, each way as one text: lists keep it to know who may find the file."""
        return (stands_as(scope, unit) for scope, units in self.where(state, None).items() for unit in sorted(units))


def stands_as(scope: Scope, unit: UUID) -> str:
    """That a unit stands so to a file: `lead:3f2b...`."""
    return f"{scope.value}:{unit.hex}"


def kind_named_by(stored_as: str) -> str:
    """The name of the kind of file on which an act is recorded: the first part of its stored name."""
    return stored_as.partition(".")[0]
