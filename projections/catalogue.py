"""Every projection: the one list."""

from projections.entry import Projection
from projections.trail import TRAIL

PROJECTIONS: tuple[Projection, ...] = (TRAIL,)
