"""Record that somebody holds an office no longer: dismissed, moved, retired or dead."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from domain.office.clocks import RECORDED, VACANT_AFTER, is_worker, recorded
from domain.office.state import Office, OfficePhase
from domain.record.action import Action, May, Scope
from domain.record.file import DecisionContext
from domain.record.line import Line
from domain.record.refusal import insist, said
from domain.record.vocabulary import Kind, Label, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class EndTenure:
    """Who, the first instant without the office, by which decision."""

    person: UUID
    until: datetime
    decision_no: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TenureEnded:
    """Somebody holds the office no longer from an instant on."""

    person: UUID
    until: datetime
    decision_no: str

    @property
    def since(self) -> datetime:
        """When the decision takes effect."""
        return self.until


def decide(office: Office, command: EndTenure, context: DecisionContext) -> TenureEnded:
    insist(
        (said(command.decision_no), "decision_no_required", "decisionNo"),
        (office.holds_until(command.person, command.until), "not_the_holder", "person"),
        (not is_worker(office), "worker_named_by_chair"),
    )
    return TenureEnded(person=command.person, until=command.until, decision_no=command.decision_no.strip())


def evolve(office: Office, event: TenureEnded, line: Line) -> Office:
    return office.without(event.person, event.until)


END_TENURE = Action(
    kind=Kind.OFFICE,
    command=EndTenure,
    event=TenureEnded,
    stored_as="office.tenure_ended.1",
    asks=Label(vi="Ghi nhận thôi giữ chức vụ", en="Record the end of a tenure"),
    tells=Label(vi="Đã thôi giữ chức vụ", en="Tenure ended"),
    may=(May(role=Role.HOME_AFFAIRS_OFFICER, scope=Scope.ANY),),
    phases=frozenset({OfficePhase.ESTABLISHED}),
    decide=decide,
    evolve=evolve,
    starts=(RECORDED, VACANT_AFTER),
    closes=recorded,
)
