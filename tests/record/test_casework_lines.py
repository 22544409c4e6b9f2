"""Negative controls: what must hold between the lines is missed in a history that was told otherwise."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from uuid import UUID

import pytest

from domain.case.protection.against import AGAINST
from domain.case.state.case import RiskLevel
from domain.case.state.protection import MeasureKind
from domain.law import duty
from domain.law.harm import HarmKind
from domain.record.line import DutyEnded, DutyOutcome, Line
from domain.record.record_lapse import DutyLapsed
from server.record import mapper
from tests.record.casework import FAR_OFF, Casework
from tests.record.casework_lines import between_lines
from tests.record.histories import History
from tests.record.test_casework import some


def assessed() -> list[Line]:
    return list(History().tale.assessed(RiskLevel.HIGH).story.lines)


def ended(of: duty.Duty, how: DutyOutcome) -> tuple[DutyEnded, ...]:
    return (DutyEnded(code=of.code, ref="", how=how),)


def told(line: Line, stored_as: str, *ends: DutyEnded) -> Line:
    return replace(line, stored_as=stored_as, starts=(), ends=ends)


def test_what_is_sound_is_not_blamed() -> None:
    assert not [*between_lines(assessed())]


def test_a_grave_finding_that_is_talked_away_is_missed() -> None:
    lines = assessed()
    assert [*between_lines([*lines, told(lines[-1], "case.found_unfounded.3")])]
    off = ended(duty.URGENT_MEASURES, DutyOutcome.NOT_REQUIRED)
    assert [*between_lines([*lines, told(lines[-1], "case.risk_level_overridden.1", *off)])]
    assert not [*between_lines([*lines, told(lines[-1], "case.risk_level_overridden.1")])]


def test_a_report_that_goes_under_in_an_overdue_case_is_missed() -> None:
    lines = assessed()
    opened = next(n for n, line in enumerate(lines) if line.stored_as == "case.opened.1")
    lapse = told(lines[opened], "duty.lapsed.3", *ended(duty.INITIAL_RISK, DutyOutcome.LAPSED))
    joined = told(lines[opened], "case.report_joined.2")
    assert [*between_lines([*lines[: opened + 1], lapse, joined])]
    assert not [*between_lines([*lines[: opened + 1], joined])]


def test_a_miss_that_is_told_twice_is_missed() -> None:
    work = Casework().begin("work:0:49")
    for i in range(20):
        work.attempt(f"work:0:49:{i}")
    lines = work.tale.story.lines
    lapse = next(each for each in lines if isinstance(each.event, DutyLapsed) and each.event.code == "T03")
    assert not [*between_lines(lines)]
    assert [*between_lines([*lines, replace(lapse, file_id=UUID(int=1))])]


def as_it_was(instant: datetime) -> datetime:
    return instant


def test_an_instant_that_no_table_takes_is_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = assessed()
    received = next(line for line in lines if line.stored_as.startswith("report.received"))
    odd = replace(received, event=replace(received.event, received_at=received.event.received_at.astimezone(FAR_OFF)))
    assert not [*between_lines([odd])]
    monkeypatch.setattr(mapper, "settled", as_it_was)
    assert [*between_lines([odd])]


def test_evidence_that_counts_as_protection_is_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "domain.case.protection.against.AGAINST", {**AGAINST, MeasureKind.EVIDENCE: frozenset(HarmKind)}
    )
    with pytest.raises(AssertionError, match="T04 does not run"):
        some(0, 150)
