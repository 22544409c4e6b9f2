"""The towns in which the clock speaks before each act of a person, as on the server: what ran out is on the record."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid5

from domain.case.assessment.find_unfounded import FindUnfounded
from domain.case.movement.close_case import CloseCase
from domain.case.movement.closure import CloseGround
from domain.case.plan.record_visit import RecordVisit
from domain.case.protection.measures import MeasureWanted
from domain.case.protection.order_urgent_measure import OrderUrgentMeasure
from domain.case.state.case import LIVE
from domain.case.state.plan import Safety
from domain.case.state.protection import MeasureKind
from domain.law.harm import HarmKind
from domain.record.line import Line
from domain.record.vocabulary import BAOVE, UnitRef
from domain.report.receive_report import ReceiveReport
from domain.report.state import Channel
from server.record.overdue import overdue
from tests.cases.casefile import Person, Story, instant
from tests.cases.plan_ground import PlanStory
from tests.cases.protection_ground import Town
from tests.cases.sightings import heard

UNTRUE = FindUnfounded(decision_no="33/QĐ-UBND", findings="Không có gì.", sources="Gặp gia đình.")
CLOSE = CloseCase(decision_no="151/QĐ-UBND", ground=CloseGround.SAFE_AND_STABLE, grounds="Đủ điều kiện theo Điều 30.")
BEATEN = RecordVisit(
    safety=Safety.DANGER, seen="Cháu bị nhốt, có vết roi mới.", sighting=heard("Đêm qua bố đánh cháu.")
)


def settle(story: Story, file_id: UUID, at: str) -> None:
    """The clock has told what of the file had run out by then."""
    if file_id in story.files:
        for request in overdue(story.files[file_id], instant(at)):
            story.when(file_id, request.command, by=None, at=at)


class WatchedTown(Town):
    """An Biên and Kiến An, watched."""

    def given(self, command: Any, *, by: Person, at: str, **more: Any) -> Line:
        settle(self.story, self.case, at)
        return super().given(command, by=by, at=at, **more)

    def when(self, command: Any, *, by: Person | None, at: str, **more: Any) -> Story:
        settle(self.story, self.case, at)
        return super().when(command, by=by, at=at, **more)


class WatchedPlan(PlanStory):
    """The case of the plans, watched, and with the visits made on which its stories do not insist."""

    VISITS = ("2026-03-09T09:00", "2026-03-16T09:00", "2026-03-23T09:00", "2026-03-30T09:00", "2026-04-06T09:00")
    CALM = RecordVisit(safety=Safety.CONCERN, seen="Cháu ít nói.", sighting=heard("Cháu ở nhà bình thường."))

    def __init__(self, child_birth_year: int | None = 2015) -> None:
        super().__init__(child_birth_year)
        self.made: set[str] = set()

    def up_to(self, at: str) -> None:
        """What happens until then without being told in the story."""
        if self.case not in self.story.files or not self.now.assessments:
            return
        for day in self.VISITS:
            if day < at and day not in self.made:
                self.made.add(day)
                if self.now.phase in LIVE:
                    super().given(self.CALM, self.lan, day)
        settle(self.story, self.case, at)

    def given(self, command: Any, by: Person, at: str, **more: Any) -> Line:
        self.up_to(at)
        return super().given(command, by, at, **more)

    def when(self, command: Any, by: Person | None, at: str, **more: Any) -> Story:
        self.up_to(at)
        return super().when(command, by, at, **more)


def file_of(name: str) -> UUID:
    """The id of a file that a story names."""
    return uuid5(BAOVE, f"story:watched {name}")


def orders(
    executor: UnitRef, until: str, kind: MeasureKind = MeasureKind.GUARD, no: str = "31", **more: Any
) -> OrderUrgentMeasure:
    """One urgent measure."""
    wanted = MeasureWanted(kind=kind, executor=executor, until=instant(until))
    return OrderUrgentMeasure(decision_no=f"{no}/QĐ-UBND", measures=(wanted,), **more)


def tells(
    place: UnitRef, at: str, *harms: HarmKind, danger: bool = True, name: str = "Trần Thị B", born: int = 2018
) -> ReceiveReport:
    """A report of another child."""
    return ReceiveReport(
        channel=Channel.PHONE,
        received_at=instant(at),
        place=place,
        harm_kinds=harms or (HarmKind.SEXUAL_ABUSE,),
        narrative="Nội dung tin báo.",
        danger_now=danger,
        child_name=name,
        child_birth_year=born,
    )


def clocks(ground: Town | PlanStory, code: str) -> list[str]:
    """The references under which the duty runs on the ground's case."""
    return [ref for running, ref in ground.file.running if running == code]


def named(ground: Town | PlanStory) -> list[tuple[str, str | None]]:
    """Which lapses the lines tell, of which holder."""
    told = (line.event for line in ground.story.lines if line.stored_as.startswith("duty.lapsed"))
    return [(event.code, event.holder_name) for event in told]


def was_recorded(story: Story) -> bool:
    """Whether the act that was tried last came to be a line."""
    return story.last.line is not None
