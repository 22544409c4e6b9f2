"""The parts of a case as clients see them: what protects the child, the plan, care, directions."""

from domain.case.state.care import Placement
from domain.case.state.dealings import Correction, Direction, Handover, InformationRequest
from domain.case.state.death import ChildDeath
from domain.case.state.plan import Plan, PlanItem
from domain.case.state.protection import Measure, NoContact, Separation
from domain.case.state.sighting import Contact, Search, Seen
from domain.record.vocabulary import Kind
from server.schema.files.parts import As, shows


@shows(Kind.CASE, Measure, "ref", "kind", "executor", "until", "outcome")
class UrgentMeasure:
    """An urgent measure: who carries it out and until when."""


@shows(
    Kind.CASE,
    Separation,
    "ref",
    "ground",
    "since",
    "until",
    As("latest", nullable=True),
    "extensions",
    "ended",
    "ended_at",
)
class SeparationOrder:
    """The child kept away from its parents or carers, for 15 days at most."""


@shows(Kind.CASE, NoContact, "ref", "since", "until", "over")
class NoContactOrder:
    """A person kept away from the child."""


@shows(Kind.CASE, PlanItem, "ref", "service", "measure", "provider", "due", "status")
class PlanItemNow:
    """One thing to be done for the child."""


@shows(
    Kind.CASE,
    Plan,
    "round",
    "level",
    "goals",
    As("items", part=PlanItemNow),
    "submitted_at",
    "returns",
    "decision_no",
    "approved_at",
    "starts_on",
    "ends_on",
    "visits",
    "amendments",
)
class PlanNow:
    """The plan of the current round."""


@shows(Kind.CASE, Placement, "ref", "kind", "facility", "since", "monitored", "found", "ended")
class CarePlacement:
    """A stay in alternative care."""


@shows(Kind.CASE, Direction, "ref", "by", "due_at", "answered")
class DirectionNow:
    """What a higher level told the unit to do."""


@shows(Kind.CASE, InformationRequest, "ref", "from_body", "asked_at", "provided", "refused")
class InformationAsked:
    """Information asked of another body."""


@shows(
    Kind.CASE,
    ChildDeath,
    "number",
    "standing",
    "died_at",
    "reported_by",
    "reported_at",
    "source",
    "source_no",
    "settled_by",
    "settled_at",
)
class DeathTold:
    """What was told of the child's death and what became of it."""


@shows(Kind.CASE, Handover, "from_unit", "to_unit", "at")
class LeadHandover:
    """The lead passed from one unit to another."""


@shows(Kind.CASE, Correction, "number", "place", "residence", "child_birth_year", "harm_dropped")
class CorrectionWaiting:
    """What is to be read otherwise once somebody else has confirmed it."""


@shows(Kind.CASE, Seen, "at", "occasion", "view", "alone", "why_not_heard")
class ChildSighting:
    """Whether the child was met and heard at one time."""


@shows(Kind.CASE, Search, "ref", "since", "ended_at", "outcome", "found_in")
class ChildSearch:
    """A search for the child."""


@shows(
    Kind.CASE,
    Contact,
    As("sightings", part=ChildSighting),
    "attempts",
    "missed",
    As("searches", part=ChildSearch),
)
class ChildContact:
    """When the child was met, visits that did not meet it, and searches for it."""
