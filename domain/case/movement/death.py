"""A child's death: where it happened, and who may learn of it first."""

from domain.record.fields import Labelled


class PlaceOfDeath(Labelled):
    """What kind of place a child died in."""

    HOME = "home", "Tại nhà", "At home"
    SCHOOL = "school", "Tại trường", "At school"
    HOSPITAL = "hospital", "Tại bệnh viện", "In hospital"
    FACILITY = "facility", "Tại cơ sở chăm sóc", "In a care facility"
    WATER = "water", "Dưới nước", "In water"
    ROAD = "road", "Trên đường", "On the road"
    OTHER = "other", "Nơi khác", "Elsewhere"
