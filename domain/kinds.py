"""Every kind of file: the one list.

A new kind costs its folder (`kind.py`, `state.py`, one file an act), a line here, a line in `acts.py`, and for clients
a view and a line in `server/schema/files/views.py`.
"""

from typing import Any

from domain.access.kind import ACCESS
from domain.attempt.kind import ATTEMPT
from domain.case.kind import CASE
from domain.contact.kind import CONTACT
from domain.office.kind import OFFICE
from domain.record.file_kind import FileKind
from domain.report.kind import REPORT
from domain.subject.kind import SUBJECT
from domain.unit.kind import UNIT

FILE_KINDS: tuple[FileKind[Any], ...] = (UNIT, OFFICE, CONTACT, REPORT, CASE, ACCESS, ATTEMPT, SUBJECT)
