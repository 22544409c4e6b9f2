"""How an erasure stands in the list of erasures."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from domain.label import Label
from domain.record.listed import Listed, taken
from domain.record.vocabulary import UnitRef
from domain.subject.state import Erasure, ErasurePhase


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasureSummary:
    """An erasure in a list. Until `objections_until` whoever is concerned may object."""

    phase: ErasurePhase
    matter: UnitRef | None
    ordered_at: datetime | None
    objections_until: datetime | None


ERASURES: Listed[Erasure] = Listed(
    name="erasures",
    label=Label(vi="Danh sách việc xóa dữ liệu", en="Erasures"),
    row=ErasureSummary,
    of=partial(taken, ErasureSummary),
    found_by={"phases": "phase", "unit": "matter", "ordered_at": "ordered_at"},
    since="ordered_at",
)
