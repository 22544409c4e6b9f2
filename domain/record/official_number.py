"""The official number of a file: letters of its kind, place, year in Việt Nam, and six letters of the file's own id."""

from datetime import datetime
from uuid import UUID

from domain.law.term import local_day
from domain.record.vocabulary import UnitRef


def official_number(kind: str, place: UnitRef, at: datetime, file_id: UUID) -> str:
    """The number as it is given out: `TT-11359-26-1A5392`; `kind`: the letters before it."""
    return f"{kind}-{place.code}-{local_day(at):%y}-{file_id.hex[:6].upper()}"
