"""Events of protection as they were written before: nobody writes them any more, and they load for good."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated
from uuid import UUID

from domain.case.fields import SeparationNumber, SinceThen
from domain.case.state.protection import SeparationGround
from domain.record.fields import PERSON, ChildBirthYearIfAny, Personal, says


@dataclass(frozen=True, slots=True, kw_only=True)
class SeparationOrdered1:
    """A separation was ordered, as it was written before the line said from when the 15 days count."""

    ref: SeparationNumber
    ground: SeparationGround
    since: SinceThen
    until: datetime
    latest: Annotated[datetime, says("Thời điểm hết 15 ngày", "End of the 15 days")]
    decision_no: str
    carer: Annotated[UUID, says("Mã người chăm sóc trẻ em", "Code of the carer"), PERSON]
    carer_name: Personal
    placement: Personal
    child_view: Personal | None
    child_birth_year: ChildBirthYearIfAny
