"""Units and offices as clients see them."""

from __future__ import annotations

import strawberry

from domain.office import state as office_state
from domain.record.vocabulary import Kind, Role
from domain.unit import state as unit_state
from domain.unit.state import Extent
from server.schema.base.common import Label, Node, PageInfo, UnitThen
from server.schema.files.parts import As, shows


class RegisterRow:
    """A ready row of the register, with attributes named as the fields of the type it stands for."""

    __slots__ = ()
    stands_for = ""


@shows(Kind.OFFICE, office_state.Tenure, "person", "name", "since", "until", "acting", "decision_no")
class Tenure:
    """A person in an office for a time."""


@shows(Kind.OFFICE, office_state.Delegation, "document_no", "to_office", "since", "until")
class Delegation:
    """Power handed in writing to another office for a time."""


@strawberry.type(description="A unit that took over from another, or gave to it.")
class UnitLink:
    unit: UnitThen = strawberry.field(description="The other unit.")
    extent: Extent = strawberry.field(description="How much of the older unit passed on.")


@shows(Kind.OFFICE, office_state.EntryCorrection, "corrects", "fault", "was", "right", "paper_no")
class OfficeCorrection:
    """A line of an office that is read otherwise from its correction on; the line itself stays."""


@shows(Kind.UNIT, unit_state.EntryCorrection, "corrects", "fault", "was", "right", "paper_no")
class UnitCorrection:
    """A line of a unit that is read otherwise from its correction on; the line itself stays."""


@shows(
    Kind.OFFICE,
    office_state.Office,
    "seat",
    "title",
    "since",
    "until",
    As("tenures", part=Tenure),
    As("delegations", part=Delegation),
    As("corrections", part=OfficeCorrection),
)
class Office(Node):
    """A post in a unit, and who held it when."""

    role: Role = strawberry.field(description="Its role.")
    label: Label = strawberry.field(description="The role in words.")
    unit: UnitThen = strawberry.field(description="Its unit.")
    holder: Tenure | None = strawberry.field(description="Who held it at the instant asked about; null: vacant.")

    @classmethod
    def is_type_of(cls, obj: object, info: object) -> bool:
        """Rows of the register stand for it."""
        return isinstance(obj, RegisterRow) and obj.stands_for == "Office"


@shows(Kind.UNIT, unit_state.NameSince, "name", "since", "resolution_no")
class NameSince:
    """What a unit is called from a day on."""


@shows(
    Kind.UNIT,
    unit_state.Unit,
    *("level", "form", "since", "until"),
    As("renamed", part=NameSince),
    As("corrections", part=UnitCorrection),
)
class Unit(Node):
    """A unit. A code may be borne again after a reform: identity is code and date."""

    code: str = strawberry.field(description="Official code.")
    name: str = strawberry.field(description="Name at the instant asked about, or when it last was.")
    parent: UnitThen | None = strawberry.field(description="The unit above.")
    successors: list[UnitLink] = strawberry.field(description="Units that took over from it.")
    predecessors: list[UnitLink] = strawberry.field(description="Units of which it took over all or a part.")
    offices: list[Office] = strawberry.field(description="Its offices at the instant asked about, or when it last was.")

    @classmethod
    def is_type_of(cls, obj: object, info: object) -> bool:
        """Rows of the register stand for it."""
        return isinstance(obj, RegisterRow) and obj.stands_for == "Unit"


@strawberry.type(description="A unit in a list, with its cursor.")
class UnitEdge:
    cursor: str = strawberry.field(description="Place of the unit in this question.")
    node: Unit = strawberry.field(description="The unit.")


@strawberry.type(description="A page of units, by code.")
class UnitConnection:
    edges: list[UnitEdge] = strawberry.field(description="The units.")
    page_info: PageInfo = strawberry.field(description="Where the page stands.")
    total_count: int = strawberry.field(description="How many units match.")
