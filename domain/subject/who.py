"""Rows of the permission table that several acts on an erasure share."""

from domain.record.action import May, Scope
from domain.record.vocabulary import Role

OVERSEE = (
    Role.CHIEF_INSPECTOR,
    Role.INSPECTION_TEAM_HEAD,
    Role.INSPECTOR,
    Role.PROCURATOR,
    Role.DATA_PROTECTION_AUDITOR,
)
"""They look at any file of the city, and may ask for what it shows to be kept."""
KEEPERS = May.within(Scope.ANY, *OVERSEE)
OBJECTORS = (
    *May.within(
        Scope.PLACE,
        *(Role.COMMUNE_CHAIR, Role.PROTECTION_WORKER, Role.COMMUNE_POLICE_HEAD),
    ),
    *May.within(Scope.ANY, Role.HEALTH_DEPARTMENT_OFFICER, *OVERSEE),
)
