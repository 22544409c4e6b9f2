"""The first days of a case: opened, checked, assessed, confirmed; and urgent measures where danger is grave."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from domain.case.assessment.assess_initial_risk import AssessInitialRisk
from domain.case.assessment.confirm_risk import ConfirmRisk
from domain.case.assessment.override_risk import OverrideRisk
from domain.case.assessment.verify_truth import VerifyTruth
from domain.case.intake.open_case import OpenCase
from domain.case.protection.against import AGAINST, TAKES_FROM_HOME
from domain.case.protection.check_return_home import CheckReturnHome
from domain.case.protection.complete_urgent_measure import CompleteUrgentMeasure
from domain.case.protection.fail_urgent_measure import FailUrgentMeasure
from domain.case.protection.measures import MeasureWanted
from domain.case.protection.order_urgent_measure import OrderUrgentMeasure
from domain.case.seeing.sightings import SightingTold
from domain.case.state.case import FIRST_STEPS, RiskLevel
from domain.case.state.plan import Safety
from domain.case.state.protection import Measure, MeasureKind
from domain.case.state.sighting import ChildView
from domain.law import duty
from domain.record.refusal import present
from domain.record.vocabulary import Role, UnitRef
from server.demo import phrases
from server.demo.plots import Turn
from server.demo.stage import Tale
from server.demo.story import BODIES, CHAIR, POLICE, WORKER, Story, at_least


def opened(story: Story) -> Tale:
    """The worker opens the case from the report."""
    plot = story.plot
    known = plot.residence is not None or story.chance(0.8)
    command = OpenCase(
        report=story.report_id, place=plot.place, residence=(plot.residence or plot.place) if known else None
    )
    yield story.step(command, plot.place, WORKER, story.minutes(8, 60))
    story.stage.cases_of[plot.place.id].append(story.case_id)


def first_days(story: Story) -> Tale:
    """Assess and confirm within the hours that the law leaves; the truth is checked before, or after."""
    if story.chance(0.5) and story.plot.turn is not Turn.UNFOUNDED:
        yield from verified(story, story.minutes(10, 80))
    yield from assessed(story)
    yield from settled(story)


def checked(story: Story) -> Tale:
    """What was not checked before the assessment is checked after it."""
    if story.case.truth_verified_at is None:
        late = story.chance(0.16)
        yield from verified(story, story.office_hours(25, 40) if late else story.minutes(40, 500))


def verified(story: Story, at: datetime) -> Tale:
    """Somebody of the commune or its police checks the truth."""
    command = VerifyTruth(findings=story.one_of(phrases.FINDINGS), sources=story.one_of(phrases.SOURCES))
    role = story.one_of((WORKER, WORKER, POLICE, CHAIR))
    yield story.by_lead(
        command,
        role,
        at,
        when=lambda: story.case.phase in FIRST_STEPS and story.case.truth_verified_at is None,
    )


def assessed(story: Story) -> Tale:
    """The worker proposes a level within eight hours of the first receipt, mostly."""
    plot, receipt = story.plot, present(story.case.clock_start)
    hours = story.draw.uniform(8.3, 11) if plot.late_urgent or story.chance(0.04) else story.draw.uniform(1.5, 7.6)
    level = plot.level
    overridden = story.chance(0.08) and level is RiskLevel.MEDIUM
    if overridden:
        level = story.one_of((RiskLevel.LOW, RiskLevel.HIGH))
    command = AssessInitialRisk(
        level=level,
        findings=story.one_of(phrases.RISK_SEEN[level.value]),
        parent_is_harmer=plot.apart is not None,
        serious_danger=level is RiskLevel.HIGH,
        sighting=story.met(0.5 if plot.age >= 7 else 0.1),
    )
    if level is RiskLevel.HIGH and plot.apart is None and story.chance(0.15):
        unmet = replace(command, sighting=SightingTold(view=ChildView.NOT_MET))
        yield story.by_lead(unmet, WORKER, story.minutes(5, 60))
    yield story.by_lead(command, WORKER, at_least(story.now, receipt + timedelta(hours=hours)))


def unconfirmed(story: Story) -> bool:
    """The case goes on, and the level waits for the Chair."""
    return story.lives() and not story.case.risk_confirmed


def settled(story: Story) -> Tale:
    """The Chair settles the level and, in grave danger, orders measures: twelve hours from the first receipt."""
    plot, receipt = story.plot, present(story.case.clock_start)
    latest = receipt + timedelta(hours=11.6)
    at = story.minutes(8, 90)
    if plot.late_urgent:
        at = at_least(story.now, receipt + timedelta(hours=story.draw.uniform(12.4, 26)))
    elif at > latest > story.now:
        at = latest
    proposed = story.case.risk_proposed
    if proposed is plot.level:
        yield story.by_lead(ConfirmRisk(), CHAIR, at, when=lambda: unconfirmed(story))
    elif story.case.harm_found:
        seen = "Đã gặp cháu; người gây hại đã rời địa phương, có công an khu vực trông giữ."
        again = AssessInitialRisk(
            level=plot.level,
            findings=seen,
            serious_danger=plot.grave,
            sighting=story.met(),
        )
        yield story.by_lead(again, WORKER, at)
        confirmed = story.minutes(10, 90)
        yield story.by_lead(
            ConfirmRisk(), CHAIR, confirmed, when=lambda: story.lives() and not story.case.risk_confirmed
        )
    else:
        reason = "Đã gặp gia đình và công an; mức nguy cơ thực tế khác đề xuất."
        yield story.by_lead(OverrideRisk(level=plot.level, serious_danger=plot.grave), CHAIR, at, reason=reason)
    if story.case.grave and plot.apart is None:
        yield from measures_ordered(story)


def measures_ordered(story: Story) -> Tale:
    """What protects from this harm, and at times something beside it; by the police, the hospital or the shelter."""
    kinds = kinds_against(story)
    flagrant = story.chance(0.06)
    away = MeasureKind.SHELTER in kinds
    command = OrderUrgentMeasure(
        decision_no=story.number("QĐ-UBND"),
        carer_name="Cán bộ trực của trung tâm" if away else None,
        placement="Trung tâm Công tác xã hội" if away else None,
        child_view=story.one_of(phrases.CHILD_SAYS) if away else None,
        child_birth_year=story.plot.at.year - story.plot.age,
        measures=tuple(
            MeasureWanted(kind=kind, executor=executor(story, kind), until=story.hours(30, 90)) for kind in kinds
        ),
        instructions="Thực hiện ngay, báo cáo Chủ tịch trong ngày.",
        in_flagrante=flagrant,
    )
    yield story.by_lead(command, POLICE if flagrant else CHAIR, story.minutes(2, 20))
    for measure in story.case.protection.open_measures:
        story.stage.begin(carried_out(story, measure))


def kinds_against(story: Story) -> tuple[MeasureKind, ...]:
    """One kind of measure that helps against all the harm of the case, or two where none does alone."""
    harms = frozenset(story.case.harm_kinds)
    alone = [kind for kind in MeasureKind if harms <= AGAINST[kind]]
    if not alone:
        return MeasureKind.STOP_ACT, MeasureKind.SHELTER
    first = story.one_of(alone)
    others = [kind for kind in MeasureKind if kind is not first]
    return (first, story.one_of(others)) if story.chance(0.4) and first is not MeasureKind.SHELTER else (first,)


def executor(story: Story, kind: MeasureKind) -> UnitRef:
    match kind:
        case MeasureKind.MEDICAL:
            return BODIES["HP-BVTE"]
        case MeasureKind.SHELTER | MeasureKind.PSY_FIRST_AID:
            return BODIES["HP-TTCTXH"]
        case _:
            return story.lead


def carried_out(story: Story, measure: Measure) -> Tale:
    """Completed in time, mostly; a few fail."""
    provider = measure.executor.id != story.lead.id
    unit, role = (measure.executor, Role.SERVICE_PROVIDER) if provider else (story.lead, POLICE)
    late = story.chance(0.07)
    at = measure.until + timedelta(hours=story.draw.uniform(2, 20)) if late else story.hours(14, 28)
    yield min(at, measure.until) - timedelta(hours=story.draw.uniform(7, 10))
    yield from calmed(story, story.minutes(10, 60))
    at = max(at, story.minutes(5, 20))
    if story.chance(0.04) and not story.case.grave:
        yield story.step(
            FailUrgentMeasure(ref=measure.ref, result="Gia đình khóa cửa, không gặp được."), unit, role, at
        )
    else:
        result = story.one_of(phrases.OUTCOMES)
        told = CompleteUrgentMeasure(ref=measure.ref, result=result)
        yield story.step(told, unit, role, at, when=lambda: measure.ref in open_refs(story))
    if measure.kind in TAKES_FROM_HOME:
        yield from seen_at_home(story)


def open_refs(story: Story) -> list[str]:
    """The measures of which it is still to be told what came of them."""
    return [measure.ref for measure in story.case.protection.open_measures]


def calmed(story: Story, at: datetime) -> Tale:
    """Before protection ends the worker sees whether the danger is over; while it stands nothing is ended."""
    yield at
    if story.lives() and story.case.grave and story.case.protection.separation is None:
        yield from weighed_again(story, RiskLevel.MEDIUM, story.minutes(5, 30))


def seen_at_home(story: Story) -> Tale:
    """The worker sees the child at home within a day of its return, mostly."""
    at = story.hours(26, 40) if story.chance(0.06) else story.hours(2, 20)
    yield story.by_lead(safe_at_home(story), WORKER, at, when=lambda: came_home(story))


def safe_at_home(story: Story) -> CheckReturnHome:
    return CheckReturnHome(
        child_met=True,
        safety=Safety.SAFE,
        seen=story.one_of(phrases.SEEN),
        child_view=story.one_of(phrases.CHILD_SAYS),
    )


def came_home(story: Story) -> bool:
    """Whether the child came home and was not seen there yet."""
    return story.lives() and any(code == duty.HOME_CHECK.code for code, _ in story.file.running)


def weighed_again(story: Story, level: RiskLevel, at: datetime, *, carers_safe: bool | None = None) -> Tale:
    """A later assessment, confirmed."""
    command = AssessInitialRisk(
        level=level,
        findings=story.one_of(phrases.RISK_SEEN[level.value]),
        parent_is_harmer=level is RiskLevel.HIGH and story.plot.apart is not None,
        serious_danger=level is RiskLevel.HIGH,
        carers_safe=carers_safe,
        sighting=story.met(),
    )
    yield story.by_lead(command, WORKER, at)
    yield story.by_lead(
        ConfirmRisk(),
        CHAIR,
        story.minutes(20, 300),
        when=lambda: story.lives() and not story.case.risk_confirmed,
    )
