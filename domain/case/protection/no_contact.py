"""What the acts on no-contact orders share: since when the law knows them, and which request is open."""

from datetime import datetime
from typing import Any

from domain.case.clocks import chair_of_actor, now, own_ref, until_event
from domain.case.state.case import Case
from domain.law import duty
from domain.law.term import local_day
from domain.record.act import Starts


def in_force(at: datetime) -> bool:
    """Whether the law on no-contact orders was in force at the instant (Law 13/2022, from 01/07/2023)."""
    return duty.NO_CONTACT_DECISION.rules[0].in_force_from <= local_day(at)


def open_request(case: Case, ref: str | None) -> bool:
    """Whether a request of this reference waits for an answer."""
    return any(r.ref == ref and not r.decided for r in case.protection.no_contact_requests)


ORDERED_NO_CONTACT: tuple[Starts[Case, Any], ...] = (
    Starts(duty=duty.NO_CONTACT_LIMIT, since=now, answers=chair_of_actor, refs=own_ref),
    Starts(duty=duty.NO_CONTACT_END, since=now, answers=chair_of_actor, refs=own_ref, by_act=until_event),
)
