"""What every story has: its own draws, its files, and a short way to say who does what and when."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from hashlib import sha256
from itertools import count
from random import Random
from typing import Any, TypeVar
from uuid import UUID, uuid5

from domain.case.seeing.sightings import SightingTold
from domain.case.state.case import ENDED, Case
from domain.case.state.sighting import ChildView, WhyNotHeard
from domain.record.file import File, Lapsed
from domain.record.refusal import present
from domain.record.vocabulary import BAOVE, Attachment, Role, UnitRef, case_id, office_id
from domain.report.state import Report
from domain.unit.state import Level
from server.demo import hours, phrases
from server.demo.plots import Plot
from server.demo.stage import Stage, Step
from server.seed.places import bodies, territory

T = TypeVar("T")
BODIES = {place.ref.code: place.ref for place in bodies()}
CITY = next(p.ref for p in territory() if p.level is Level.PROVINCE and p.until is None)
PDF = "application/pdf"
WORKER, CHAIR, POLICE = Role.PROTECTION_WORKER, Role.COMMUNE_CHAIR, Role.COMMUNE_POLICE_HEAD
DEPUTY_SIGNS = 0.25


class Story:
    """The story of one report and of the case that may come of it."""

    def __init__(self, stage: Stage, plot: Plot) -> None:
        self.stage, self.plot = stage, plot
        self.draw = Random(f"{stage.seed}:{plot.number}")  # noqa: S311
        self.report_id = uuid5(BAOVE, f"{stage.seed}:report:{plot.number}")
        self.case_id = case_id(self.report_id)
        self._numbers = count(1)

    @property
    def now(self) -> datetime:
        """The instant of the step that was just taken."""
        return self.stage.time

    @property
    def report(self) -> Report:
        """The report as it now is."""
        return self.stage.files[self.report_id].state

    @property
    def file(self) -> File:
        """The case's file as it now is."""
        return self.stage.files[self.case_id]

    @property
    def case(self) -> Case:
        """The case as it now is."""
        return self.file.state

    @property
    def lead(self) -> UnitRef:
        """The commune that leads the case now."""
        return present(self.case.lead)

    def step(
        self,
        command: Any,
        unit: UnitRef | Callable[[], UnitRef],
        role: Role,
        at: datetime,
        *,
        file_id: UUID | None = None,
        **more: Any,
    ) -> Step:
        """A step on the case's file, or on another."""
        correlation = uuid5(BAOVE, f"story:{self.report_id}")
        if role is CHAIR and "by_deputy" not in more:
            more["by_deputy"] = self.chance(DEPUTY_SIGNS)
        return Step(
            at=at,
            file_id=file_id or self.case_id,
            command=command,
            unit=unit,
            role=role,
            correlation_id=correlation,
            **more,
        )

    def by_lead(self, command: Any, role: Role, at: datetime, **more: Any) -> Step:
        """A step of somebody in the commune that leads, unless the case has ended by then."""
        more.setdefault("when", self.lives)
        return self.step(command, lambda: self.lead, role, at, **more)

    def lives(self) -> bool:
        """Whether the case has not ended."""
        return self.case.phase not in ENDED

    def chance(self, share: float) -> bool:
        return self.draw.random() < share

    def one_of(self, things: Sequence[T]) -> T:
        return self.draw.choice(things)

    def minutes(self, least: float, most: float) -> datetime:
        """So many minutes from now, by day or night."""
        return self.now + timedelta(seconds=round(60 * self.draw.uniform(least, most)))

    def hours(self, least: float, most: float) -> datetime:
        return self.minutes(60 * least, 60 * most)

    def office_hours(self, least: float, most: float) -> datetime:
        """So many hours from now, at a time when offices are open."""
        return hours.office(self.hours(least, most), self.draw)

    def working_days(self, least: int, most: int) -> datetime:
        """On some working day, so many after today."""
        return hours.working_days(self.now, self.draw.randint(least, most), self.draw)

    def met(self, heard: float = 1.0) -> SightingTold:
        """The child was met and, in this share of cases, heard; a small one may be too young for it."""
        if self.chance(heard):
            return SightingTold(
                view=ChildView.HEARD, alone=self.chance(0.6), child_said=self.one_of(phrases.CHILD_SAYS)
            )
        why = WhyNotHeard.REFUSED if self.case.has_own_view(self.now) else WhyNotHeard.TOO_YOUNG
        return SightingTold(view=ChildView.NOT_HEARD, why_not_heard=why)

    def number(self, of: str) -> str:
        """The number of a decision or letter: `12-3/2026/QĐ-UBND`."""
        return f"{self.plot.number}-{next(self._numbers)}/{self.now.year}/{of}"

    def paper(self) -> tuple[Attachment, ...]:
        """A document that was attached."""
        content = f"{self.stage.seed}:{self.plot.number}:{next(self._numbers)}"
        digest = sha256(content.encode()).hexdigest()
        return (Attachment(sha256=digest, size_bytes=self.draw.randint(40_000, 900_000), media_type=PDF),)

    def settles(
        self, command: Any, at: datetime, but: Sequence[str] = (), *, report: bool = False, **more: Any
    ) -> Step:
        """The Chair ends the file, or lays it aside; the city Chair, where the Chair answers for a lapse of it."""

        def above() -> tuple[UnitRef, Role] | None:
            his = self._lapses_of_chair(report)
            return (CITY, Role.CITY_CHAIR) if any(lapse.code not in but for lapse in his) else None

        if report:
            return self.step(command, self.plot.place, CHAIR, at, file_id=self.report_id, above=above, **more)
        return self.by_lead(command, CHAIR, at, above=above, **more)

    def hindering(self, but: Sequence[str]) -> list[tuple[str, str]]:
        """Duties of the case that lapsed while the Chair of today answered, and that still run."""
        keys = {(each.code, each.ref) for each in self._lapses_of_chair() if each.code not in but}
        return sorted(keys & self.file.lapsed)

    def _lapses_of_chair(self, report: bool = False) -> list[Lapsed]:
        """The lapses of the case, or of the report, for which the Chair of today answers."""
        file, unit = (self.stage.files[self.report_id], self.plot.place) if report else (self.file, self.lead)
        chair = self.stage.register_cache.register.holder(office_id(unit.id, CHAIR), self.now)
        return [lapse for lapse in file.lapses if chair is not None and lapse.holder == chair.person]


def at_least(earliest: datetime, at: datetime) -> datetime:
    """The instant, or a little after the earliest that is possible."""
    return max(at, earliest + timedelta(minutes=5))
