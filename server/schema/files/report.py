"""A report as clients see it."""

from __future__ import annotations

import strawberry

from domain.law.harm import HarmKind
from domain.record.file import File
from domain.report.kind import REPORT
from domain.report.state import Channel, ReportPhase
from server.schema.base.common import UnitThen, unit_then
from server.schema.base.ids import global_id
from server.schema.base.scalars import Instant
from server.schema.files.file_now import FileNow, file_now
from server.schema.files.view import FileView


@strawberry.type(description="A report: what was told, who holds it, what became of it.")
class Report(FileNow):
    number: str = strawberry.field(description="Official number, given to the reporter.")
    phase: ReportPhase = strawberry.field(description="Where it stands.")
    channel: Channel | None = strawberry.field(description="How it came.")
    received_at: Instant | None = strawberry.field(description="First receipt by any receiver.")
    place: UnitThen | None = strawberry.field(description="Where it happened.")
    holder: UnitThen | None = strawberry.field(description="Who has it now.")
    harm_kinds: list[HarmKind] = strawberry.field(description="Kinds of harm told.")
    danger_now: bool = strawberry.field(description="Whether the child was in danger as told.")
    case_id: strawberry.ID | None = strawberry.field(description="The case it belongs to.")


def report_of(file: File, opened: dict[str, str | None] | None = None) -> Report:
    """The report that a folded file is."""
    state = file.state
    return Report(
        **file_now(file, opened or {}),
        number=state.number,
        phase=state.phase,
        channel=state.channel,
        received_at=state.received_at,
        place=unit_then(state.place),
        holder=unit_then(state.holder),
        harm_kinds=list(state.harm_kinds),
        danger_now=state.danger_now,
        case_id=strawberry.ID(global_id("Case", state.case)) if state.case else None,
    )


REPORT_VIEW = FileView(
    kind=REPORT,
    shape=Report,
    noun="a report",
    shown="The report as it now is, for who may see it.",
    of=report_of,
    by_id=True,
)
