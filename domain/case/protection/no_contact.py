"""What the acts on no-contact orders share: since when the law knows them, and which request is open."""

from datetime import datetime

from domain.case.state.case import Case
from domain.law import duty
from domain.law.term import local_day


def in_force(at: datetime) -> bool:
    """Whether the law on no-contact orders was in force at the instant (Law 13/2022, from 01/07/2023)."""
    return duty.NO_CONTACT_DECISION.rules[0].in_force_from <= local_day(at)


def open_request(case: Case, ref: str | None) -> bool:
    """Whether a request of this reference waits for an answer."""
    return any(r.ref == ref and not r.decided for r in case.protection.no_contact_requests)
