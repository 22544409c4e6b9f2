"""Form the commune's inter-agency group, chaired by its Chair; formed again when the members change."""

from dataclasses import dataclass, replace
from datetime import date

from domain.law import basis, duty
from domain.law.term import local_day
from domain.record.action import Action, Ends, May, Scope
from domain.record.file import DecisionContext
from domain.record.line import Line
from domain.record.refusal import insist, said
from domain.record.vocabulary import Kind, Label, Role
from domain.unit.state import GroupSeat, Level, Unit, UnitPhase

NEVER_MISSING = frozenset({GroupSeat.PROTECTION_WORKER, GroupSeat.HEALTH_STATION_HEAD, GroupSeat.POLICE_HEAD})


@dataclass(frozen=True, slots=True, kw_only=True)
class FormCommuneGroup:
    """The seats besides the Chair's, the day and the decision."""

    seats: tuple[GroupSeat, ...]
    on: date
    decision_no: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CommuneGroupFormed:
    """The commune has its inter-agency group."""

    seats: tuple[GroupSeat, ...]
    on: date
    decision_no: str


def decide(unit: Unit, command: FormCommuneGroup, context: DecisionContext) -> CommuneGroupFormed:
    in_its_time = (unit.since is None or unit.since <= command.on) and command.on <= local_day(context.at)
    insist(
        (unit.level is Level.COMMUNE, "not_a_commune"),
        (set(command.seats) >= NEVER_MISSING, "group_incomplete", "seats"),
        (in_its_time, "group_formed_before", "on"),
        (said(command.decision_no), "resolution_required", "decisionNo"),
    )
    return CommuneGroupFormed(
        seats=tuple(sorted(set(command.seats))), on=command.on, decision_no=command.decision_no.strip()
    )


def evolve(unit: Unit, event: CommuneGroupFormed, line: Line) -> Unit:
    return replace(unit, commune_group_formed_on=event.on, commune_group=event.seats)


FORM_COMMUNE_GROUP = Action(
    kind=Kind.UNIT,
    command=FormCommuneGroup,
    event=CommuneGroupFormed,
    stored_as="unit.commune_group_formed.1",
    asks=Label(vi="Thành lập nhóm phối hợp liên ngành", en="Form the commune group"),
    tells=Label(vi="Đã thành lập nhóm phối hợp liên ngành", en="Commune group formed"),
    may=(May(role=Role.COMMUNE_CHAIR, scope=Scope.OWN),),
    phases=frozenset({UnitPhase.ESTABLISHED}),
    basis=basis.PROTECTION_WORKER,
    decide=decide,
    evolve=evolve,
    ends=(Ends(duty=duty.COMMUNE_GROUP),),
)
