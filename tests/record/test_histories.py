"""Whatever people try, in whatever order, the record stays sound: properties over random histories."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.case.state.case import LIVE, Phase
from domain.catalogue import BY_STORED_NAME, REFUSALS
from domain.law.duty import BY_CODE, due_at
from domain.law.term import TermKind
from domain.record.file import File
from domain.record.fold import fold
from domain.record.line import DutyOutcome, DutyStarted, Line
from domain.record.personal import PersonalKind
from domain.record.vocabulary import Role
from domain.subject.hold import subjects
from server.record.mapper import decode, encode, personal_values, seal_all
from tests.record.histories import History

PATH = frozenset(
    [
        "receive_report",
        "open_case",
        "verify_truth",
        "assess_initial_risk",
        "confirm_risk",
        "assess_detailed",
        "hold_needs_meeting",
        "draft_plan",
        "submit_plan",
        "return_plan",
        "approve_plan",
        "accept_item",
        "decline_item",
        "deliver_service",
        "record_visit",
        "propose_amendment",
        "review_plan",
        "start_new_round",
        "close_case",
        "reopen_case",
        "place_in_alternative_care",
        "order_separation",
        "order_urgent_measure",
        "transfer_lead",
        "record_lapse",
        "report_death",
        "refute_death",
        "confirm_death",
        "annul_death",
    ]
)


class PlainSight:
    """A sealer that turns the text around."""

    def seal(self, subject: UUID, kind: PersonalKind, text: str, bound_to: bytes) -> str:
        return text[::-1]


def test_random_histories_keep_the_record_sound() -> None:
    accepted, refused, phases = Counter[str](), Counter[str](), Counter[str]()

    @settings(
        max_examples=80, deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow]
    )
    @given(st.uuids(), st.integers(60, 160), st.sampled_from([False, False, False, True]))
    def any_history(seed: UUID, tries: int, reviewed: bool) -> None:
        history = History().reviewed() if reviewed else History()
        for i in range(tries):
            history.attempt(f"{seed}:{i}")
            phases.update([str(history.tale.now.phase)] if history.tale.case in history.tale.story.files else [])
        is_sound(history)
        accepted.update(history.accepted)
        refused.update(history.refused)

    any_history()
    print(f"\n{sum(accepted.values())} acts accepted, {sum(refused.values())} refusals")
    print(accepted.most_common(), refused.most_common(), phases.most_common(), sep="\n")
    assert set(accepted) >= PATH, PATH - set(accepted)
    assert set(phases) >= {str(phase) for phase in LIVE | {Phase.CLOSED}} - {Phase.VERIFYING}
    assert len(accepted) >= 45
    assert len(refused) >= 70
    assert sum(accepted.values()) >= 1_500
    assert set(refused) <= set(REFUSALS)


def is_sound(history: History) -> None:
    story = history.tale.story
    for file in story.files.values():
        lines = [line for line in story.lines if line.file_id == file.id]
        assert [line.version for line in lines] == list(range(1, file.version + 1))
        assert len({line.command_id for line in lines}) == len(lines), "one line per act"
        folds_again(file, lines)
        keeps_its_clocks(file, lines)
        knows_whose_data_it_holds(file, lines)
        survives_storage(file, lines)
    for line in story.lines:
        is_by_somebody_with_an_office(history, line)


def folds_again(file: File, lines: list[Line]) -> None:
    again = fold(file.id, file.kind, BY_STORED_NAME, lines)
    assert again == file


def knows_whose_data_it_holds(file: File, lines: list[Line]) -> None:
    """Whoever a text is sealed for, in whatever role: an erasure asks of all files that tell of the person."""
    assert subjects(file) >= {value.subject for line in lines for _, value in personal_values(line)}


def keeps_its_clocks(file: File, lines: list[Line]) -> None:
    running: dict[tuple[str, str], DutyStarted] = {}
    for line in lines:
        for started in line.starts:
            recounted(started)
            before = running.get((started.code, started.ref))
            assert before is None or started.due_at < before.due_at, f"{started.code} moved later"
            running[started.code, started.ref] = started
        for ended in line.ends:
            assert (ended.code, ended.ref) in running
            if ended.how is not DutyOutcome.LAPSED:
                del running[ended.code, ended.ref]
    assert running == file.running


def recounted(started: DutyStarted) -> None:
    duty = BY_CODE[started.code]
    by_act = any(r.term.kind is TermKind.BY_ACT for r in duty.rules if r.version == started.rule_version)
    due = due_at(duty, started.since, started.answers.unit.code, started.due_at if by_act else None)
    assert (due.instant, due.rule_version, due.basis) == (started.due_at, started.rule_version, started.basis)


def survives_storage(file: File, lines: list[Line]) -> None:
    sealed = [seal_all(line, PlainSight()) for line in lines]
    stored = [
        decode(line.file_id, line.version, line.stored_as, encode(line, PlainSight()), line.position, line.recorded_at)
        for line in lines
    ]
    assert stored == sealed
    kind = file.kind
    assert fold(file.id, kind, BY_STORED_NAME, stored) == fold(file.id, kind, BY_STORED_NAME, sealed)


def is_by_somebody_with_an_office(history: History, line: Line) -> None:
    by = line.by
    if by.role is Role.SYSTEM:
        assert by.person is None
        assert by.rule
        return
    assert by.person is not None
    assert by.office is not None
    tenures = history.tale.story.register.offices[by.office.id].tenures
    assert any(t.person == by.person for t in tenures)
    assert (by.office.role is by.role) != (by.delegation is not None)


def test_a_clock_that_moves_later_would_be_seen() -> None:
    """The negative control: the same check fails once a line says that a running clock ends later."""
    history = History()
    tale = history.tale.submitted()
    lines = [line for line in tale.story.lines if line.file_id == tale.case]
    keeps_its_clocks(tale.file, lines)
    (clock,) = lines[-1].starts
    later = replace(clock, since=clock.since + timedelta(days=7), due_at=clock.due_at + timedelta(days=7))
    with pytest.raises(AssertionError, match="T08 moved later"):
        keeps_its_clocks(tale.file, [*lines, replace(lines[-1], starts=(later,), ends=())])


def test_a_due_date_that_does_not_follow_from_the_law_would_be_seen() -> None:
    tale = History().tale.submitted()
    (clock,) = tale.story.lines[-1].starts
    recounted(clock)
    with pytest.raises(AssertionError):
        recounted(replace(clock, due_at=clock.due_at + timedelta(days=1)))
