"""Which office heads a unit, by its level, and which levels are territory."""

from domain.record.vocabulary import Role
from domain.unit.state import Level

HEADS: dict[Level | None, Role] = {
    Level.PROVINCE: Role.CITY_CHAIR,
    Level.COMMUNE: Role.COMMUNE_CHAIR,
    Level.POLICE: Role.DEPARTMENT_DIRECTOR,
    Level.INSPECTORATE: Role.CHIEF_INSPECTOR,
    Level.PROVIDER: Role.PROVIDER_HEAD,
    Level.FRONT: Role.FRONT_MEMBER,
    Level.HOTLINE: Role.HOTLINE_OPERATOR,
    Level.COURT: Role.COURT_CLERK,
    Level.PROCURACY: Role.PROCURATOR,
}
TERRITORY = frozenset({Level.PROVINCE, Level.DISTRICT, Level.COMMUNE})
