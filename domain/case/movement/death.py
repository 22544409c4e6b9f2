"""A child's death: where it happened, and who may learn of it first."""

from domain.record.fields import Labelled
from domain.record.who import Role


class PlaceOfDeath(Labelled):
    """What kind of place a child died in."""

    HOME = "home", "Tại nhà", "At home"
    SCHOOL = "school", "Tại trường", "At school"
    HOSPITAL = "hospital", "Tại bệnh viện", "In hospital"
    FACILITY = "facility", "Tại cơ sở chăm sóc", "In a care facility"
    WATER = "water", "Dưới nước", "In water"
    ROAD = "road", "Trên đường", "On the road"
    OTHER = "other", "Nơi khác", "Elsewhere"


WHO_MAY_LEARN_OF_IT = (
    Role.COMMUNE_POLICE_HEAD,
    Role.SERVICE_PROVIDER,
    Role.PROVIDER_HEAD,
    Role.HEALTH_DEPARTMENT_OFFICER,
)
