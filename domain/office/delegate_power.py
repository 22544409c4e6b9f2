"""Delegate power in writing, dated, to another office of the unit: all acts or those named, never further on.

The paper is the office's own: it stays in force when its head changes, until its last day or until revoked.
"""

import re
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from domain.law.term import local_day
from domain.office.state import HEADS_WHO_DELEGATE, Delegation, Office, OfficePhase
from domain.record.action import Action, May, Scope
from domain.record.file import DecisionContext
from domain.record.line import Line
from domain.record.refusal import insist, present, said
from domain.record.vocabulary import Kind, Label, OfficeRef

STORED_NAME = re.compile(r"[a-z]+\.[a-z_]+\.[0-9]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class DelegatePower:
    """The paper's number, the office that receives, from when to when, and the acts (none named: all)."""

    document_no: str
    to_office: UUID
    since: datetime
    until: datetime
    acts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PowerDelegated:
    """Another office may act with this one's power in [since, until)."""

    document_no: str
    to_office: OfficeRef
    since: datetime
    until: datetime
    acts: tuple[str, ...]


def decide(office: Office, command: DelegatePower, context: DecisionContext) -> PowerDelegated:
    known = context.register.offices.get(command.to_office)
    to_office, unit = known.ref if known else None, present(office.ref).unit
    elsewhere = to_office is not None and (to_office.unit.id != unit.id or to_office.id == context.file_id)
    dated = command.since < command.until and local_day(context.occurred_at) <= local_day(command.since)
    used = {d.document_no for d in office.delegations}
    insist(
        (context.by.capacity != "delegate", "delegate_may_not_delegate"),
        (context.by.office is not None and context.by.office.id == context.file_id, "not_your_office"),
        (said(command.document_no), "document_no_required", "documentNo"),
        (command.document_no.strip() not in used, "document_no_used", "documentNo"),
        (to_office is not None, "office_unknown", "toOffice"),
        (not elsewhere, "delegate_outside_unit", "toOffice"),
        (dated, "delegation_dates", "since"),
        (all(STORED_NAME.fullmatch(act) for act in command.acts), "act_unknown", "acts"),
    )
    return PowerDelegated(
        document_no=command.document_no.strip(),
        to_office=present(to_office),
        since=command.since,
        until=command.until,
        acts=tuple(sorted(set(command.acts))),
    )


def evolve(office: Office, event: PowerDelegated, line: Line) -> Office:
    delegation = Delegation(
        document_no=event.document_no,
        to_office=event.to_office,
        since=event.since,
        until=event.until,
        acts=event.acts,
    )
    return replace(office, delegations=(*office.delegations, delegation))


DELEGATE_POWER = Action(
    kind=Kind.OFFICE,
    command=DelegatePower,
    event=PowerDelegated,
    stored_as="office.power_delegated.1",
    asks=Label(vi="Ủy quyền bằng văn bản", en="Delegate power"),
    tells=Label(vi="Đã ủy quyền", en="Power delegated"),
    may=tuple(May(role=role, scope=Scope.OWN) for role in HEADS_WHO_DELEGATE),
    phases=frozenset({OfficePhase.ESTABLISHED}),
    decide=decide,
    evolve=evolve,
)
