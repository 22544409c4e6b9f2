"""Fields that several acts on an erasure ask for or keep alike."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from domain.record.fields import FILE_OR_PERSON, AskedAs, Clear, UnitRef, points_at, says
from domain.subject.rows import LapseOnFile

AskedSubject = Annotated[
    UUID,
    says(
        "Chủ thể dữ liệu cá nhân; một người, hoặc một hồ sơ đối với các nội dung ghi trong hồ sơ đó",
        "Whose data: a person, or a file for its texts",
    ),
    FILE_OR_PERSON,
    AskedAs("data_subject_id"),
]
MatterFiles = Annotated[
    tuple[UUID, ...],
    says("Tất cả tin báo và vụ việc liên quan", "All reports and cases of the matter"),
    points_at(None),
]
DataSubject = Annotated[UUID, says("Chủ thể dữ liệu cá nhân", "Whose data"), FILE_OR_PERSON]
UNIT_OF_MATTER = says("Đơn vị phụ trách vụ việc, tin báo", "Unit whose matter it is")
UnitOfMatter = Annotated[UnitRef, UNIT_OF_MATTER]
UnitOfMatterIfAny = Annotated[UnitRef | None, UNIT_OF_MATTER]
ConcernedUnits = Annotated[
    tuple[UnitRef, ...],
    says("Các đơn vị liên quan, được có ý kiến", "Units that have to do with the files and may object"),
]
AskedUnits = Annotated[tuple[UnitRef, ...], says("Các đơn vị phải đồng ý", "Units that must consent")]
LapsesOfFiles = Annotated[
    tuple[LapseOnFile, ...], says("Các lần quá hạn ghi trong hồ sơ", "Lapses that the files tell of")
]
UNTIL = says("Thời hạn có ý kiến phản đối", "Until when one may object at least")
ObjectionsUntil = Annotated[datetime, UNTIL]
ObjectionsUntilIfAny = Annotated[datetime | None, UNTIL]
ObjectionNumber = Annotated[str, says("Số thứ tự ý kiến phản đối", "Number of the objection"), Clear.LINK]
LapseNumber = Annotated[str, says("Số thứ tự lần quá hạn", "Number of the lapse"), Clear.LINK]
