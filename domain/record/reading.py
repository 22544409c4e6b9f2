"""Who may see what, in one table: what no row allows is not shown."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from domain.label import Labelled
from domain.record.action import Scope
from domain.record.perform import stands
from domain.record.personal import PersonalKind
from domain.record.register import Register, Standing
from domain.record.vocabulary import Kind, Role


class Visibility(Labelled):
    """What can be seen of a file: that a line is there (who, when, which act), or what is personal in it."""

    LINES = "lines", "Có dòng ghi, ai, khi nào, việc gì", "That a line is there: who, when, what act"
    CHILD = "child", "Danh tính trẻ em", "Child's identity"
    FAMILY = "family", "Danh tính gia đình", "Family's identity"
    REPORTER = "reporter", "Danh tính người báo tin", "Reporter's identity"
    TEXT = "text", "Nội dung tường thuật, lý do", "Narratives and reasons"
    READINGS = "readings", "Ai đã xem thông tin cá nhân", "Who read what is personal"


OF_KIND: dict[PersonalKind, Visibility] = {
    PersonalKind.CHILD: Visibility.CHILD,
    PersonalKind.FAMILY: Visibility.FAMILY,
    PersonalKind.REPORTER: Visibility.REPORTER,
    PersonalKind.TEXT: Visibility.TEXT,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MaySee:
    """One row: this role sees these things of files that stand so to its unit. `kind`: of one kind of file only."""

    role: Role
    scopes: tuple[Scope, ...]
    sees: tuple[Visibility, ...]
    kind: str | None = None


OPENING = "access.personal_read.1"
"""The stored name of the act of reading: a paper that hands on named acts hands this on only if it names it."""
CARE = (Scope.LEAD, Scope.FORMER, Scope.PLACE, Scope.RESIDENCE, Scope.TARGET)
HELD = (Scope.RECEIVER, Scope.TARGET)
ASKED = (
    Role.PROTECTION_WORKER,
    Role.COMMUNE_CHAIR,
    Role.COMMUNE_POLICE_HEAD,
    Role.INTAKE_OFFICER,
    Role.HOTLINE_OPERATOR,
    Role.CITY_INVESTIGATOR,
    Role.COURT_CLERK,
    Role.AGENCY_FOCAL,
    Role.FRONT_MEMBER,
)
"""Whose unit a case can ask something of: who is asked sees the lines of the case it is asked in."""
RECEIVING = (
    Role.PROTECTION_WORKER,
    Role.COMMUNE_POLICE_HEAD,
    Role.INTAKE_OFFICER,
    Role.HOTLINE_OPERATOR,
    Role.FRONT_MEMBER,
)
"""Who answers the reporter of a report that their own unit received and has passed on since."""
DECIDE_ERASURES = (Role.HOME_AFFAIRS_OFFICER, Role.DATA_PROTECTION_AUDITOR)
"""Who approves an erasure, or decides on objections to it, knows why it was asked for. The inspectorate does anyway."""
MATTER = (Visibility.LINES, Visibility.CHILD, Visibility.FAMILY, Visibility.TEXT)

BODIES = (Role.AGENCY_FOCAL, Role.SERVICE_PROVIDER, Role.PROVIDER_HEAD)
"""Who takes a report in an agency, a school or a hospital, and has it until it is sent on."""
TELLING = (*RECEIVING, Role.CITY_INVESTIGATOR, Role.COMMUNE_CHAIR, Role.DEPARTMENT_DIRECTOR)
TOLD_THEM = (Visibility.LINES, Visibility.CHILD, Visibility.TEXT)

READING: tuple[MaySee, ...] = (
    MaySee(
        role=Role.HOTLINE_OPERATOR,
        scopes=HELD,
        kind=Kind.REPORT,
        sees=(Visibility.LINES, Visibility.CHILD, Visibility.REPORTER, Visibility.TEXT),
    ),
    MaySee(
        role=Role.INTAKE_OFFICER,
        scopes=HELD,
        kind=Kind.REPORT,
        sees=(Visibility.LINES, Visibility.CHILD, Visibility.REPORTER, Visibility.TEXT),
    ),
    MaySee(role=Role.PROTECTION_WORKER, scopes=CARE, sees=MATTER),
    MaySee(role=Role.PROTECTION_WORKER, scopes=HELD, kind=Kind.REPORT, sees=(*MATTER, Visibility.REPORTER)),
    MaySee(role=Role.COMMUNE_CHAIR, scopes=CARE, sees=MATTER),
    MaySee(role=Role.COMMUNE_DEPUTY_CHAIR, scopes=CARE, sees=(Visibility.LINES,)),
    MaySee(role=Role.COMMUNE_POLICE_HEAD, scopes=(Scope.PLACE, Scope.LEAD, Scope.FORMER), sees=MATTER),
    MaySee(role=Role.COMMUNE_POLICE_HEAD, scopes=HELD, kind=Kind.REPORT, sees=(*MATTER, Visibility.REPORTER)),
    MaySee(
        role=Role.SERVICE_PROVIDER, scopes=(Scope.NAMED,), sees=(Visibility.LINES, Visibility.CHILD, Visibility.TEXT)
    ),
    MaySee(role=Role.PROVIDER_HEAD, scopes=(Scope.NAMED,), sees=(Visibility.LINES,)),
    MaySee(role=Role.HEALTH_DEPARTMENT_OFFICER, scopes=(Scope.ANY,), sees=MATTER),
    MaySee(role=Role.DEPARTMENT_DIRECTOR, scopes=(Scope.ANY,), sees=(Visibility.LINES,)),
    MaySee(role=Role.CITY_CHAIR, scopes=(Scope.ANY,), sees=(Visibility.LINES,)),
    MaySee(
        role=Role.CHIEF_INSPECTOR, scopes=(Scope.ANY,), sees=(Visibility.LINES, Visibility.TEXT, Visibility.READINGS)
    ),
    MaySee(
        role=Role.INSPECTION_TEAM_HEAD,
        scopes=(Scope.ANY,),
        sees=(Visibility.LINES, Visibility.TEXT, Visibility.READINGS),
    ),
    MaySee(role=Role.INSPECTOR, scopes=(Scope.ANY,), sees=(Visibility.LINES, Visibility.TEXT, Visibility.READINGS)),
    MaySee(role=Role.PROCURATOR, scopes=(Scope.ANY,), sees=(Visibility.LINES,)),
    MaySee(role=Role.FRONT_MEMBER, scopes=HELD, kind=Kind.REPORT, sees=(Visibility.LINES, Visibility.TEXT)),
    MaySee(role=Role.CITY_INVESTIGATOR, scopes=(Scope.TARGET,), kind=Kind.REPORT, sees=(Visibility.LINES,)),
    *(
        MaySee(role=role, scopes=(Scope.RECEIVER,), kind=Kind.REPORT, sees=(*TOLD_THEM, Visibility.REPORTER))
        for role in BODIES
    ),
    *(MaySee(role=role, scopes=(Scope.RECEIVER,), kind=Kind.CONTACT, sees=TOLD_THEM) for role in (*TELLING, *BODIES)),
    *(
        MaySee(role=role, scopes=(Scope.OWN,), kind=Kind.REPORT, sees=(Visibility.LINES,))
        for role in (*RECEIVING, *BODIES)
    ),
    *(MaySee(role=role, scopes=(Scope.NAMED,), kind=Kind.CASE, sees=(Visibility.LINES,)) for role in ASKED),
    MaySee(role=Role.DATA_PROTECTION_AUDITOR, scopes=(Scope.ANY,), sees=(Visibility.LINES, Visibility.READINGS)),
    *(
        MaySee(role=role, scopes=(Scope.ANY,), kind=Kind.SUBJECT, sees=(Visibility.LINES, Visibility.TEXT))
        for role in DECIDE_ERASURES
    ),
)


def rows_for(standings: Iterable[Standing], what: Visibility) -> Iterator[tuple[Standing, MaySee]]:
    """The rows by which somebody may see `what` of some files, each with the standing it is for."""
    for standing in standings:
        if what is Visibility.LINES or standing.covers(OPENING):
            yield from ((standing, row) for row in READING if row.role is standing.role and what in row.sees)


def sees(
    standings: Iterable[Standing],
    what: Visibility,
    kind: str,
    where: Mapping[Scope, frozenset[UUID]],
    register: Register,
    at: datetime,
) -> Standing | None:
    """The standing under which somebody may see `what` of a file of `kind` that stands at `where`; None: may not."""
    for standing, row in rows_for(standings, what):
        of_kind = row.kind in (None, kind)
        if of_kind and any(stands(standing, scope, where, register, at) for scope in row.scopes):
            return standing
    return None


def sees_everywhere(standings: Iterable[Standing], what: Visibility) -> bool:
    """Whether somebody may see `what` of every file, of whatever kind."""
    return any(Scope.ANY in row.scopes and row.kind is None for _, row in rows_for(standings, what))
