"""Kinds of harm to a child, as law and Plan name them."""

from enum import StrEnum


class HarmKind(StrEnum):
    """Kinds of harm (Law on Children art. 4, and the Plan's triggers without abuse)."""

    VIOLENCE_PHYSICAL = "violence_physical"
    VIOLENCE_MENTAL = "violence_mental"
    SEXUAL_ABUSE = "sexual_abuse"
    EXPLOITATION_LABOUR = "exploitation_labour"
    EXPLOITATION_SEXUAL = "exploitation_sexual"
    ABANDONMENT = "abandonment"
    NEGLECT = "neglect"
    TRAFFICKING_ABDUCTION = "trafficking_abduction"
    CHILD_MARRIAGE = "child_marriage"
    ONLINE_HARM = "online_harm"
    ACCIDENT_INJURY = "accident_injury"
    ACCIDENT_DEATH = "accident_death"
    STREET_LIVING = "street_living"
    SCHOOL_VIOLENCE = "school_violence"
    OTHER = "other"
