"""How a report stands in the list of reports."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Annotated
from uuid import UUID

from domain.label import Label
from domain.law.harm import HarmKind
from domain.record.field import points_at
from domain.record.listed import Listed, taken
from domain.record.vocabulary import Kind, UnitRef
from domain.report.state import Channel, RejectionGround, ReportPhase


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportSummary:
    """A report in a list. Ask for the whole of it with `report(by: {id: ...})`."""

    number: str
    phase: ReportPhase
    channel: Channel | None
    harm_kinds: tuple[HarmKind, ...]
    danger_now: bool
    anonymous: bool
    received_at: datetime | None
    receiver: UnitRef | None
    place: UnitRef | None
    holder: UnitRef | None
    sent_to: UnitRef | None
    sent_at: datetime | None
    passed: int
    case: Annotated[UUID | None, points_at(Kind.CASE)]
    rejected_because: RejectionGround | None
    reporter_answered_at: datetime | None


REPORTS = Listed(
    name="reports",
    label=Label(vi="Danh sách tin báo", en="Reports"),
    row=ReportSummary,
    of=partial(taken, ReportSummary),
    found_by={
        "phases": "phase",
        "channels": "channel",
        "harm_kinds": "harm_kinds",
        "danger_now": "danger_now",
        "unit": "holder",
        "received_at": "received_at",
    },
    since="received_at",
)
