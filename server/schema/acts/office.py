"""Inputs and mutations of the acts on an office: who holds it, and what is delegated from it."""

from typing import Any, cast
from uuid import UUID

import strawberry

from domain.catalogue import BY_NAME
from domain.office.appoint_acting import APPOINT_ACTING, AppointActing
from domain.office.appoint_holder import APPOINT_HOLDER, AppointHolder
from domain.office.appoint_worker import APPOINT_WORKER, AppointWorker
from domain.office.delegate_power import DELEGATE_POWER, DelegatePower
from domain.office.end_office import END_OFFICE, EndOffice
from domain.office.end_tenure import END_TENURE, EndTenure
from domain.office.end_worker import END_WORKER, EndWorker
from domain.office.establish_office import ESTABLISH_OFFICE, EstablishOffice
from domain.office.revoke_delegation import REVOKE_DELEGATION, RevokeDelegation
from domain.office.state import Employment
from domain.record.vocabulary import Role, office_id
from server.schema.acts.acting import ActInput, Codes, act
from server.schema.acts.payloads import OfficePayload
from server.schema.base.enums import Act
from server.schema.base.ids import key_of
from server.schema.base.scalars import Day, Instant


def stored_names(acts: list[Any]) -> tuple[str, ...]:
    """The names under which the acts are stored."""
    return tuple(BY_NAME[act.value].stored_as for act in acts)


@strawberry.input(description="An act on an existing office.")
class HeldOfficeInput(ActInput):
    held_office_id: strawberry.ID = strawberry.field(
        description="The office that the act is about; `officeId` is the one in which you act."
    )

    def file(self, codes: Codes) -> UUID:
        return key_of(self.held_office_id, "Office")


@strawberry.input(description="An office in a unit.")
class EstablishOfficeInput(ActInput):
    unit: str = strawberry.field(description="Code of the unit.")
    role: Role = strawberry.field(description="The role.")
    seat: int = strawberry.field(default=1, description="Number of the seat; equal posts are numbered from 1.")
    title: str = strawberry.field(default="", description="Title, if it has one of its own.")
    since: Day | None = strawberry.field(default=None, description="First day; null: from now on.")

    def file(self, codes: Codes) -> UUID:
        unit = codes.unit(self.unit)
        return office_id(unit.id, self.role, self.seat) if unit else super().file(codes)

    def command(self, codes: Codes) -> EstablishOffice:
        return EstablishOffice(
            unit=codes.unit(self.unit),
            role=self.role,
            seat=self.seat,
            title=self.title,
            since=self.since,
        )


@strawberry.input(description="Who holds the office, since when, by which decision.")
class AppointHolderInput(HeldOfficeInput):
    person: UUID = strawberry.field(description="Who: the `sub` of the tokens that the issuer gives this person.")
    name: str = strawberry.field(description="The name.")
    since: Instant = strawberry.field(description="Since when.")
    decision_no: str = strawberry.field(description="Number of the decision.")

    def command(self, codes: Codes) -> AppointHolder:
        return AppointHolder(
            person=self.person,
            name=self.name,
            since=self.since,
            decision_no=self.decision_no,
        )


@strawberry.input(description="Who is the child-protection worker, since when, by which decision.")
class AppointWorkerInput(HeldOfficeInput):
    person: UUID = strawberry.field(description="Who: the `sub` of the tokens that the issuer gives this person.")
    name: str = strawberry.field(description="The name.")
    employment: Employment = strawberry.field(description="How the person is employed.")
    since: Instant = strawberry.field(description="Since when.")
    decision_no: str = strawberry.field(description="Number of the decision.")

    def command(self, codes: Codes) -> AppointWorker:
        return AppointWorker(
            person=self.person,
            name=self.name,
            employment=self.employment,
            since=self.since,
            decision_no=self.decision_no,
        )


@strawberry.input(description="Who is in charge of the office for a time.")
class AppointActingInput(HeldOfficeInput):
    person: UUID = strawberry.field(description="Who: the `sub` of the tokens that the issuer gives this person.")
    name: str = strawberry.field(description="The name.")
    since: Instant = strawberry.field(description="Since when.")
    until: Instant = strawberry.field(description="The first instant after it.")
    decision_no: str = strawberry.field(description="Number of the decision.")

    def command(self, codes: Codes) -> AppointActing:
        return AppointActing(
            person=self.person,
            name=self.name,
            since=self.since,
            until=self.until,
            decision_no=self.decision_no,
        )


@strawberry.input(description="Which office may act in the place of this one, from when to when.")
class DelegatePowerInput(HeldOfficeInput):
    document_no: str = strawberry.field(description="Number of the paper.")
    to_office_id: strawberry.ID = strawberry.field(description="The office that receives.")
    since: Instant = strawberry.field(description="Since when.")
    until: Instant = strawberry.field(description="The first instant after it.")
    acts: list[Act] = strawberry.field(  # type: ignore[valid-type]
        default_factory=list, description="The acts it is for; none given: all."
    )

    def command(self, codes: Codes) -> DelegatePower:
        return DelegatePower(
            document_no=self.document_no,
            to_office=key_of(self.to_office_id, "Office"),
            since=self.since,
            until=self.until,
            acts=stored_names(cast(Any, self).acts),
        )


@strawberry.input(description="Which delegation ends before its time.")
class RevokeDelegationInput(HeldOfficeInput):
    document_no: str = strawberry.field(description="Number of the paper.")
    until: Instant | None = strawberry.field(
        default=None, description="The first instant without the power; null: now."
    )

    def command(self, codes: Codes) -> RevokeDelegation:
        return RevokeDelegation(
            document_no=self.document_no,
            until=self.until,
        )


@strawberry.input(description="Who holds the office no longer.")
class EndTenureInput(HeldOfficeInput):
    person_id: strawberry.ID = strawberry.field(description="Who.")
    until: Instant = strawberry.field(description="The first instant without the office.")
    decision_no: str = strawberry.field(description="Number of the decision.")

    def command(self, codes: Codes) -> EndTenure:
        return EndTenure(
            person=key_of(self.person_id, "Person"),
            until=self.until,
            decision_no=self.decision_no,
        )


@strawberry.input(description="Who is the child-protection worker no longer.")
class EndWorkerInput(HeldOfficeInput):
    person_id: strawberry.ID = strawberry.field(description="Who.")
    until: Instant = strawberry.field(description="The first instant without the office.")
    decision_no: str = strawberry.field(description="Number of the decision.")

    def command(self, codes: Codes) -> EndWorker:
        return EndWorker(
            person=key_of(self.person_id, "Person"),
            until=self.until,
            decision_no=self.decision_no,
        )


@strawberry.input(description="The office ends.")
class EndOfficeInput(HeldOfficeInput):
    on: Day = strawberry.field(description="First day on which it no longer exists.")
    decision_no: str = strawberry.field(description="Number of the decision.")

    def command(self, codes: Codes) -> EndOffice:
        return EndOffice(
            on=self.on,
            decision_no=self.decision_no,
        )


@strawberry.type
class OfficeMutations:
    establish_office: OfficePayload = act(ESTABLISH_OFFICE, EstablishOfficeInput, OfficePayload)
    appoint_holder: OfficePayload = act(APPOINT_HOLDER, AppointHolderInput, OfficePayload)
    appoint_worker: OfficePayload = act(APPOINT_WORKER, AppointWorkerInput, OfficePayload)
    appoint_acting: OfficePayload = act(APPOINT_ACTING, AppointActingInput, OfficePayload)
    delegate_power: OfficePayload = act(DELEGATE_POWER, DelegatePowerInput, OfficePayload)
    revoke_delegation: OfficePayload = act(REVOKE_DELEGATION, RevokeDelegationInput, OfficePayload)
    end_tenure: OfficePayload = act(END_TENURE, EndTenureInput, OfficePayload)
    end_worker: OfficePayload = act(END_WORKER, EndWorkerInput, OfficePayload)
    end_office: OfficePayload = act(END_OFFICE, EndOfficeInput, OfficePayload)
