"""A wrong line of the register stays; from its correction on the register reads it otherwise, or not at all.

Two faults occur: a wrong time of effect, and what never was. A wrong person is what never was, and the right one is
recorded anew, late and with its reason.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any, Protocol
from uuid import UUID

from domain.law.duty import Duty
from domain.law.term import local_day
from domain.record.faults import Fault
from domain.record.file import DecisionContext, Entry, File
from domain.record.line import DutyStarted, Line
from domain.record.refusal import Check, Reason, Refusal, Refused

ENTRY_NOT_CORRECTABLE = Refusal(
    "entry_not_correctable",
    vi="Dòng này không đính chính được: chỉ đính chính dòng có thời điểm hiệu lực, còn được sử dụng; dòng thành lập là "
    "căn cứ của mã hồ sơ.",
    en="This line cannot be corrected: only one that takes effect at a time, and is not void. The id of the file "
    "follows from the line that established it.",
)
ENTRY_WRITTEN_BY_YOU = Refusal(
    "entry_written_by_you",
    vi="Người đã ghi hoặc đã đính chính dòng này không được tự đính chính. Đề nghị để người khác ghi.",
    en="Who wrote the line, or corrected it before, does not correct it. Another person must.",
)
ENTRY_ABOUT_YOU = Refusal(
    "entry_about_you",
    vi="Không ai được tự đính chính việc giữ chức danh của mình. Đề nghị để người khác ghi.",
    en="Nobody corrects how long he held an office. Another person must.",
)
RIGHT_TIME_ASKED = Refusal(
    "right_time_asked",
    vi="Nếu sai thời điểm, ghi thời điểm đúng, khác thời điểm đang ghi; nếu việc không xảy ra, để trống.",
    en="Of a wrong time give the right one, other than what stands; of what never was give none.",
)
ENTRY_CONTRADICTS = Refusal(
    "entry_contradicts",
    vi="Đính chính như vậy mâu thuẫn với dòng khác của hồ sơ hoặc của sổ đăng ký. Đề nghị đính chính dòng đó trước.",
    en="Read so, it contradicts another line of the file or the register. Correct that one first.",
)
AMENDING = (ENTRY_NOT_CORRECTABLE, ENTRY_WRITTEN_BY_YOU, ENTRY_ABOUT_YOU, RIGHT_TIME_ASKED, ENTRY_CONTRADICTS)
Effects = Mapping[str, str]
"""By the stored name of a line: the field of its event that says when it takes effect."""


class Correction(Protocol):
    """What is said of a wrong line, by its version; `right`: when it took effect in truth; None: it never did."""

    @property
    def corrects(self) -> int: ...
    @property
    def right(self) -> date | None: ...


class Corrected(Protocol):
    """A correction that the state keeps, and who told it."""

    @property
    def corrects(self) -> int: ...
    @property
    def by(self) -> UUID | None: ...


def entry_at(corrects: int, effects: Effects, file: File) -> Line:
    """The line as it is read now; refused where there is none that can be corrected."""
    found = next((e.line for e in file.entries if e.line.version == corrects and e.line.stored_as in effects), None)
    if found is None:
        raise Refused(Reason(ENTRY_NOT_CORRECTABLE, ("corrects",)))
    return found


def time_of(line: Line, effects: Effects) -> Any:
    """When the line takes effect."""
    return getattr(line.event, effects[line.stored_as])


def amended(line: Line, correction: Correction, effects: Effects) -> Line | None:
    """How the line is read once the correction is told; None: not at all."""
    if line.version != correction.corrects or line.stored_as not in effects:
        return line
    if correction.right is None:
        return None
    right, was = correction.right, time_of(line, effects)
    now = local_day(right) if isinstance(right, datetime) and not isinstance(was, datetime) else right
    return replace(line, event=replace(line.event, **{effects[line.stored_as]: now}))


def read_again(file: File, correction: Correction, effects: Effects) -> Any:
    """The state that the lines come to once the correction is told."""
    state = file.kind.empty()
    for entry in entries_then(file, correction, effects):
        state = entry.evolve(state, entry.line.event, entry.line)
    return state


def entries_then(file: File, correction: Correction, effects: Effects) -> Iterator[Entry]:
    """The lines as they are read once the correction is told."""
    for entry in file.entries:
        line = amended(entry.line, correction, effects)
        if line is not None:
            yield Entry(entry.evolve, line)


def may_amend(line: Line, fault: Fault, right: Any, was: Any, context: DecisionContext) -> list[Check]:
    """The checks for `insist` of who corrects which line, and what is said to be right."""
    before = {each.by for each in context.file.state.corrections if each.corrects == line.version}
    told = right is not None and right != was if fault is Fault.WRONG_TIME else right is None
    return [
        (context.by.person not in {line.by.person, *before}, ENTRY_WRITTEN_BY_YOU, "corrects"),
        (getattr(line.event, "person", None) != context.by.person, ENTRY_ABOUT_YOU, "corrects"),
        (told, RIGHT_TIME_ASKED, "right"),
    ]


def what_it_ended(*duties: Duty) -> Any:
    """Clocks that a line ended which never was run again as they were: what ran out meanwhile lapses at once."""
    codes = {duty.code for duty in duties}

    def again(state: Any, event: Correction, context: DecisionContext) -> tuple[DutyStarted, ...]:
        ended = context.file.ended.items() if event.right is None else ()
        return tuple(
            context.file.begun[key] for key, (version, _) in ended if version == event.corrects and key[0] in codes
        )

    return again
