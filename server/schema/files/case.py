"""A case as clients see it."""

from domain.case.kind import CASE
from domain.case.state import case as state
from domain.record.vocabulary import Kind
from server.schema.files.case_parts import (
    CarePlacement,
    ChildContact,
    CorrectionWaiting,
    DeathTold,
    DirectionNow,
    InformationAsked,
    LeadHandover,
    NoContactOrder,
    PlanNow,
    SeparationOrder,
    UrgentMeasure,
)
from server.schema.files.file_now import FileNow
from server.schema.files.parts import As, shows
from server.schema.files.same_child import OtherFileOfChild
from server.schema.files.view import FileView


@shows(
    Kind.CASE,
    state.Case,
    "number",
    "phase",
    As("risk", "level"),
    "risk_confirmed",
    "harm_kinds",
    "clock_start",
    "place",
    "residence",
    "lead",
    "opened_at",
    "closed_at",
    "reports",
    As("urgent_measures", "protection.measures", UrgentMeasure),
    As("separations", "protection.separations", SeparationOrder),
    As("no_contact_orders", "protection.no_contacts", NoContactOrder),
    As("plan", part=PlanNow),
    As("contact", part=ChildContact),
    As("placements", "care.placements", CarePlacement),
    As("directions", part=DirectionNow),
    As("information", part=InformationAsked),
    As("handovers", part=LeadHandover),
    As("deaths", part=DeathTold),
    As("same_child", part=OtherFileOfChild),
    As("correction", part=CorrectionWaiting),
)
class Case(FileNow):
    """A protection case."""


CASE_VIEW = FileView(
    kind=CASE,
    shape=Case,
    noun="a case",
    shown="The case as it now is, for who may see it.",
    by_id=True,
)
