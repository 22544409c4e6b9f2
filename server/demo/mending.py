"""Duties that lapsed while the Chair answered are met before the Chair decides: nobody decides over an own lapse."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from domain.case.assessment.assess_detailed import AssessDetailed
from domain.case.assessment.provide_information import ProvideInformation
from domain.case.assessment.verify_truth import VerifyTruth
from domain.case.movement.resume_case import ResumeCase
from domain.case.oversight.answer_direction import AnswerDirection
from domain.case.plan.decline_amendment import DeclineAmendment
from domain.case.plan.record_visit import RecordVisit
from domain.case.protection.cancel_no_contact import CancelNoContact
from domain.case.protection.complete_urgent_measure import CompleteUrgentMeasure
from domain.case.state.plan import Finding, Safety
from domain.law import duty
from server.demo import phrases
from server.demo.apart import not_kept_apart
from server.demo.protecting import safe_at_home
from server.demo.stage import Step, Tale
from server.demo.story import CHAIR, POLICE, WORKER, Story

MENDED_AT_MOST = 6


def cleared(story: Story, but: Sequence[str]) -> Tale:
    """Meet, one after another, the lapsed duties that bar the Chair from deciding now."""
    for _ in range(MENDED_AT_MOST):
        hindering = story.hindering(but)
        if not hindering:
            return
        step = mended(story, *hindering[0], story.minutes(5, 50))
        if step is None:
            return
        yield step


def mended(story: Story, code: str, ref: str, at: datetime) -> Step | None:
    """The act that meets a duty; None for those that only time or others can settle."""
    match code:
        case duty.VISIT_HIGH.code | duty.VISIT_MEDIUM.code | duty.VISIT_LOW.code | duty.TRACING.code:
            visit = RecordVisit(safety=Safety.SAFE, seen=story.one_of(phrases.SEEN), sighting=story.met())
            return story.by_lead(visit, WORKER, at)
        case duty.TRUTH_CHECK.code:
            found = VerifyTruth(findings=story.one_of(phrases.FINDINGS), sources=story.one_of(phrases.SOURCES))
            return story.by_lead(found, POLICE, at)
        case duty.INFORMATION.code:
            return story.by_lead(ProvideInformation(ref=ref, answer="Đã kiểm tra, cung cấp đầy đủ."), WORKER, at)
        case duty.DETAILED_ASSESSMENT.code:
            seen = story.one_of(phrases.SEEN)
            detail = AssessDetailed(
                child_state=seen,
                family=seen,
                capacity=seen,
                environment=seen,
                findings=(Finding.POVERTY,),
                sighting=story.met(),
            )
            return story.by_lead(detail, WORKER, at)
        case duty.AMENDMENT_DECISION.code:
            return story.by_lead(DeclineAmendment(), CHAIR, at, reason="Đã quá hạn, xem xét trong kế hoạch mới.")
        case duty.SUSPENDED_CHECK.code:
            return story.by_lead(ResumeCase(findings="Đã liên lạc lại được."), WORKER, at)
        case duty.URGENT_MEASURE_COMPLETION.code:
            return story.by_lead(CompleteUrgentMeasure(ref=ref, result=story.one_of(phrases.OUTCOMES)), WORKER, at)
        case duty.DIRECTION_ANSWER.code:
            return story.by_lead(AnswerDirection(ref=ref, done=story.one_of(phrases.DONE)), CHAIR, at)
        case duty.SEPARATION_END.code | duty.SEPARATION_DECISION.code:
            why = "Đã đánh giá lại, cháu an toàn khi ở với bà ngoại."
            return story.by_lead(not_kept_apart(story), CHAIR, at, reason=why)
        case duty.HOME_CHECK.code:
            return story.by_lead(safe_at_home(story), WORKER, at)
        case duty.NO_CONTACT_END.code:
            return story.by_lead(CancelNoContact(), CHAIR, at, reason="Không còn đe dọa.")
        case _:
            return None
