"""Kinds of harm to a child, as law and Plan name them."""

from domain.label import Labelled


class HarmKind(Labelled):
    """Kind of harm to a child (Law on Children art. 4).

    The Plan's triggers without abuse are among them.
    """

    VIOLENCE_PHYSICAL = "violence_physical", "Bạo lực thể chất", "Physical violence"
    VIOLENCE_MENTAL = "violence_mental", "Bạo lực tinh thần", "Mental violence"
    SEXUAL_ABUSE = "sexual_abuse", "Xâm hại tình dục", "Sexual abuse"
    EXPLOITATION_LABOUR = "exploitation_labour", "Bóc lột sức lao động", "Labour exploitation"
    EXPLOITATION_SEXUAL = "exploitation_sexual", "Bóc lột tình dục", "Sexual exploitation"
    ABANDONMENT = "abandonment", "Bỏ rơi", "Abandonment"
    NEGLECT = "neglect", "Bỏ mặc", "Neglect"
    TRAFFICKING_ABDUCTION = "trafficking_abduction", "Mua bán, bắt cóc", "Trafficking or abduction"
    CHILD_MARRIAGE = "child_marriage", "Tảo hôn", "Child marriage"
    ONLINE_HARM = "online_harm", "Xâm hại trên môi trường mạng", "Harm online"
    ACCIDENT_INJURY = "accident_injury", "Tai nạn thương tích", "Injury by accident"
    ACCIDENT_DEATH = "accident_death", "Tai nạn tử vong", "Death by accident"
    STREET_LIVING = "street_living", "Lang thang", "Living on the street"
    SCHOOL_VIOLENCE = "school_violence", "Bạo lực học đường", "Violence at school"
    OTHER = "other", "Khác", "Other"
