"""Units and offices as clients see them."""

from __future__ import annotations

import strawberry

from domain.record.vocabulary import Role
from domain.unit.state import Extent, Level
from server.schema.base.common import Label, Node, OfficeThen, PageInfo, UnitThen
from server.schema.base.scalars import Day, Instant


class RegisterRow:
    """A ready row of the register, with attributes named as the fields of the type it stands for."""

    __slots__ = ()
    stands_for = ""


@strawberry.type(description="A person in an office for a time.")
class Tenure:
    person_id: strawberry.ID = strawberry.field(description="The person.")
    name: str = strawberry.field(description="Name.")
    since: Instant = strawberry.field(description="From.")
    until: Instant | None = strawberry.field(description="Until, not included; null while it lasts.")
    acting: bool = strawberry.field(description="In charge without appointment.")
    decision_no: str = strawberry.field(description="Number of the decision.")


@strawberry.type(description="Power handed in writing to another office for a time.")
class Delegation:
    document_no: str = strawberry.field(description="Number of the document.")
    to_office: OfficeThen = strawberry.field(description="To which office.")
    since: Instant = strawberry.field(description="From.")
    until: Instant = strawberry.field(description="Until, not included.")


@strawberry.type(description="A unit that took over from another, or gave to it.")
class UnitLink:
    unit: UnitThen = strawberry.field(description="The other unit.")
    extent: Extent = strawberry.field(description="How much of the older unit passed on.")


@strawberry.type(description="A post in a unit, and who held it when.")
class Office(Node):
    role: Role = strawberry.field(description="Its role.")
    label: Label = strawberry.field(description="The role in words.")
    unit: UnitThen = strawberry.field(description="Its unit.")
    seat: int = strawberry.field(description="Numbers equal posts, from 1.")
    title: str = strawberry.field(description="Title, where it says more than the role.")
    since: Day | None = strawberry.field(description="First day; null for before the record.")
    until: Day | None = strawberry.field(description="First day on which it no longer is.")
    holder: Tenure | None = strawberry.field(description="Who held it at the instant asked about; null: vacant.")
    tenures: list[Tenure] = strawberry.field(description="Everybody who held it, in the order of entry.")
    delegations: list[Delegation] = strawberry.field(description="What was delegated from it.")

    @classmethod
    def is_type_of(cls, obj: object, info: object) -> bool:
        """Rows of the register stand for it."""
        return isinstance(obj, RegisterRow) and obj.stands_for == "Office"


@strawberry.type(description="A unit. A code may be borne again after a reform: identity is code and date.")
class Unit(Node):
    code: str = strawberry.field(description="Official code.")
    name: str = strawberry.field(description="Name.")
    level: Level | None = strawberry.field(description="Level of government, or sort of body.")
    form: str = strawberry.field(description="Form, such as phường, xã or đặc khu.")
    since: Day | None = strawberry.field(description="First day; null for before the record.")
    until: Day | None = strawberry.field(description="First day on which it no longer is.")
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
