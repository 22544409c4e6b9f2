"""Revoke a delegation: from an instant on the other office acts with this one's power no more."""

from dataclasses import dataclass
from datetime import datetime

from domain.law import basis
from domain.office.delegation import HEADS, by_its_holder
from domain.office.fields import EndIfNotNow, PaperNumber
from domain.office.refusals import DELEGATE_MAY_NOT_DELEGATE, NOT_YOUR_OFFICE
from domain.office.state import Office, OfficePhase
from domain.record.act import Action, DecisionContext, Label, Line, Refusal, insist


@dataclass(frozen=True, slots=True, kw_only=True)
class RevokeDelegation:
    """Which delegation ends before its time."""

    document_no: PaperNumber
    until: EndIfNotNow = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DelegationRevoked:
    """A delegation ends at an instant, before its last day."""

    document_no: str
    until: datetime


DELEGATION_NOT_FOUND = Refusal(
    "delegation_not_found",
    vi="Không có văn bản ủy quyền này đang hiệu lực vào thời điểm đó.",
    en="No delegation of this number is in force at that time.",
)


def decide(office: Office, command: RevokeDelegation, context: DecisionContext) -> DelegationRevoked:
    until = command.until or context.occurred_at
    in_force = any(d.document_no == command.document_no.strip() and until < d.until for d in office.delegations)
    insist(*by_its_holder(context), (in_force, DELEGATION_NOT_FOUND, "document_no"))
    return DelegationRevoked(document_no=command.document_no.strip(), until=until)


def evolve(office: Office, event: DelegationRevoked, line: Line) -> Office:
    return office.with_delegation(event.document_no, event.until)


REVOKE_DELEGATION = Action(
    command=RevokeDelegation,
    event=DelegationRevoked,
    stored_as="office.delegation_revoked.1",
    asks=Label(vi="Thu hồi ủy quyền", en="Revoke a delegation"),
    tells=Label(vi="Đã thu hồi ủy quyền", en="Delegation revoked"),
    may=HEADS,
    phases=frozenset({OfficePhase.ESTABLISHED}),
    basis=basis.LOCAL_GOVERNMENT,
    cites=basis.local_government,
    refuses=(NOT_YOUR_OFFICE, DELEGATE_MAY_NOT_DELEGATE, DELEGATION_NOT_FOUND),
    decide=decide,
    evolve=evolve,
)
