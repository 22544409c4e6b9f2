"""Every kind of file: the one list."""

from typing import Any

from domain.access.kind import ACCESS
from domain.attempt.kind import ATTEMPT
from domain.case.kind import CASE
from domain.office.kind import OFFICE
from domain.record.file_kind import FileKind
from domain.report.kind import REPORT
from domain.subject.kind import SUBJECT
from domain.unit.kind import UNIT

FILE_KINDS: tuple[FileKind[Any], ...] = (UNIT, OFFICE, REPORT, CASE, ACCESS, ATTEMPT, SUBJECT)
