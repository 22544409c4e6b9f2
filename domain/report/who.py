"""Rows of the permission table that several acts on a report share."""

from domain.record.action import May, Scope
from domain.record.vocabulary import Role

TAKERS = (
    Role.HOTLINE_OPERATOR,
    Role.INTAKE_OFFICER,
    Role.PROTECTION_WORKER,
    Role.COMMUNE_POLICE_HEAD,
    Role.HEALTH_DEPARTMENT_OFFICER,
    Role.FRONT_MEMBER,
    Role.AGENCY_FOCAL,
    Role.SERVICE_PROVIDER,
    Role.PROVIDER_HEAD,
)
"""Whoever may be told something about a child takes the report, whatever its place."""
TAKER = May.within(Scope.ANY, *TAKERS)
RECEIVER = May.within(Scope.RECEIVER, *TAKERS)
ANSWERER = (
    *May.within(Scope.OWN, *TAKERS),
    *May.within(Scope.RECEIVER, *TAKERS),
    *May.within(Scope.PLACE, Role.PROTECTION_WORKER, Role.COMMUNE_POLICE_HEAD),
)
SENT_TO = May.within(
    Scope.TARGET,
    Role.PROTECTION_WORKER,
    Role.INTAKE_OFFICER,
    Role.COMMUNE_POLICE_HEAD,
    Role.CITY_INVESTIGATOR,
    Role.HEALTH_DEPARTMENT_OFFICER,
)
WORKER = (
    *May.within(Scope.RECEIVER, Role.PROTECTION_WORKER),
    *May.within(Scope.PLACE, Role.PROTECTION_WORKER),
)
