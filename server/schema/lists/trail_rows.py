"""Lines of the trail as ready rows: built straight from the table's columns, converted only where asked for."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, cast
from uuid import UUID

import msgspec
import strawberry

from domain.catalogue import BY_STORED_NAME
from domain.law.basis import LegalBasis
from domain.record.line import Capacity, DutyEnded, DutyStarted
from domain.record.personal import Personal, PersonalKind
from domain.record.vocabulary import NOBODY, Role
from server.schema.base.common import (
    ROLE_TEXTS,
    ActorThen,
    Basis,
    DutyEnd,
    DutyStart,
    Label,
    OfficeThen,
    UnitThen,
    basis_of,
)
from server.schema.base.detail import Change, Detail, Opened, details_of_line, reason_of
from server.schema.base.entry import ACT_LABELS, AttachmentThen, EntryRow, ended, started
from server.schema.base.enums import Act, KindOfFile
from server.schema.base.ids import FILE_TYPES, global_id, pack, position_token
from server.schema.lists.trail_columns import TrailRow

KIND_OF = {kind.value: kind for kind in KindOfFile}
ACTS = {name: Act(action.name) for name, action in BY_STORED_NAME.items()}
PERSONAL = {kind.value: kind for kind in PersonalKind}
NOTHING_OPENED: Opened = {}
REASON, LATE_REASON = (reason_of(name, NOTHING_OPENED) for name in ("reason", "late_reason"))
_events: dict[str, msgspec.json.Decoder[Any]] = {}
_starts = msgspec.json.Decoder(tuple[DutyStarted, ...])
_ends = msgspec.json.Decoder(tuple[DutyEnded, ...])


class TrailEntry(TrailRow, EntryRow):
    """One row of the trail; stands for the type Entry. `changes` is filled in where a client asks for them."""

    changes: list[Change]

    @property
    def id(self) -> str:
        return pack(f"Entry:{self.key.replace('-', '')}")

    @property
    def token(self) -> str:
        return position_token(self.place)

    @property
    def recorded_at(self) -> str:
        return _instant(self.recorded_text)

    @property
    def occurred_at(self) -> str:
        return _instant(self.occurred_text)

    @property
    def file_id(self) -> str:
        return _file_id(self.file_kind, self.file_key)

    @property
    def kind(self) -> str:
        return KIND_OF[self.file_kind]

    @property
    def act(self) -> Any:
        return ACTS[self.stored_as]

    @property
    def label(self) -> Label:
        return ACT_LABELS[self.stored_as]

    @property
    def actor(self) -> ActorThen:
        return _actor(
            *(self.person, self.name, self.role, self.capacity, self.delegation, self.rule),
            *(self.office, self.office_role, self.own_unit, self.own_unit_code, self.own_unit_name),
        )

    @property
    def unit(self) -> UnitThen | None:
        return _unit(self.unit_key, self.unit_code, self.unit_name)

    @property
    def reason(self) -> Detail | None:
        return REASON if self.has_reason else None

    @property
    def late_reason(self) -> Detail | None:
        return LATE_REASON if self.has_late_reason else None

    @property
    def basis(self) -> Basis | None:
        return _basis(self.basis_document, self.basis_article, self.basis_form)

    @property
    def details(self) -> list[Detail]:
        return details_of_line(self.stored_as, _event_of(self.stored_as, self.details_text), NOTHING_OPENED)

    @property
    def starts(self) -> list[DutyStart]:
        return [started(each) for each in _starts.decode(self.starts_text)]

    @property
    def ends(self) -> list[DutyEnd]:
        return [ended(each) for each in _ends.decode(self.ends_text)]

    @property
    def attachments(self) -> list[AttachmentThen]:
        return [AttachmentThen(**each) for each in msgspec.json.decode(self.attachments_text)]

    @property
    def causation_id(self) -> str | None:
        return pack(f"Entry:{self.cause.replace('-', '')}") if self.cause else None


def _event_of(stored_as: str, text: str) -> Any:
    """The event of a line from the trail's text, in which what is personal is masked."""
    decoder = _events.get(stored_as)
    if decoder is None:
        event = BY_STORED_NAME[stored_as].event
        decoder = _events[stored_as] = msgspec.json.Decoder(event, dec_hook=_masked)
    return decoder.decode(text)


def _masked(cls: type, told: Any) -> Any:
    if cls is not Personal:
        raise NotImplementedError(f"cannot read {cls.__name__}")
    return Personal(subject=NOBODY, kind=PERSONAL[told["masked"]], origin=told["origin"])


def _instant(text: str) -> str:
    """The form of the scalar DateTime: microseconds in full where there are any, as PostgreSQL does not write them."""
    whole, _, part = text.removesuffix("Z").partition(".")
    return f"{whole}.{part:0<6}Z" if part else text


@lru_cache(4096)
def _file_id(kind: str, key: str) -> str:
    return pack(f"{FILE_TYPES[kind]}:{key.replace('-', '')}")


@lru_cache(4096)
def _unit(key: str | None, code: str, name: str) -> UnitThen | None:
    if key is None:
        return None
    return UnitThen(unit_id=strawberry.ID(global_id("Unit", UUID(key))), code=code, name=name)


def _basis(document: str | None, article: str, form: str) -> Basis | None:
    return None if document is None else basis_of(LegalBasis(document, article, form))


@lru_cache(8192)
def _actor(
    person: str | None,
    name: str,
    role: str,
    capacity: str,
    delegation: str | None,
    rule: str | None,
    office: str | None,
    office_role: str | None,
    unit: str | None,
    code: str,
    unit_name: str,
) -> ActorThen:
    return ActorThen(
        person_id=strawberry.ID(global_id("Person", UUID(person))) if person else None,
        name=name,
        role=Role(role),
        role_label=ROLE_TEXTS[Role(role)],
        capacity=Capacity(capacity),
        office=_office(office, Role(office_role), _unit(unit, code, unit_name)) if office else None,
        delegation=delegation,
        rule=rule,
    )


def _office(key: str, role: Role, unit: UnitThen | None) -> OfficeThen:
    return OfficeThen(
        office_id=strawberry.ID(global_id("Office", UUID(key))),
        role=role,
        label=ROLE_TEXTS[role],
        unit=cast(UnitThen, unit),
    )
