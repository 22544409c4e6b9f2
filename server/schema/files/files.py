"""Files as clients see them: what they now are, folded from their own lines."""

from __future__ import annotations

from typing import Any

import strawberry

from domain.case.state.case import Phase, RiskLevel
from domain.law.harm import HarmKind
from domain.record.file import File
from domain.report.state import Channel, ReportPhase
from server.schema.base.common import DutyStart, Node, UnitThen, unit_then
from server.schema.base.detail import Detail, details_of_file
from server.schema.base.entry import started
from server.schema.base.ids import FILE_TYPES, global_id, position_token
from server.schema.base.scalars import Instant
from server.schema.files.case_parts import (
    CarePlacement,
    DirectionNow,
    InformationAsked,
    LeadHandover,
    NoContactOrder,
    PlanNow,
    SeparationOrder,
    UrgentMeasure,
    parts_of,
)


@strawberry.type(description="What every file has.")
class FileNow(Node):
    version: int = strawberry.field(description="Number of lines; give it back as `expectedVersion`.")
    position: str = strawberry.field(description="Position token of the last line.")
    running: list[DutyStart] = strawberry.field(description="Clocks that run on the file.")
    facts: list[Detail] = strawberry.field(description="Everything the file says, masked where it is personal.")


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


@strawberry.type(description="A protection case.")
class Case(FileNow):
    number: str = strawberry.field(description="Official number.")
    phase: Phase = strawberry.field(description="Where it stands.")
    risk: RiskLevel | None = strawberry.field(description="Level of risk as last proposed or confirmed.")
    risk_confirmed: bool = strawberry.field(description="Whether the Chair has confirmed the level.")
    harm_kinds: list[HarmKind] = strawberry.field(description="Kinds of harm.")
    clock_start: Instant | None = strawberry.field(description="First receipt of any linked report.")
    place: UnitThen | None = strawberry.field(description="Where it happened.")
    residence: UnitThen | None = strawberry.field(description="Where the child lives, if known.")
    lead: UnitThen | None = strawberry.field(description="The unit in the lead.")
    opened_at: Instant | None = strawberry.field(description="When it was opened.")
    closed_at: Instant | None = strawberry.field(description="When it was closed.")
    report_ids: list[strawberry.ID] = strawberry.field(description="Reports linked to it.")
    urgent_measures: list[UrgentMeasure] = strawberry.field(description="Urgent measures, in their order.")
    separations: list[SeparationOrder] = strawberry.field(description="Separations, in their order.")
    no_contact_orders: list[NoContactOrder] = strawberry.field(description="No-contact orders, in their order.")
    plan: PlanNow = strawberry.field(description="The plan of the current round.")
    placements: list[CarePlacement] = strawberry.field(description="Stays in alternative care, in their order.")
    directions: list[DirectionNow] = strawberry.field(description="Directions from above.")
    information: list[InformationAsked] = strawberry.field(description="Information asked of other bodies.")
    handovers: list[LeadHandover] = strawberry.field(description="How the lead passed on.")


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


def case_of(file: File, opened: dict[str, str | None] | None = None) -> Case:
    """The case that a folded file is."""
    state = file.state
    return Case(
        **file_now(file, opened or {}),
        number=state.number,
        phase=state.phase,
        risk=state.level,
        risk_confirmed=state.risk_confirmed,
        harm_kinds=list(state.harm_kinds),
        clock_start=state.clock_start,
        place=unit_then(state.place),
        residence=unit_then(state.residence),
        lead=unit_then(state.lead),
        opened_at=state.opened_at,
        closed_at=state.closed_at,
        report_ids=[strawberry.ID(global_id("Report", r)) for r in state.reports],
        **parts_of(state, opened or {}),
    )


def file_now(file: File, opened: dict[str, str | None]) -> dict[str, Any]:
    """The fields that every file has."""
    return {
        "id": strawberry.ID(global_id(FILE_TYPES[file.kind], file.id)),
        "version": file.version,
        "position": position_token(file.position),
        "running": [started(s) for s in file.running.values()],
        "facts": details_of_file(file.kind, file.state, opened),
    }
