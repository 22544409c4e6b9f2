"""End an office: the role exists in this unit no longer, and whoever held it holds it no longer."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated

from domain.law import basis, duty
from domain.office.state import Office, OfficePhase
from domain.record.act import Action, DecisionContext, Label, Line, Refusal, insist, not_required
from domain.record.fields import Claimed, DecisionNo, says
from domain.record.units import midnight
from domain.record.who import May, Role, Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class EndOffice:
    """The office ends."""

    on: Annotated[date, says("Chức danh được bãi bỏ kể từ ngày", "First day on which it no longer exists"), Claimed]
    decision_no: DecisionNo


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeEnded:
    on: date
    decision_no: str


OFFICE_ENDS_BEFORE_IT_BEGAN = Refusal(
    "office_ends_before_it_began",
    vi="Ngày kết thúc chức danh phải sau ngày lập.",
    en="The office must end after it began.",
)
HOLDER_GOES_ON = Refusal(
    "holder_goes_on",
    vi="Còn người giữ chức danh sau ngày đó. Đề nghị ghi việc thôi giữ chức danh trước.",
    en="Somebody holds the office beyond that day. Record the end of that tenure first.",
)


def decide(office: Office, command: EndOffice, context: DecisionContext) -> OfficeEnded:
    end = midnight(command.on)
    held = any(t.lasts_beyond(end) for t in office.tenures)
    with_its_unit = not context.register.exists(office.unit.id, end)
    insist(
        (office.since is None or office.since < command.on, OFFICE_ENDS_BEFORE_IT_BEGAN, "on"),
        (not held or with_its_unit, HOLDER_GOES_ON, "on"),
    )
    return OfficeEnded(on=command.on, decision_no=command.decision_no.strip())


def evolve(office: Office, event: OfficeEnded, line: Line) -> Office:
    end = midnight(event.on)
    tenures = tuple(replace(t, until=end) if t.lasts_beyond(end) else t for t in office.tenures)
    return replace(office, phase=OfficePhase.ENDED, until=event.on, tenures=tenures)


END_OFFICE = Action(
    command=EndOffice,
    event=OfficeEnded,
    stored_as="office.ended.1",
    asks=Label(vi="Bãi bỏ chức danh", en="End an office"),
    tells=Label(vi="Đã bãi bỏ chức danh", en="Office ended"),
    may=May.within(Scope.ANY, Role.REGISTRAR, Role.HOME_AFFAIRS_OFFICER, Role.SYSTEM),
    phases=frozenset({OfficePhase.ESTABLISHED}),
    basis=basis.LOCAL_GOVERNMENT,
    cites=basis.local_government,
    refuses=(OFFICE_ENDS_BEFORE_IT_BEGAN, HOLDER_GOES_ON),
    decide=decide,
    evolve=evolve,
    ends=not_required(duty.WORKER_VACANCY),
)
