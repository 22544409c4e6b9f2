"""A case as clients see it."""

from __future__ import annotations

import strawberry

from domain.case.kind import CASE
from domain.case.state.case import Phase, RiskLevel
from domain.law.harm import HarmKind
from domain.record.file import File
from server.schema.base.common import UnitThen, unit_then
from server.schema.base.ids import global_id
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
    fields_of_parts,
)
from server.schema.files.file_now import FileNow, file_now
from server.schema.files.view import FileView


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
        **fields_of_parts(state, opened or {}),
    )


CASE_VIEW = FileView(
    kind=CASE,
    shape=Case,
    noun="a case",
    shown="The case as it now is, for who may see it.",
    of=case_of,
    by_id=True,
)
