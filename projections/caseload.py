"""Which cases there are, where each stands and what is due next.

`read.caseload`, one row for each case, folded from the case's own lines:

    file_id, number, phase, reports, reopened, merged_into
    risk                the level that counts (the Chair's, else the worker's); risk_confirmed, serious_danger
    harm_kinds          text[]
    child_age_band      `0-5`, `6-10`, `11-15`, `16+` in the year of opening; null when the year of birth is unknown
    place_*, residence_*, lead_*    unit_id, unit_code, unit_name; null when there is none
    clock_start, opened_at, closed_at, died_at, suspended_until
    urgent, separated, no_contact   an urgent measure is open, the child is separated, a no-contact order holds
    running, lapsed     how many duties run, and of how many of these the record says that their time ran out
    next_due, next_due_code         the earliest due of those that run: overdue when it has passed now
    version, position, changed_at   the case's last line, and when that was recorded

For a subtree as it is now pass the ids of its units: `lead_unit_id = ANY(...)`.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from uuid import UUID

from domain.case.kind import CASE
from domain.case.state.case import Case
from domain.catalogue import BY_STORED_NAME
from domain.record.file import File
from domain.record.fold import apply
from domain.record.line import Line
from projections.entry import FeedEntry, Projection, Rows, Sources, Statement, Write, escaped, unit_columns

NONE = "\\N"
KEPT = 20_000
AGE_BANDS = ((5, "0-5"), (10, "6-10"), (15, "11-15"))


class Gap(Exception):
    """A line does not follow the last one of its file."""


class Caseload:
    """Folds cases, and keeps those that were last touched."""

    def __init__(self) -> None:
        self._cases: OrderedDict[UUID, File] = OrderedDict()

    def __call__(self, entries: Sequence[FeedEntry], sources: Sources) -> Iterator[Write]:
        ours = [entry for entry in entries if entry.kind == CASE.name]
        if not ours:
            return
        self._fetch(ours, sources)
        touched: dict[UUID, FeedEntry] = {}
        for entry in ours:
            file = self._file(entry.line.file_id)
            if file.version != entry.line.version - 1:
                raise Gap
            take(file, entry.line)
            touched[file.id] = entry
        yield Statement("DELETE FROM {caseload} WHERE file_id = ANY(%s::uuid[])", [list(touched)])
        yield Rows("caseload", [row(self._cases[file], entry) for file, entry in touched.items()])
        while len(self._cases) > KEPT:
            self._cases.popitem(last=False)

    def _fetch(self, entries: Sequence[FeedEntry], sources: Sources) -> None:
        """Fold the earlier lines of cases that are not at hand."""
        first: dict[UUID, int] = {}
        for entry in entries:
            first.setdefault(entry.line.file_id, entry.line.version)
        absent = [
            file_id
            for file_id, version in first.items()
            if version > 1 and ((file := self._cases.get(file_id)) is None or file.version != version - 1)
        ]
        for file_id in absent:
            self._cases.pop(file_id, None)
        if absent:
            for line in sources.histories(absent, entries[0].position):
                take(self._file(line.file_id), line)

    def _file(self, file_id: UUID) -> File:
        file = self._cases.get(file_id)
        if file is None:
            file = self._cases[file_id] = File.blank(file_id, CASE)
        self._cases.move_to_end(file_id)
        return file


def take(file: File, line: Line) -> None:
    apply(file, BY_STORED_NAME[line.stored_as], line)


def row(file: File, entry: FeedEntry) -> str:
    case: Case = file.state
    protection = case.protection
    due = min(file.running.values(), key=lambda started: (started.due_at, started.code), default=None)
    no_contact = protection.no_contact
    return "\t".join(
        (
            entry.file,
            escaped(case.number),
            case.phase.value,
            case.level.value if case.level else NONE,
            flag(case.risk_confirmed),
            flag(case.serious_danger),
            "{" + ",".join(case.harm_kinds) + "}",
            age_band(case),
            unit_columns(case.place),
            unit_columns(case.residence),
            unit_columns(case.lead),
            instant(case.clock_start),
            instant(case.opened_at),
            instant(case.closed_at),
            instant(case.died_at),
            instant(case.suspended_until),
            flag(bool(protection.open_measures)),
            flag(protection.separation is not None),
            flag(no_contact is not None and not no_contact.over),
            str(case.merged_into) if case.merged_into else NONE,
            str(len(case.reports)),
            str(case.reopened),
            str(len(file.running)),
            str(len(file.lapsed)),
            instant(due.due_at if due else None),
            due.code if due else NONE,
            str(file.version),
            str(entry.position),
            instant(entry.line.recorded_at),
        )
    )


def age_band(case: Case) -> str:
    if case.child_birth_year is None or case.opened_at is None:
        return NONE
    age = case.opened_at.year - case.child_birth_year
    return next((band for up_to, band in AGE_BANDS if age <= up_to), "16+")


def flag(value: bool) -> str:
    return "t" if value else "f"


def instant(value: datetime | None) -> str:
    return value.isoformat() if value is not None else NONE


CASELOAD = Projection(
    name="caseload",
    version=1,
    tables=("caseload",),
    ddl=Path(__file__).with_suffix(".sql"),
    start=Caseload,
)
