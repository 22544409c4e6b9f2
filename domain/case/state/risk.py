"""How great the danger is to the child."""

from domain.label import Labelled


class RiskLevel(Labelled):
    """Level of risk to the child (Decree 56 art. 26).

    Found on form 02.
    """

    NONE = "none", "Không có nguy cơ", "None"
    LOW = "low", "Thấp", "Low"
    MEDIUM = "medium", "Trung bình", "Medium"
    HIGH = "high", "Cao", "High"


CALM = frozenset({RiskLevel.NONE, RiskLevel.LOW})
