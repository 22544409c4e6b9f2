"""Inputs and mutations of the acts on a unit."""

from uuid import UUID

import strawberry

from domain.record.vocabulary import unit_id
from domain.unit.end_unit import END_UNIT, EndUnit
from domain.unit.establish_unit import ESTABLISH_UNIT, EstablishUnit
from domain.unit.form_commune_group import FORM_COMMUNE_GROUP, FormCommuneGroup
from domain.unit.merge_unit import MERGE_UNIT, MergeUnit
from domain.unit.split_unit import SPLIT_UNIT, SplitUnit
from domain.unit.state import GroupSeat, Level
from server.schema.acts.acting import ActInput, Codes, act
from server.schema.acts.payloads import UnitPayload
from server.schema.base.ids import key_of
from server.schema.base.scalars import Day


@strawberry.input(description="An act on an existing unit.")
class UnitActInput(ActInput):
    unit_id: strawberry.ID = strawberry.field(description="The unit.")

    def file(self, codes: Codes) -> UUID:
        return key_of(self.unit_id, "Unit")


@strawberry.input(description="A unit that comes into being.")
class EstablishUnitInput(ActInput):
    code: str = strawberry.field(description="Its code, with leading zeros.")
    name: str = strawberry.field(description="Its name.")
    level: Level = strawberry.field(description="Its level.")
    form: str = strawberry.field(description="Its form in words, such as phường, xã or sở.")
    parent_id: strawberry.ID | None = strawberry.field(default=None, description="The unit above.")
    since: Day | None = strawberry.field(default=None, description="First day; null: before the record began.")

    def file(self, codes: Codes) -> UUID:
        return unit_id(self.code.strip(), self.since.isoformat() if self.since else "")

    def command(self, codes: Codes) -> EstablishUnit:
        return EstablishUnit(
            code=self.code,
            name=self.name,
            level=self.level,
            form=self.form,
            parent=key_of(self.parent_id, "Unit") if self.parent_id else None,
            since=self.since,
        )


@strawberry.input(description="The commune's inter-agency group.")
class FormCommuneGroupInput(UnitActInput):
    seats: list[GroupSeat] = strawberry.field(description="Who sits in it besides the Chair.")
    on: Day = strawberry.field(description="Day of the decision.")
    decision_no: str = strawberry.field(description="Number of the decision.")

    def command(self, codes: Codes) -> FormCommuneGroup:
        return FormCommuneGroup(
            seats=tuple(self.seats),
            on=self.on,
            decision_no=self.decision_no,
        )


@strawberry.input(description="The unit goes wholly to another.")
class MergeUnitInput(UnitActInput):
    into: str = strawberry.field(description="Code of the successor, as it is on that day.")
    on: Day = strawberry.field(description="First day on which the old unit no longer exists.")
    resolution_no: str = strawberry.field(description="Number of the resolution.")

    def command(self, codes: Codes) -> MergeUnit:
        return MergeUnit(
            into=codes.unit(self.into, self.on),
            on=self.on,
            resolution_no=self.resolution_no,
        )


@strawberry.input(description="The parts of the unit go to several others.")
class SplitUnitInput(UnitActInput):
    among: list[str] = strawberry.field(description="Codes of all successors, as they are on that day.")
    on: Day = strawberry.field(description="First day on which the old unit no longer exists.")
    resolution_no: str = strawberry.field(description="Number of the resolution.")

    def command(self, codes: Codes) -> SplitUnit:
        return SplitUnit(
            among=tuple(codes.unit(code, self.on) for code in self.among),
            on=self.on,
            resolution_no=self.resolution_no,
        )


@strawberry.input(description="The unit ends and nothing succeeds it.")
class EndUnitInput(UnitActInput):
    on: Day = strawberry.field(description="First day on which it no longer exists.")
    resolution_no: str = strawberry.field(description="Number of the resolution.")

    def command(self, codes: Codes) -> EndUnit:
        return EndUnit(
            on=self.on,
            resolution_no=self.resolution_no,
        )


@strawberry.type
class UnitMutations:
    establish_unit: UnitPayload = act(ESTABLISH_UNIT, EstablishUnitInput, UnitPayload)
    form_commune_group: UnitPayload = act(FORM_COMMUNE_GROUP, FormCommuneGroupInput, UnitPayload)
    merge_unit: UnitPayload = act(MERGE_UNIT, MergeUnitInput, UnitPayload)
    split_unit: UnitPayload = act(SPLIT_UNIT, SplitUnitInput, UnitPayload)
    end_unit: UnitPayload = act(END_UNIT, EndUnitInput, UnitPayload)
