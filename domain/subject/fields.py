"""Fields that several acts on an erasure ask for or keep alike."""

from typing import Annotated
from uuid import UUID

from domain.record.fields import FILE_OR_PERSON, points_at, says

MatterFiles = Annotated[
    tuple[UUID, ...],
    says("Tất cả tin báo và vụ việc liên quan", "All reports and cases of the matter"),
    points_at(None),
]
DataSubject = Annotated[UUID, says("Chủ thể dữ liệu cá nhân", "Whose data"), FILE_OR_PERSON]
