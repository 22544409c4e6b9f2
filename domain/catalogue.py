"""Every act, in the order a file meets them, and every kind of file: the one list."""

from collections.abc import Mapping
from typing import Any

from domain.access.read_personal import ACCESS, READ_PERSONAL
from domain.attempt.note_attempt import ATTEMPT, NOTE_ATTEMPT
from domain.case.acts import CASE_ACTS
from domain.case.kind import CASE
from domain.office.acts import OFFICE_ACTS
from domain.office.kind import OFFICE
from domain.record.action import Action, FileKind, as_it_was
from domain.record.record_lapse import RECORD_LAPSE
from domain.record.refusal import Refusal
from domain.record.refusals import COMMON
from domain.report.acts import REPORT_ACTS
from domain.report.kind import REPORT
from domain.subject.acts import SUBJECT_ACTS
from domain.subject.kind import SUBJECT
from domain.unit.acts import UNIT_ACTS
from domain.unit.kind import UNIT

FILE_KINDS: tuple[FileKind[Any], ...] = (UNIT, OFFICE, REPORT, CASE, ACCESS, ATTEMPT, SUBJECT)
SYSTEM_ACTS: tuple[Action[Any, Any, Any], ...] = (RECORD_LAPSE,)
ACTIONS: tuple[Action[Any, Any, Any], ...] = (
    *UNIT_ACTS,
    *OFFICE_ACTS,
    *REPORT_ACTS,
    *CASE_ACTS,
    *SYSTEM_ACTS,
    READ_PERSONAL,
    NOTE_ATTEMPT,
    *SUBJECT_ACTS,
)
KINDS: Mapping[str, FileKind[Any]] = {k.name: k for k in FILE_KINDS}

BY_NAME: Mapping[str, Action[Any, Any, Any]] = {a.name: a for a in ACTIONS}
BY_STORED_NAME: Mapping[str, Action[Any, Any, Any]] = {
    version.stored_as: version for action in ACTIONS for version in (action, *as_it_was(action))
}
"""Each act under every name that its lines bear; under an earlier one with the event and `evolve` of then."""
BY_COMMAND: Mapping[type, Action[Any, Any, Any]] = {a.command: a for a in ACTIONS}
REFUSALS: Mapping[str, Refusal] = {r.code: r for r in (*COMMON, *(r for a in ACTIONS for r in a.refuses))}
