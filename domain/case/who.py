"""Rows of the permission table that several acts on a case share."""

from domain.record.action import May, Scope
from domain.record.vocabulary import Role

CHAIR = (
    May(role=Role.COMMUNE_CHAIR, scope=Scope.LEAD),
    May(role=Role.COMMUNE_CHAIR, scope=Scope.PLACE),
    May(role=Role.COMMUNE_CHAIR, scope=Scope.RESIDENCE),
)
CHAIR_OF_LEAD = (May(role=Role.COMMUNE_CHAIR, scope=Scope.LEAD),)
WORKER = (
    May(role=Role.PROTECTION_WORKER, scope=Scope.LEAD),
    May(role=Role.PROTECTION_WORKER, scope=Scope.PLACE),
)
CHAIR_OF_RESIDENCE = (
    May(role=Role.COMMUNE_CHAIR, scope=Scope.LEAD),
    May(role=Role.COMMUNE_CHAIR, scope=Scope.RESIDENCE),
)
WORKER_OF_RESIDENCE = (
    May(role=Role.PROTECTION_WORKER, scope=Scope.LEAD),
    May(role=Role.PROTECTION_WORKER, scope=Scope.RESIDENCE),
)
POLICE = (
    May(role=Role.COMMUNE_POLICE_HEAD, scope=Scope.PLACE),
    May(role=Role.COMMUNE_POLICE_HEAD, scope=Scope.LEAD),
)
PROVIDER = (
    May(role=Role.SERVICE_PROVIDER, scope=Scope.NAMED),
    May(role=Role.PROVIDER_HEAD, scope=Scope.NAMED),
)
EXECUTOR = (
    *PROVIDER,
    May(role=Role.PROTECTION_WORKER, scope=Scope.NAMED),
    May(role=Role.COMMUNE_POLICE_HEAD, scope=Scope.NAMED),
)
ASKED_BODY = tuple(
    May(role=role, scope=Scope.NAMED)
    for role in (
        Role.SERVICE_PROVIDER,
        Role.PROVIDER_HEAD,
        Role.COMMUNE_POLICE_HEAD,
        Role.COMMUNE_CHAIR,
        Role.INTAKE_OFFICER,
        Role.PROTECTION_WORKER,
        Role.CITY_INVESTIGATOR,
        Role.DEPARTMENT_DIRECTOR,
        Role.HEALTH_DEPARTMENT_OFFICER,
        Role.AGENCY_FOCAL,
        Role.FRONT_MEMBER,
        Role.HOTLINE_OPERATOR,
    )
)
CITY_CHAIR_ABOVE = (May(role=Role.CITY_CHAIR, scope=Scope.ABOVE),)
CHAIR_OF_TARGET = (May(role=Role.COMMUNE_CHAIR, scope=Scope.TARGET),)
SYSTEM = (May(role=Role.SYSTEM, scope=Scope.ANY),)
