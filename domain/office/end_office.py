"""End an office: the role exists in this unit no longer, and whoever held it holds it no longer."""

from dataclasses import dataclass, replace
from datetime import date

from domain.office.clocks import POST_ENDED
from domain.office.state import Office, OfficePhase
from domain.record.action import Action, May, Scope
from domain.record.file import DecisionContext
from domain.record.line import Line
from domain.record.refusal import insist, present, said
from domain.record.register import midnight
from domain.record.vocabulary import Kind, Label, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class EndOffice:
    """The first day without the office, by which decision."""

    on: date
    decision_no: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeEnded:
    """An office exists no longer."""

    on: date
    decision_no: str


def decide(office: Office, command: EndOffice, context: DecisionContext) -> OfficeEnded:
    end = midnight(command.on)
    held = any(t.lasts_beyond(end) for t in office.tenures)
    with_its_unit = not context.register.exists(present(office.ref).unit.id, end)
    insist(
        (office.since is None or office.since < command.on, "office_ends_before_it_began", "on"),
        (not held or with_its_unit, "holder_goes_on", "on"),
        (said(command.decision_no), "decision_no_required", "decisionNo"),
    )
    return OfficeEnded(on=command.on, decision_no=command.decision_no.strip())


def evolve(office: Office, event: OfficeEnded, line: Line) -> Office:
    end = midnight(event.on)
    tenures = tuple(replace(t, until=end) if t.lasts_beyond(end) else t for t in office.tenures)
    return replace(office, phase=OfficePhase.ENDED, until=event.on, tenures=tenures)


END_OFFICE = Action(
    kind=Kind.OFFICE,
    command=EndOffice,
    event=OfficeEnded,
    stored_as="office.ended.1",
    asks=Label(vi="Kết thúc chức vụ", en="End an office"),
    tells=Label(vi="Chức vụ đã kết thúc", en="Office ended"),
    may=(
        May(role=Role.REGISTRAR, scope=Scope.ANY),
        May(role=Role.HOME_AFFAIRS_OFFICER, scope=Scope.ANY),
        May(role=Role.SYSTEM, scope=Scope.ANY),
    ),
    phases=frozenset({OfficePhase.ESTABLISHED}),
    decide=decide,
    evolve=evolve,
    ends=(POST_ENDED,),
)
