"""Every projection: the one list."""

from projections.caseload import CASELOAD
from projections.counts import COUNTS
from projections.duties import DUTIES
from projections.entry import Projection
from projections.text_index import WORDS
from projections.trail import TRAIL

PROJECTIONS: tuple[Projection, ...] = (TRAIL, COUNTS, DUTIES, CASELOAD, WORDS)
