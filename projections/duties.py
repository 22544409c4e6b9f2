"""Which statutory clocks were set going, when each is due, who answers for it and how it ended.

`read.duties`, one row for each started duty (a clock that is set going again after it ended has another row):

    file_id, code, ref      whose clock, of which duty (`domain.law.duty`), for which round or item
    kind                    the file's kind: case, report, ...
    status                  running       not ended and no lapse recorded; overdue when due_at has passed now
                            lapsed        not ended, and the record says that its time ran out
                            met, met_late, not_required; once lapsed, an act dated back is late all the same
    since, due_at           an earlier due instant, set later, takes the place of the first
    inclusive               whether the instant `due_at` itself is still in time
    lapsed_at               when its time ran out, if the record says that it did: whatever came of it, for good
    ended_at                when what ended it happened
    started_position, restarted_position, lapsed_position, ended_position       the lines that say so
    office_id, role, unit_id, unit_code, unit_name      the office that answers, as of the start
    units                   its unit and all above it, as of then: `units @> ARRAY[X]` is the subtree of X
    rule_version, calendar_version, basis_document, basis_article, basis_form, confidence, regime

Open duties: `ended_position IS NULL`. For the number, phase and lead of the case join `read.cases` on file_id.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from domain.law.duty import BY_CODE
from domain.law.term import TermKind
from domain.record.line import DutyEnded, DutyStarted
from projections.entry import FeedEntry, Projection, Sources, Statement, Write, array, beside, known, text_array

Key = tuple[str, str, str]


class Rounds:
    """What happened, laid out so that no statement meets a duty twice: in each round starts go before ends."""

    def __init__(self) -> None:
        self._starts: list[dict[Key, tuple[str, ...]]] = []
        self._ends: list[dict[Key, tuple[str, ...]]] = []
        self._next: dict[Key, tuple[int, bool]] = {}

    def start(self, key: Key, row: tuple[str, ...]) -> None:
        number, started = self._next.get(key, (0, False))
        self._put(key, number + started, True, self._starts, row)

    def end(self, key: Key, row: tuple[str, ...]) -> None:
        number, _ = self._next.get(key, (0, False))
        self._put(key, number, True, self._ends, row)
        self._next[key] = (number + 1, False)

    def _put(
        self, key: Key, number: int, started: bool, rounds: list[dict[Key, tuple[str, ...]]], row: tuple[str, ...]
    ) -> None:
        while len(self._starts) <= number:
            self._starts.append({})
            self._ends.append({})
        rounds[number][key] = row
        self._next[key] = (number, started)

    def writes(self) -> Iterator[Write]:
        for starts, ends in zip(self._starts, self._ends, strict=True):
            if starts:
                yield Statement(START, columns(starts.values()))
            if ends:
                yield Statement(END, columns(ends.values()))


def columns(rows: Iterable[tuple[str, ...]]) -> list[str]:
    return [text_array(column) for column in zip(*rows, strict=True)]


def fold(entries: Sequence[FeedEntry], sources: Sources) -> Iterator[Write]:
    rounds = Rounds()
    for entry in entries:
        line = entry.line
        for started, units in zip(line.starts, entry.answering_units, strict=True):
            rounds.start((entry.file, started.code, started.ref), start_row(entry, started, units))
        for ended in line.ends:
            rounds.end((entry.file, ended.code, ended.ref), end_row(entry, ended))
    yield from rounds.writes()


def start_row(entry: FeedEntry, started: DutyStarted, units: tuple[str, ...]) -> tuple[str, ...]:
    answers, unit, basis = started.answers, started.answers.unit, started.basis
    return (
        entry.file,
        started.code,
        started.ref,
        entry.kind,
        started.since.isoformat(),
        started.due_at.isoformat(),
        end_is_in_time(started.code, started.rule_version, unit.code),
        str(entry.position),
        known(answers.id),
        answers.role.value,
        known(unit.id),
        unit.code,
        unit.name,
        array(units),
        str(started.rule_version),
        str(started.calendar_version),
        basis.document,
        basis.article,
        basis.form,
        started.confidence,
        started.regime,
    )


START = """
INSERT INTO {duties} AS d (
    status, file_id, code, ref, kind, since, due_at, inclusive, started_position, office_id, role,
    unit_id, unit_code, unit_name, units, rule_version, calendar_version,
    basis_document, basis_article, basis_form, confidence, regime)
SELECT 'running', file_id, code, ref, kind, since, due_at, inclusive, started_position, office_id, role,
    unit_id, unit_code, unit_name, units::uuid[], rule_version, calendar_version,
    basis_document, basis_article, basis_form, confidence, regime
FROM unnest(
    %s::uuid[], %s::text[], %s::text[], %s::text[], %s::timestamptz[], %s::timestamptz[], %s::boolean[],
    %s::bigint[], %s::uuid[], %s::text[], %s::uuid[], %s::text[], %s::text[], %s::text[], %s::integer[],
    %s::integer[], %s::text[], %s::text[], %s::text[], %s::text[], %s::text[]
) AS s (file_id, code, ref, kind, since, due_at, inclusive, started_position, office_id, role,
    unit_id, unit_code, unit_name, units, rule_version, calendar_version,
    basis_document, basis_article, basis_form, confidence, regime)
ON CONFLICT (file_id, code, ref) WHERE ended_position IS NULL DO UPDATE SET
    status = 'running', since = excluded.since, due_at = excluded.due_at, inclusive = excluded.inclusive,
    restarted_position = excluded.started_position,
    office_id = excluded.office_id, role = excluded.role, unit_id = excluded.unit_id,
    unit_code = excluded.unit_code, unit_name = excluded.unit_name, units = excluded.units,
    rule_version = excluded.rule_version, calendar_version = excluded.calendar_version,
    basis_document = excluded.basis_document, basis_article = excluded.basis_article,
    basis_form = excluded.basis_form, confidence = excluded.confidence, regime = excluded.regime
"""


def end_row(entry: FeedEntry, ended: DutyEnded) -> tuple[str, ...]:
    line = entry.line
    return (
        entry.file,
        ended.code,
        ended.ref,
        ended.how.value,
        line.occurred_at.isoformat(),
        str(entry.position),
    )


END = """
UPDATE {duties} d SET
    status = CASE
        WHEN e.how <> 'met' THEN e.how
        WHEN d.lapsed_position IS NULL AND (e.at < d.due_at OR (d.inclusive AND e.at = d.due_at)) THEN 'met'
        ELSE 'met_late' END,
    lapsed_position = CASE WHEN e.how = 'lapsed' THEN e.position ELSE d.lapsed_position END,
    lapsed_at = CASE WHEN e.how = 'lapsed' THEN d.due_at ELSE d.lapsed_at END,
    ended_at = CASE WHEN e.how = 'lapsed' THEN NULL ELSE e.at END,
    ended_position = CASE WHEN e.how = 'lapsed' THEN NULL ELSE e.position END
FROM unnest(%s::uuid[], %s::text[], %s::text[], %s::text[], %s::timestamptz[], %s::bigint[])
    AS e (file_id, code, ref, how, at, position)
WHERE d.file_id = e.file_id AND d.code = e.code AND d.ref = e.ref AND d.ended_position IS NULL
"""


@cache
def end_is_in_time(code: str, rule_version: int, unit_code: str) -> str:
    """Whether the last instant of the term still is in time: so for hours, not for days (`law.term.in_time`)."""
    rule = next(r for r in BY_CODE[code].rules if r.version == rule_version)
    return "t" if rule.term_for(unit_code).kind in (TermKind.HOURS, TermKind.AT_ONCE) else "f"


DUTIES = Projection(
    name="duties",
    version=2,
    tables=("duties",),
    ddl=beside(__file__),
    start=lambda: fold,
)
