"""Types that many answers share: labels, references frozen in a line, people who acted, duties, refusals."""

from __future__ import annotations

from functools import lru_cache
from typing import overload
from uuid import UUID

import strawberry

from domain.label import Label as Words
from domain.law.basis import Citation, Confidence, LegalBasis
from domain.record import vocabulary
from domain.record.line import Actor, Capacity, DutyOutcome
from domain.record.vocabulary import Role
from server.schema.base.ids import global_id
from server.schema.base.scalars import Instant


@strawberry.interface(description="Object with a globally unique, opaque id.")
class Node:
    id: strawberry.ID = strawberry.field(description="Opaque id.")


@strawberry.type(description="A text in Vietnamese and in English.")
class Label:
    vi: str = strawberry.field(description="Vietnamese.")
    en: str = strawberry.field(description="English.")


@strawberry.type(description="A page of a connection.")
class PageInfo:
    has_next_page: bool = strawberry.field(description="More after the last edge.")
    has_previous_page: bool = strawberry.field(description="More before the first edge.")
    start_cursor: str | None = strawberry.field(description="Cursor of the first edge.")
    end_cursor: str | None = strawberry.field(description="Cursor of the last edge.")


@strawberry.type(description="A unit as it was when the line was written.")
class UnitThen:
    unit_id: strawberry.ID = strawberry.field(description="Id of the unit, for `unit(by: {id: ...})`.")
    code: str = strawberry.field(description="Code then; a code may have been reused since.")
    name: str = strawberry.field(description="Name then.")


@strawberry.type(description="An office as it was when the line was written.")
class OfficeThen:
    office_id: strawberry.ID = strawberry.field(description="Id of the office, for `office(id: ...)`.")
    role: Role = strawberry.field(description="Its role.")
    label: Label = strawberry.field(description="The role in words.")
    unit: UnitThen = strawberry.field(description="Its unit.")


@strawberry.type(description="Who did it, frozen: stays true when the person changes office.")
class ActorThen:
    person_id: strawberry.ID | None = strawberry.field(description="The person; null for the system.")
    name: str = strawberry.field(description="Name then.")
    role: Role = strawberry.field(description="Role under which the person acted.")
    role_label: Label = strawberry.field(description="The role in words.")
    capacity: Capacity = strawberry.field(description="Holder, acting, delegate or system.")
    office: OfficeThen | None = strawberry.field(description="The person's office; null for the system.")
    delegation: str | None = strawberry.field(description="Number of the delegation document, if acting by one.")
    rule: str | None = strawberry.field(description="Rule and version by which the system acted.")


@strawberry.type(description="The legal ground of an act or a duty.")
class Basis:
    document: str = strawberry.field(description="Document.")
    article: str = strawberry.field(description="Article.")
    form: str = strawberry.field(description="Official form, if one is prescribed.")
    label: Label = strawberry.field(description="The citation in words.")
    sure: Citation = strawberry.field(description="How sure it is that it names the right place, as known today.")
    sure_label: Label = strawberry.field(description="The same in words.")


@strawberry.type(description="A statutory clock that a line set going.")
class DutyStart:
    code: str = strawberry.field(description="Code of the duty, such as T04.")
    label: Label = strawberry.field(description="The duty in words.")
    ref: str = strawberry.field(description="Round, item or measure it is for; empty for none.")
    since: Instant = strawberry.field(description="When the clock began.")
    due_at: Instant = strawberry.field(description="When it is due.")
    answers: OfficeThen = strawberry.field(description="The office answerable.")
    rule_version: int = strawberry.field(description="Version of the duty's rule.")
    basis: Basis = strawberry.field(description="Legal ground.")
    confidence: Confidence = strawberry.field(description="How sure the figure is.")
    confidence_label: Label = strawberry.field(description="The same in words.")


@strawberry.type(description="A clock that a line ended.")
class DutyEnd:
    code: str = strawberry.field(description="Code of the duty.")
    label: Label = strawberry.field(description="The duty in words.")
    ref: str = strawberry.field(description="Round, item or measure it was for.")
    how: DutyOutcome = strawberry.field(description="Met, found not to be required, or lapsed.")
    how_label: Label = strawberry.field(description="The same in words.")
    review_ground: Basis | None = strawberry.field(description="Of a lapse: on what ground it is looked into.")


def label(text: Words) -> Label:
    """The GraphQL form of a label."""
    return Label(vi=text.vi, en=text.en)


ROLE_TEXTS: dict[Role, Label] = {role: label(role.label) for role in Role}


@overload
def unit_then(ref: vocabulary.UnitRef) -> UnitThen: ...
@overload
def unit_then(ref: vocabulary.UnitRef | None) -> UnitThen | None: ...
def unit_then(ref: vocabulary.UnitRef | None) -> UnitThen | None:
    """The GraphQL form of a unit reference."""
    return None if ref is None else UnitThen(unit_id=_id("Unit", ref.id), code=ref.code, name=ref.name)


@overload
def office_then(ref: vocabulary.OfficeRef) -> OfficeThen: ...
@overload
def office_then(ref: vocabulary.OfficeRef | None) -> OfficeThen | None: ...
def office_then(ref: vocabulary.OfficeRef | None) -> OfficeThen | None:
    """The GraphQL form of an office reference."""
    if ref is None:
        return None
    return OfficeThen(
        office_id=_id("Office", ref.id), role=ref.role, label=ROLE_TEXTS[ref.role], unit=unit_then(ref.unit)
    )


def actor_then(actor: Actor) -> ActorThen:
    """The GraphQL form of who acted."""
    return ActorThen(
        person_id=_id("Person", actor.person) if actor.person else None,
        name=actor.name,
        role=actor.role,
        role_label=ROLE_TEXTS[actor.role],
        capacity=actor.capacity,
        office=office_then(actor.office),
        delegation=actor.delegation,
        rule=actor.rule,
    )


@lru_cache(4096)
def basis_of(basis: LegalBasis) -> Basis:
    """The GraphQL form of a legal ground."""
    return Basis(
        document=basis.document,
        article=basis.article,
        form=basis.form,
        label=label(basis.label),
        sure=basis.sure,
        sure_label=label(basis.sure.label),
    )


def _id(kind: str, key: UUID) -> strawberry.ID:
    return strawberry.ID(global_id(kind, key))
