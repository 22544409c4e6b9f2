"""Lines of the trail as ready rows: built straight from the table's columns, converted only where asked for."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, cast
from uuid import UUID

import msgspec
import strawberry

from domain.catalogue import BY_STORED_NAME
from domain.record.line import Capacity, DutyEnded, DutyStarted
from domain.record.personal import PersonalKind
from domain.record.vocabulary import Role, office_id
from server.schema.base.common import (
    ROLE_TEXTS,
    ActorThen,
    Basis,
    DutyEnd,
    DutyStart,
    Label,
    OfficeThen,
    UnitThen,
)
from server.schema.base.entry import (
    ACT_LABELS,
    FILE_TYPES,
    MASK_LABELS,
    AttachmentThen,
    Change,
    Detail,
    EntryRow,
    ended,
    started,
)
from server.schema.base.enums import Act, KindOfFile
from server.schema.base.ids import global_id, pack, position_token

COLUMNS = (
    "t.position AS place, t.position::text, replace(replace(t.recorded_at::text, ' ', 'T'), '+00', 'Z'),"
    " replace(replace(t.occurred_at::text, ' ', 'T'), '+00', 'Z'), t.late, t.kind, t.file_id::text, t.version,"
    " t.id::text, t.stored_as, t.person_id::text, t.actor_name, t.role, t.capacity, t.delegation, t.rule,"
    " t.office_id::text, t.actor_unit_id::text, t.actor_unit_code, t.actor_unit_name, t.unit_id::text,"
    " t.unit_code, t.unit_name, t.correlation_id::text, t.causation_id::text, t.seen_version,"
    " t.basis_document, t.basis_article, t.basis_form, t.regime, t.reason, t.late_reason"
)
HEAVY = ", t.details, t.starts, t.ends, t.attachments"
LIGHT = ", NULL, NULL, NULL, NULL"
SEATS = 20

KIND_OF = {kind.value: kind for kind in KindOfFile}
ACTS = {name: Act(action.name) for name, action in BY_STORED_NAME.items()}
REASON = Detail(
    path="/reason",
    value=None,
    masked=PersonalKind.TEXT,
    masked_label=MASK_LABELS[PersonalKind.TEXT],
    erased=False,
)
LATE_REASON = Detail(
    path="/late_reason",
    value=None,
    masked=PersonalKind.TEXT,
    masked_label=MASK_LABELS[PersonalKind.TEXT],
    erased=False,
)
_starts = msgspec.json.Decoder(tuple[DutyStarted, ...])
_ends = msgspec.json.Decoder(tuple[DutyEnded, ...])


class TrailEntry(EntryRow):
    """One row of the trail; stands for the type Entry. `changes` is filled in where a client asks for them."""

    __slots__ = (
        *("place", "position", "recorded_at", "occurred_at", "late", "file_kind", "file_key", "version", "key"),
        *("stored_as", "person", "name", "role", "capacity", "delegation", "rule", "office", "own_unit"),
        *("own_unit_code", "own_unit_name", "unit_key", "unit_code", "unit_name", "correlation_id", "cause"),
        *("seen_version", "basis_document", "basis_article", "basis_form", "regime", "has_reason"),
        *("has_late_reason", "details_text", "starts_text", "ends_text", "attachments_text", "changes"),
    )

    def __init__(self, row: tuple[Any, ...]) -> None:
        """`row`: what COLUMNS and HEAVY or LIGHT select."""
        (
            self.place, self.position, self.recorded_at, self.occurred_at, self.late, self.file_kind, self.file_key,
            self.version, self.key, self.stored_as, self.person, self.name, self.role, self.capacity,
            self.delegation, self.rule, self.office, self.own_unit, self.own_unit_code, self.own_unit_name,
            self.unit_key, self.unit_code, self.unit_name, self.correlation_id, self.cause, self.seen_version,
            self.basis_document, self.basis_article, self.basis_form, self.regime, self.has_reason,
            self.has_late_reason, self.details_text, self.starts_text, self.ends_text, self.attachments_text,
        ) = row  # fmt: skip
        self.changes: list[Change] = []

    @property
    def id(self) -> str:
        return pack(f"Entry:{self.key.replace('-', '')}")

    @property
    def token(self) -> str:
        return position_token(self.place)

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
            *(self.office, self.own_unit, self.own_unit_code, self.own_unit_name),
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
        found: list[Detail] = []
        _flatten(msgspec.json.decode(self.details_text), "", found)
        return found

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


def _flatten(value: Any, path: str, found: list[Detail]) -> None:
    if isinstance(value, dict):
        told = cast(dict[str, Any], value)
        if "masked" in told and "origin" in told:
            kind = PersonalKind(told["masked"])
            found.append(Detail(path=path, value=None, masked=kind, masked_label=MASK_LABELS[kind], erased=False))
            return
        for name, each in told.items():
            _flatten(each, f"{path}/{name}", found)
    elif isinstance(value, list):
        for i, each in enumerate(cast(list[Any], value)):
            _flatten(each, f"{path}/{i}", found)
    elif value is not None:
        found.append(Detail(path=path, value=value, masked=None, masked_label=None, erased=False))


@lru_cache(4096)
def _file_id(kind: str, key: str) -> str:
    return pack(f"{FILE_TYPES[kind]}:{key.replace('-', '')}")


@lru_cache(4096)
def _unit(key: str | None, code: str, name: str) -> UnitThen | None:
    if key is None:
        return None
    return UnitThen(unit_id=strawberry.ID(global_id("Unit", UUID(key))), code=code, name=name)


@lru_cache(4096)
def _basis(document: str | None, article: str, form: str) -> Basis | None:
    return None if document is None else Basis(document=document, article=article, form=form)


@lru_cache(8192)
def _actor(
    person: str | None,
    name: str,
    role: str,
    capacity: str,
    delegation: str | None,
    rule: str | None,
    office: str | None,
    unit: str | None,
    code: str,
    unit_name: str,
) -> ActorThen:
    then = _unit(unit, code, unit_name)
    return ActorThen(
        person_id=strawberry.ID(global_id("Person", UUID(person))) if person else None,
        name=name,
        role=Role(role),
        role_label=ROLE_TEXTS[Role(role)],
        capacity=Capacity(capacity),
        office=_office(office, _office_role(UUID(office), UUID(unit), Role(role)), then)
        if office and unit and then
        else None,
        delegation=delegation,
        rule=rule,
    )


def _office(key: str, role: Role, unit: UnitThen) -> OfficeThen:
    return OfficeThen(
        office_id=strawberry.ID(global_id("Office", UUID(key))), role=role, label=ROLE_TEXTS[role], unit=unit
    )


def _office_role(key: UUID, unit: UUID, role: Role) -> Role:
    """The office's own role: a delegate acts in another's, and an office's id follows from unit, role and seat."""
    roles = (role, *Role)
    return next((r for r in roles for seat in range(1, SEATS) if office_id(unit, r, seat) == key), role)
