"""Every projection: the one list."""

from domain.kinds import FILE_KINDS
from projections.counts import COUNTS
from projections.duties import DUTIES
from projections.entry import Projection
from projections.listing import listing
from projections.text_index import WORDS
from projections.trail import TRAIL

PROJECTIONS: tuple[Projection, ...] = (
    TRAIL,
    COUNTS,
    DUTIES,
    *(listing(kind, kind.listed) for kind in FILE_KINDS if kind.listed is not None),
    WORDS,
)
