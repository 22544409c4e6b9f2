"""What the system reports to the file of an erasure."""

from dataclasses import dataclass
from typing import Annotated

from domain.record.clear import Clear
from domain.record.field import says


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyGone:
    """A key that was destroyed: of which kind of data, and its fingerprint in hex."""

    kind: Annotated[str, says("Loại dữ liệu mà khóa bảo vệ", "Kind of data that the key sealed"), Clear.SYSTEM]
    fingerprint: Annotated[
        str, says("Mã băm nhận dạng của khóa, dạng thập lục phân", "Fingerprint of the key, in hex"), Clear.SYSTEM
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordErasure:
    """The keys are destroyed. None: there was nothing of this person to open."""

    keys: Annotated[
        tuple[KeyGone, ...],
        says(
            "Các khóa đã bị hủy; trống: không có dữ liệu nào để mở",
            "Keys that were destroyed; empty: there was nothing to open",
        ),
    ] = ()
