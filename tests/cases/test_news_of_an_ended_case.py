"""News that comes to a case that ended waits for nobody who ended it: who sees the child opens it again."""

from domain.case.movement.reopen_case import ReopenCase
from domain.case.state.case import Phase, RiskLevel
from domain.report.follow_ups import LinkReport
from tests.cases.casefile import instant
from tests.cases.protection_ground import Town, risk
from tests.cases.watched import UNTRUE, WatchedTown, clocks

NEWS = ReopenCase(new_fact="Có tin báo mới.", known_at=instant("2026-03-05T08:00"))


def ended() -> WatchedTown:
    """A case that was found untrue."""
    town = WatchedTown()
    town.opened()
    town.given(risk(RiskLevel.NONE), by=town.lan, at="2026-03-02T09:30")
    town.given(UNTRUE, by=town.thang, at="2026-03-02T09:40")
    return town


def told_of(town: Town) -> None:
    report = town.told(at="2026-03-05T08:00")
    town.story.given(report, LinkReport(case=town.case), by=town.lan, at="2026-03-05T08:01")


def test_the_worker_opens_a_case_again_to_which_news_came_and_each_clock_runs_once() -> None:
    town = ended()
    told_of(town)
    assert (clocks(town, "T03"), clocks(town, "T04")) == (["2"], ["2"])
    town.given(NEWS, by=town.lan, at="2026-03-05T08:10", reason="Có tin báo mới.")
    assert town.now.phase is Phase.OPEN
    assert (clocks(town, "T03"), clocks(town, "T04")) == (["2"], ["2"]), "one piece of news is one clock"
    town.given(risk(RiskLevel.HIGH, serious_danger=True), by=town.lan, at="2026-03-05T08:30")
    assert clocks(town, "T03") == []


def test_the_police_do_so_as_well_and_nobody_without_news() -> None:
    town = ended()
    for somebody in (town.lan, town.son):
        town.when(NEWS, by=somebody, at="2026-03-05T08:10", reason="Xem lại.").refused("no_news_waits")
    told_of(town)
    town.given(NEWS, by=town.son, at="2026-03-05T08:10", reason="Có tin báo mới.")
    assert town.now.phase is Phase.OPEN
