"""Record that somebody holds an office no longer: dismissed, moved, retired or dead."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated
from uuid import UUID

from domain.law import basis, duty
from domain.office.clocks import is_worker, on_leaving, recorded_the_same_day, vacant_from_the_end
from domain.office.fields import FirstInstantWithout
from domain.office.refusals import NOT_THE_HOLDER, WORKER_NAMED_BY_CHAIR
from domain.office.state import Office, OfficePhase
from domain.record.act import Action, DecisionContext, Label, Line, insist
from domain.record.fields import PERSON, DecisionNo, says
from domain.record.who import May, Role, Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class EndTenure:
    """Who holds the office no longer."""

    person: Annotated[UUID, says("Người thôi giữ chức danh", "Who"), PERSON]
    until: FirstInstantWithout
    decision_no: DecisionNo


@dataclass(frozen=True, slots=True, kw_only=True)
class TenureEnded:
    person: UUID
    until: datetime
    decision_no: str


def decide(office: Office, command: EndTenure, context: DecisionContext) -> TenureEnded:
    insist(
        (office.holds_until(command.person, command.until), NOT_THE_HOLDER, "person"),
        (not is_worker(office), WORKER_NAMED_BY_CHAIR),
    )
    return TenureEnded(person=command.person, until=command.until, decision_no=command.decision_no.strip())


def evolve(office: Office, event: TenureEnded, line: Line) -> Office:
    return office.without(event.person, event.until)


END_TENURE = Action(
    command=EndTenure,
    event=TenureEnded,
    stored_as="office.tenure_ended.1",
    asks=Label(vi="Ghi nhận thôi giữ chức danh", en="Record the end of a tenure"),
    tells=Label(vi="Đã thôi giữ chức danh", en="Tenure ended"),
    may=May.within(Scope.ANY, Role.HOME_AFFAIRS_OFFICER),
    phases=frozenset({OfficePhase.ESTABLISHED}),
    basis=basis.LOCAL_GOVERNMENT,
    cites=basis.local_government,
    refuses=(WORKER_NAMED_BY_CHAIR, NOT_THE_HOLDER),
    decide=decide,
    evolve=evolve,
    starts=(
        *recorded_the_same_day(duty.HOLDER_RECORD, at=on_leaving),
        *vacant_from_the_end(duty.WORKER_VACANCY),
    ),
)
