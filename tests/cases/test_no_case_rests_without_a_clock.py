"""From the first receipt to the end there is always a duty that runs: doing nothing is never in time."""

import pytest

from domain.case.assessment.confirm_risk import ConfirmRisk
from domain.case.movement.close_case import CloseCase
from domain.case.movement.closure import CloseGround
from domain.case.state.case import ENDED, RiskLevel
from domain.record.record_lapse import RecordLapse
from domain.record.vocabulary import Role
from tests.cases.plan_ground import DETAILED, PlanStory
from tests.cases.protection_ground import Town


@pytest.mark.parametrize("level", RiskLevel)
def test_a_settled_level_leaves_the_next_step_to_do(level: RiskLevel) -> None:
    town = Town().assessed(level)
    town.given(ConfirmRisk(), by=town.thang, at="2026-03-02T10:00")
    assert "P05" in town.running


def test_a_meeting_that_nobody_holds_lapses_for_the_chair() -> None:
    tale = PlanStory().assessed()
    tale.lan_does(DETAILED, "2026-03-03T15:00")
    assert tale.due("P24:1") == "2026-03-07T00:00"
    line = tale.story.system(tale.case, RecordLapse(code="P24", ref="1"), at="2026-03-07T00:00")
    assert (line.event.answers.role, line.event.holder_name) == (Role.COMMUNE_CHAIR, "Vũ Đức Thắng")


def test_at_every_step_of_the_procedure_something_is_due() -> None:
    tale = PlanStory().reviewed()
    tale.thang_does(
        CloseCase(decision_no="151/QĐ-UBND", ground=CloseGround.SAFE_AND_STABLE, grounds="Đủ điều kiện."),
        "2026-04-09T09:00",
    )
    running, seen = set[tuple[str, str]](), 0
    for line in tale.story.lines:
        if line.file_id == tale.case:
            running |= {(started.code, started.ref) for started in line.starts}
            running -= {(ended.code, ended.ref) for ended in line.ends}
            seen += 1
            assert running or line.stored_as == "case.closed.3", line.stored_as
    assert seen == 17
    assert tale.now.phase in ENDED
    assert not tale.file.running
