"""The year as a whole: every report of it as a story that begins at its hour."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID

from domain.case.state.case import LIVE, Phase, RiskLevel
from domain.law.term import ZONE
from domain.report.follow_ups import LinkReport
from domain.report.rejecting import may_be_as_old
from server.demo.above import LEVEL_ABOVE
from server.demo.apart import kept_away, separated
from server.demo.asides import asked, corrected, directed, disclosed, looked_into, tried
from server.demo.cast import communes
from server.demo.intake import earlier, on_report, rejected, taken_in, told_twice, waits
from server.demo.moving import died, drowned, found_unfounded, handed_over, merged, of_age, reopened, suspended
from server.demo.planning import planned
from server.demo.plots import Fate, Turn, plots
from server.demo.protecting import assessed, checked, first_days, opened, weighed_again
from server.demo.stage import Stage, Tale
from server.demo.story import WORKER, Story
from server.demo.visiting import gone, looked_after, nobody_there
from server.seed.register import REFORM, register_requests

SEED = "baove.year.1"
VISITED = (Turn.PLAN, Turn.NO_RISK, Turn.OF_AGE, Turn.DIES)
TAKES_NEWS = LIVE - {Phase.OPEN, Phase.VERIFYING, Phase.VERIFIED}


def prepare(stage: Stage, anchor: date, scale: float) -> datetime:
    """Put the register and the stories of the year before `anchor` on the agenda; says when the year begins."""
    begins = max(datetime.combine(anchor - timedelta(days=365), datetime.min.time(), ZONE), REFORM + timedelta(days=4))
    stage.reactions.update(LEVEL_ABOVE)
    stage.expect(register_requests(anchor))
    for plot in plots(anchor, begins, communes(stage.seed), stage.seed, scale):
        stage.begin(told(Story(stage, plot)))
    return begins


def told(story: Story) -> Tale:
    """From the report to whatever end it takes."""
    yield from taken_in(story)
    match story.plot.fate:
        case Fate.CASE:
            yield from opened(story)
            yield from run(story)
        case Fate.TWIN:
            yield from opened(story)
            yield from assessed(story)
            target = next((c for c in reversed(cases_with_news(story)) if c != story.case_id), None)
            yield from run(story) if target is None else merged(story, target)
        case Fate.LINKED:
            yield from linked(story)
        case Fate.DUPLICATE:
            first = earlier(story)
            yield from linked(story) if first is None else told_twice(story, first)
        case _:
            yield from rejected(story)


def run(story: Story) -> Tale:
    """A case from its first days on, with what happens beside it."""
    plot = story.plot
    beside(story)
    if plot.turn is Turn.DROWNED:
        yield from drowned(story)
        return
    if plot.turn is Turn.UNFOUNDED and story.chance(0.12):
        yield from nobody_there(story)
        yield from found_unfounded(story)
        return
    yield from first_days(story)
    if plot.turn in VISITED:
        story.stage.begin(looked_after(story))
    if plot.apart is not None:
        story.stage.begin(separated(story))
    if plot.turn is Turn.UNFOUNDED:
        yield from found_unfounded(story)
        return
    yield from checked(story)
    match plot.turn:
        case Turn.PLAN:
            yield from handed_over(story)
            yield from planned(story)
            if plot.reopens and story.case.phase is Phase.CLOSED:
                yield from once_more(story)
        case Turn.SUSPENDED:
            yield from gone(story)
            yield from suspended(story)
            if story.case.suspended_until is None:
                story.stage.begin(looked_after(story))
                yield from planned(story)
        case Turn.OF_AGE:
            yield from of_age(story)
        case Turn.DIES:
            yield from died(story)
        case _:
            return


def beside(story: Story) -> None:
    """What goes on beside the case itself."""
    plot, stage = story.plot, story.stage
    if story.chance(0.22) and plot.turn is not Turn.DROWNED:
        stage.begin(asked(story))
    if plot.no_contact:
        stage.begin(kept_away(story))
    if plot.directed:
        stage.begin(directed(story))
    if plot.discloses:
        stage.begin(disclosed(story))
    if story.chance(0.04):
        stage.begin(corrected(story))
    if story.chance(0.1):
        stage.begin(tried(story))
    stage.begin(looked_into(story))


def once_more(story: Story) -> Tale:
    """The case is reopened and goes the whole way again."""
    yield from reopened(story)
    yield from weighed_again(story, RiskLevel.MEDIUM, story.hours(1, 6))
    story.stage.begin(looked_after(story))
    yield from planned(story)


def linked(story: Story) -> Tale:
    """The report tells of a child that has a case: the worker links it and weighs the news."""
    known = cases_with_news(story)
    if not known:
        yield from rejected(story)
        return
    target = story.one_of(known[-6:])
    yield on_report(
        story,
        LinkReport(case=target, converted=False),
        story.plot.place,
        WORKER,
        story.minutes(20, 150),
        when=lambda: waits(story, story.report_id) and takes_news(story, target),
    )
    other = Story(story.stage, story.plot)
    other.case_id = target
    level = other.case.level or RiskLevel.LOW
    yield from weighed_again(other, level, other.hours(1, 5))


def cases_with_news(story: Story) -> list[UUID]:
    """The cases of the place that a further report may be about."""
    born, files = story.report.child_birth_year, story.stage.files
    of_age = [
        c for c in story.stage.cases_of[story.plot.place.id] if may_be_as_old(born, files[c].state.child_birth_year)
    ]
    return [c for c in of_age if takes_news(story, c)]


def takes_news(story: Story, case: UUID) -> bool:
    """Whether the case goes on, in no great danger, so that a further report is simply weighed."""
    state = story.stage.files[case].state
    return state.phase in TAKES_NEWS and not state.grave and state.protection.separation is None
