"""What the acts on no-contact orders share: since when the law knows them, what is open, how long one lasts."""

from datetime import datetime

from domain.case.refusals import END_ALREADY_PAST
from domain.case.state.case import Case
from domain.law import duty
from domain.law.term import local_day
from domain.record.act import Check, DecisionContext, Refusal

NO_CONTACT_HOLDS = Refusal(
    "no_contact_holds",
    vi="Quyết định cấm tiếp xúc trước vẫn còn hiệu lực.",
    en="The former no-contact order still holds.",
)
NO_CONTACT_TOO_LONG = Refusal(
    "no_contact_too_long", vi="Mỗi lần cấm tiếp xúc không quá 3 ngày.", en="A no-contact order lasts 3 days at most."
)
NEW_ORDER_REFUSALS = (NO_CONTACT_HOLDS, NO_CONTACT_TOO_LONG)


def in_force(at: datetime) -> bool:
    """Whether the law on no-contact orders was in force at the instant (Law 13/2022, from 01/07/2023)."""
    return duty.NO_CONTACT_DECISION.rules[0].in_force_from <= local_day(at)


def open_request(case: Case, ref: str | None) -> bool:
    """Whether a request of this reference waits for an answer."""
    return any(r.ref == ref and not r.decided for r in case.protection.no_contact_requests)


def may_last(case: Case, until: datetime, context: DecisionContext) -> list[Check]:
    """The checks for `insist` of a new order: none holds, and it ends after now and within three days."""
    held = case.protection.no_contact
    longest = duty.due_at(duty.NO_CONTACT_LIMIT, context.occurred_at).instant
    return [
        (held is None or held.over, NO_CONTACT_HOLDS),
        (until > context.occurred_at, END_ALREADY_PAST, "until"),
        (until <= longest, NO_CONTACT_TOO_LONG, "until"),
    ]
