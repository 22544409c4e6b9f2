"""Whatever everybody in the city does at whatever hour: what must hold of every case, clock and lapse."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from domain.acts import ACTIONS
from domain.case.movement.close_case import CLOSE_CASE
from domain.case.state.case import LIVE, Case, Phase
from domain.case.state.protection import MeasureKind
from domain.law import duty
from domain.law.duty import Duty
from domain.office.correct_office_entry import OfficeEntryCorrected
from domain.record.file import File, Lapsed
from domain.record.holders import MOMENT, Held, chain
from domain.record.lapses import DutyLapsed
from domain.record.line import DutyOutcome, DutyStarted, Line
from domain.record.register import Register
from domain.record.vocabulary import NOBODY, Kind, Role
from domain.report.kind import OF_THE_COMMUNE
from tests.record.casework import Casework
from tests.record.casework_lines import between_lines
from tests.record.test_histories import is_sound

TRIES = 60
SOUND_EVERY = 10
KEEPS_NOTHING_OFF = frozenset({MeasureKind.EVIDENCE, MeasureKind.PSY_FIRST_AID})
SETTLES = {
    "case.closed": duty.CLOSING_DECISION.code,
    "case.found_unfounded": None,
    "case.suspended": None,
    "report.rejected": None,
}
"""Acts that end a file or lay it aside, and the duty that such an act itself meets."""


def met_by() -> dict[str, list[frozenset[Any] | None]]:
    """By its code, the phases in which some act meets a duty; None: any."""
    found: dict[str, list[frozenset[Any] | None]] = {
        duty.CLOSING_DECISION.code: [CLOSE_CASE.phases],
    }
    for action in ACTIONS:
        at_once = [rule.duty.code for rule in action.starts if rule.met_at_once]
        for code in (*at_once, *(rule.duty.code for rule in action.ends if rule.how is DutyOutcome.MET)):
            found.setdefault(code, []).append(action.phases)
    return found


MET_BY = met_by()
ORDER = tuple(Phase)


def played(seed: str, tries: int = TRIES) -> Casework:
    work = Casework().begin(seed)
    for i in range(tries):
        work.attempt(f"{seed}:{i}")
        for fault in faults(work):
            raise AssertionError(f"seed {seed}, try {i}: {fault}\n{work.tale.story.told()}")
    for fault in (*of_lapses(work), *between_lines(work.tale.story.lines)):
        raise AssertionError(f"seed {seed}: {fault}\n{work.tale.story.told()}")
    return work


def faults(work: Casework) -> Iterator[str]:
    """What does not hold after the last act."""
    for file in work.files():
        if file.kind.name == Kind.CASE and file.state.phase in LIVE:
            yield from of_a_live_case(file)
        if file.kind.lives(file.state):
            yield from of_what_runs(file)
    for told in work.told:
        yield from of_who_settled(told.line, told.answered_before)
    work.told.clear()


def of_a_live_case(file: File) -> Iterator[str]:
    case: Case = file.state
    if not file.running:
        yield f"{case.number} is live and nothing is due in it"
    if case.serious_danger and not (kept_off(case) or owed(file)):
        yield f"{case.number}: serious danger, nothing that protects is in force, and T04 does not run"


def kept_off(case: Case) -> bool:
    """Whether anything in force keeps danger off: evidence that is secured, and comfort, do not."""
    held, placed = case.protection, any(stay.ended is None for stay in case.care.placements)
    barred = held.no_contact is not None and not held.no_contact.over
    measured = any(m.kind not in KEEPS_NOTHING_OFF for m in held.open_measures)
    return placed or barred or held.separation is not None or measured


def of_what_runs(file: File) -> Iterator[str]:
    """Whatever runs can be met, late or in time, in the phase in which the file is, or in one that lies ahead.

    Of a child that died what was overdue stays, for the review of who answers for it.
    """
    phase = file.kind.phase(file.state)
    for code, ref in file.running:
        if code in OF_THE_COMMUNE and file.kind.name == Kind.REPORT:
            continue  # it goes on in the case that is opened, or in the one to which the report is linked
        ahead = {each for each in LIVE if phase in LIVE and ORDER.index(each) >= ORDER.index(phase)} | {phase}
        if not any(phases is None or phases & ahead for phases in MET_BY.get(code, [])):
            yield f"{code} {ref} runs and nothing meets it in the phase {phase}"


def owed(file: File) -> bool:
    """Whether twelve hours run, or the Chair declined for a reason that somebody looks at."""
    codes = {code for code, _ in file.running}
    return bool(codes & {duty.URGENT_MEASURES.code, duty.LOOK_FROM_ABOVE.code})


def of_who_settled(line: Line, answered: frozenset[tuple[object, str, bool]]) -> Iterator[str]:
    name = line.stored_as.rpartition(".")[0]
    if name not in SETTLES or line.by.role is Role.SYSTEM:
        return
    city = line.by.role is Role.CITY_CHAIR
    own = {code for person, code, still in answered if person == line.by.person and (still or not city)}
    if own - {SETTLES[name]}:
        yield f"{line.by.name} ended a file and answers for {sorted(own)}"


def of_lapses(work: Casework) -> Iterator[str]:
    """One miss is one lapse; who answers existed, and had the matter, before its time was over.

    As the register stood when the lapse was told: what is corrected in it later leaves the lapse as it is.
    """
    register, seen = work.tale.story.register, set[tuple[object, str, str, object]]()
    lines = work.tale.story.lines
    told_otherwise = {line.file_id: n for n, line in enumerate(lines) if isinstance(line.event, OfficeEntryCorrected)}
    for n, line in enumerate(lines):
        event = line.event
        if not isinstance(event, DutyLapsed):
            continue
        key = line.file_id, event.code, event.ref, event.due_at
        if key in seen:
            yield f"{event.code} lapsed twice"
        seen.add(key)
        parts = [part for part in event.held if part.office == event.answers]
        if not parts:
            yield f"{event.code}: {event.answers} never had it"
        elif event.holder is not None and told_otherwise.get(event.answers.id, 0) < n:
            last = parts[-1].until - MOMENT
            tenure = register.holder(event.answers.id, last)
            if tenure is None or tenure.person != event.holder:
                yield f"{event.code}: {event.holder_name} did not hold the office at {last}"
        if event.held and any(a.until != b.since for a, b in zip(event.held, event.held[1:], strict=False)):
            yield f"{event.code}: a gap in who had it"


def some(share: int, histories: int) -> Counter[str]:
    """So many histories of one share of the seeds; says which acts were accepted in them, and how many lapses told."""
    accepted = Counter[str]()
    for n in range(histories):
        work = played(f"work:{share}:{n}")
        if n % SOUND_EVERY == 0:
            is_sound(work)
        accepted.update(work.accepted)
        accepted["lapses"] += sum(isinstance(line.event, DutyLapsed) for line in work.tale.story.lines)
    return accepted


def nobody_answers(but: Duty | None, lapses: Iterable[Lapsed]) -> set[UUID]:
    return set()


def always_protected(*told: object) -> bool:
    return False


def the_one_at_the_stroke(started: DutyStarted, file: File, register: Register) -> Held:
    """As it was once: whoever holds the office at the very instant at which the time is over."""
    last = chain(started, file, register)[-1]
    tenure = register.holder(last.office.id, started.due_at)
    return replace(last, holder=tenure.person if tenure else NOBODY, holder_name=tenure.name if tenure else None)


def whoever_has_it(started: DutyStarted, file: File, register: Register) -> Held:
    """As it was once: one of those who were never asked."""
    first = chain(started, file, register)[0]
    return replace(first, office=replace(first.office, id=NOBODY))


@pytest.mark.parametrize(
    ("name", "faulty", "told"),
    [
        ("domain.record.answering._who_answers", nobody_answers, "answers for"),
        ("domain.case.clocks.unprotected", always_protected, "T04 does not run"),
        ("domain.record.record_lapse.answering", the_one_at_the_stroke, "did not hold"),
        ("domain.record.record_lapse.answering", whoever_has_it, "never had it"),
    ],
)
def test_a_rule_that_is_taken_away_is_missed(
    name: str, faulty: Callable[..., Any], told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Negative controls: the same histories find each of these faults."""
    monkeypatch.setattr(name, faulty)
    with pytest.raises(AssertionError, match=told):
        some(0, 150)


def test_what_nothing_meets_is_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(MET_BY, duty.TRUTH_CHECK.code, [frozenset({Phase.OPEN})])
    with pytest.raises(AssertionError, match=r"P03 .*nothing meets it"):
        some(0, 50)


@pytest.mark.parametrize("share", range(10))
def test_casework_keeps_its_rules(share: int) -> None:
    accepted = some(share, 50)
    assert accepted["lapses"] > 200
    assert len(accepted) > 35, accepted


@pytest.mark.prove
def test_ten_thousand_histories_keep_the_rules() -> None:
    """Shares 10 to 109 of a hundred histories each, on all processors."""
    with ProcessPoolExecutor() as pool:
        accepted = sum(pool.map(some, range(10, 110), [100] * 100), Counter[str]())
    print(f"\n{accepted.total()} acts of {len(accepted)} kinds: {accepted.most_common()}")
    assert len(accepted) > 80
