"""Who may settle that a child died, and who must: another body than told it, and nobody who answers for a lapse."""

from datetime import datetime
from typing import Any

from domain.case.clocks import chair_of_lead, guide_of_lead
from domain.case.state.case import Case
from domain.case.state.death import ChildDeath
from domain.record.act import Check, DecisionContext, Refusal, present
from domain.record.answering import is_barred, not_barred
from domain.record.fields import OfficeRef
from domain.record.refusals import ANSWERABLE_FOR_LAPSE, HAPPENED_IN_FUTURE
from domain.record.who import Role

DEATH_NOT_REPORTED = Refusal(
    "death_not_reported",
    vi="Không có tin trẻ em tử vong nào đang chờ xác nhận. Đề nghị báo trẻ em tử vong trước.",
    en="No report of a death waits to be confirmed. Report it first.",
)
DEATH_BEFORE_ITS_REPORT = Refusal(
    "death_before_its_report",
    vi="Chỉ xác nhận hoặc bác bỏ sau khi việc trẻ em tử vong đã được báo.",
    en="A death is confirmed or refuted after it was reported.",
)
DEATH_BY_ANOTHER_BODY = Refusal(
    "death_by_another_body",
    vi="Cơ quan đã báo trẻ em tử vong không được tự xác nhận. Đề nghị để cơ quan khác xác nhận.",
    en="The body that reported the death may not confirm it. Another body must.",
)
MET_BEFORE_THE_DEATH = Refusal(
    "met_before_the_death",
    vi="Phải gặp trẻ em còn sống sau thời điểm được báo là tử vong.",
    en="The child must have been met alive after the time at which it is said to have died.",
)


SETTLES_A_DEATH = (DEATH_NOT_REPORTED, DEATH_BEFORE_ITS_REPORT, ANSWERABLE_FOR_LAPSE)


def may_settle_it(told: ChildDeath, context: DecisionContext) -> list[Check]:
    """The checks for `insist` of what settles a report of a death: it comes after it, from nobody with a lapse."""
    return [(told.reported_at <= context.occurred_at, DEATH_BEFORE_ITS_REPORT, "occurred_at"), not_barred(context)]


def by_another_body(told: ChildDeath, context: DecisionContext) -> Check:
    """That who acts does not belong to the body that told of the death."""
    return (not _of_the_body(told, present(context.by.office), context.by.role, context), DEATH_BY_ANOTHER_BODY)


def met_after(told: ChildDeath, met_at: datetime, context: DecisionContext) -> list[Check]:
    """That the child was met after the claimed death: an earlier meeting shows nothing."""
    return [
        (told.died_at < met_at, MET_BEFORE_THE_DEATH, "met_at"),
        (met_at <= context.at, HAPPENED_IN_FUTURE, "met_at"),
    ]


def who_must_confirm(case: Case, event: Any, context: DecisionContext) -> OfficeRef:
    """The Chair of the unit in the lead; the department, else the city, where that office may not confirm it."""
    told = present(case.death_reported)
    city = context.register.city(context.at)
    heads = (chair_of_lead(case, event, context), guide_of_lead(case, event, context))
    able = (head for head in heads if not kept_from_it(told, head, context))
    above = context.register.head_of(city, context.at) if city is not None else heads[-1]
    return next(able, above)


def kept_from_it(told: ChildDeath, head: OfficeRef, context: DecisionContext) -> bool:
    return _of_the_body(told, head, head.role, context) or is_barred(head, context)


def _of_the_body(told: ChildDeath, office: OfficeRef, role: Role, context: DecisionContext) -> bool:
    """Whether the office is of the body that told of the death; the commune police are a body of their own."""
    police = Role.COMMUNE_POLICE_HEAD
    same_unit = context.register.same(told.reported_by.unit, office.unit, context.at)
    return same_unit and (told.reported_as is police) == (role is police)
