"""Revoke a delegation: from an instant on the other office acts with this one's power no more."""

from dataclasses import dataclass, replace
from datetime import datetime

from domain.office.state import HEADS_WHO_DELEGATE, Office, OfficePhase
from domain.record.action import Action, May, Scope
from domain.record.file import DecisionContext
from domain.record.line import Line
from domain.record.refusal import insist
from domain.record.vocabulary import Kind, Label


@dataclass(frozen=True, slots=True, kw_only=True)
class RevokeDelegation:
    """The paper's number and the first instant without the power (None: when it is revoked)."""

    document_no: str
    until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DelegationRevoked:
    """A delegation ends at an instant, before its last day."""

    document_no: str
    until: datetime


def decide(office: Office, command: RevokeDelegation, context: DecisionContext) -> DelegationRevoked:
    until = command.until or context.occurred_at
    in_force = any(d.document_no == command.document_no.strip() and until < d.until for d in office.delegations)
    insist(
        (context.by.capacity != "delegate", "delegate_may_not_delegate"),
        (context.by.office is not None and context.by.office.id == context.file_id, "not_your_office"),
        (in_force, "delegation_not_found", "documentNo"),
    )
    return DelegationRevoked(document_no=command.document_no.strip(), until=until)


def evolve(office: Office, event: DelegationRevoked, line: Line) -> Office:
    delegations = tuple(
        replace(d, until=event.until) if d.document_no == event.document_no else d for d in office.delegations
    )
    return replace(office, delegations=delegations)


REVOKE_DELEGATION = Action(
    kind=Kind.OFFICE,
    command=RevokeDelegation,
    event=DelegationRevoked,
    stored_as="office.delegation_revoked.1",
    asks=Label(vi="Thu hồi ủy quyền", en="Revoke a delegation"),
    tells=Label(vi="Đã thu hồi ủy quyền", en="Delegation revoked"),
    may=tuple(May(role=role, scope=Scope.OWN) for role in HEADS_WHO_DELEGATE),
    phases=frozenset({OfficePhase.ESTABLISHED}),
    decide=decide,
    evolve=evolve,
)
