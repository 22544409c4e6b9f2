"""What those who went to see a child say of it."""

from domain.case.seeing.sightings import SightingTold
from domain.case.state.sighting import ChildView, WhyNotHeard


def heard(child_said: str = "Cháu muốn ở với bà ngoại.") -> SightingTold:
    """The child was met alone and said so much."""
    return SightingTold(view=ChildView.HEARD, alone=True, child_said=child_said)


def silent(why: WhyNotHeard = WhyNotHeard.KEPT_FROM_SPEAKING) -> SightingTold:
    """The child was met, and said nothing of its own."""
    return SightingTold(view=ChildView.NOT_HEARD, why_not_heard=why)


MET = silent(WhyNotHeard.REFUSED)
UNHEARD = silent()
UNMET = SightingTold(view=ChildView.NOT_MET)
