"""Where the year takes place: the communes, some with much to do and some with little."""

from random import Random

from domain.record.vocabulary import UnitRef
from domain.unit.state import Level
from server.seed.places import territory

LIVELY = "11383"
QUIET = {"11948": 0.05, "11914": 0.35}


def communes(seed: str) -> tuple[tuple[UnitRef, float], ...]:
    """The communes of today, each with its weight; wards of the old city see more than villages."""
    draw = Random(f"{seed}:communes")  # noqa: S311
    today = [p for p in territory() if p.level is Level.COMMUNE and p.until is None and p.since is not None]
    return tuple((p.ref, _weight(draw, p.ref.code, p.form)) for p in sorted(today, key=lambda p: p.ref.code))


def _weight(draw: Random, code: str, form: str) -> float:
    drawn = draw.lognormvariate(0, 0.6) * (1.5 if form == "phường" else 1.0)
    return QUIET.get(code, 9.0 if code == LIVELY else max(drawn, 0.25))
