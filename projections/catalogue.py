"""Every projection: the one list."""

from projections.caseload import CASELOAD
from projections.counts import COUNTS
from projections.duties import DUTIES
from projections.entry import Projection
from projections.trail import TRAIL
from projections.words import WORDS

PROJECTIONS: tuple[Projection, ...] = (TRAIL, COUNTS, DUTIES, CASELOAD, WORDS)
