"""Who notes contacts, and who decides about them."""

from domain.record.action import May, Scope
from domain.record.vocabulary import Role

NOTING = (
    Role.HOTLINE_OPERATOR,
    Role.INTAKE_OFFICER,
    Role.PROTECTION_WORKER,
    Role.COMMUNE_POLICE_HEAD,
    Role.CITY_INVESTIGATOR,
    Role.SERVICE_PROVIDER,
    Role.PROVIDER_HEAD,
    Role.FRONT_MEMBER,
    Role.AGENCY_FOCAL,
    Role.HEALTH_DEPARTMENT_OFFICER,
)
"""Whoever meets children or their families in the work of a body notes it, whatever the place."""
HEADS = (
    Role.COMMUNE_CHAIR,
    Role.COMMUNE_DEPUTY_CHAIR,
    Role.COMMUNE_POLICE_HEAD,
    Role.PROVIDER_HEAD,
    Role.DEPARTMENT_DIRECTOR,
    Role.FRONT_MEMBER,
    Role.HOTLINE_OPERATOR,
    Role.HEALTH_DEPARTMENT_OFFICER,
)
NOTER = May.within(Scope.ANY, *NOTING)
OF_THE_BODY = May.within(Scope.RECEIVER, *NOTING)
HEAD_OF_THE_BODY = May.within(Scope.RECEIVER, *HEADS)
