"""An office's file: who held it when, by which title, and what was delegated from it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from domain.words import OfficeRef


class OfficePhase(StrEnum):
    """The life of an office."""

    UNKNOWN = "unknown"
    ESTABLISHED = "established"
    ENDED = "ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """A person in the office in [since, until). `acting`: in charge without appointment."""

    person: UUID
    name: str
    since: datetime
    until: datetime | None = None
    acting: bool = False
    decision_no: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Delegation:
    """Power handed in writing to another office in [since, until). `acts` are stored names; empty: all acts."""

    document_no: str
    to_office: OfficeRef
    since: datetime
    until: datetime
    acts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office: a role in a unit, its tenures and the delegations from it, in the order they were recorded."""

    phase: OfficePhase = OfficePhase.UNKNOWN
    ref: OfficeRef | None = None
    seat: int = 1
    title: str = ""
    since: date | None = None
    until: date | None = None
    tenures: tuple[Tenure, ...] = ()
    delegations: tuple[Delegation, ...] = ()

    def holder(self, at: datetime) -> Tenure | None:
        """Who held the office at the instant; an appointed holder goes before an acting one."""
        held = [t for t in self.tenures if t.since <= at and (t.until is None or at < t.until)]
        return next((t for t in held if not t.acting), held[0] if held else None)


def person_of(office: Office, person: UUID, at: datetime) -> Tenure | None:
    """The tenure under which `person` holds or acts in the office at the instant."""
    held = [
        t
        for t in office.tenures
        if t.person == person and t.since <= at and (t.until is None or at < t.until)
    ]
    return held[0] if held else None
