"""Every act, in the order a file meets them: the one list."""

from typing import Any

from domain.access.acts import ACCESS_ACTS
from domain.attempt.acts import ATTEMPT_ACTS
from domain.case.acts import CASE_ACTS
from domain.contact.acts import CONTACT_ACTS
from domain.office.acts import OFFICE_ACTS
from domain.record.action import Action
from domain.record.record_lapse import RECORD_LAPSE
from domain.record.recount_duty import RECOUNT_DUTY
from domain.report.acts import REPORT_ACTS
from domain.subject.acts import SUBJECT_ACTS
from domain.unit.acts import UNIT_ACTS

ACTIONS: tuple[Action[Any, Any, Any], ...] = (
    *UNIT_ACTS,
    *OFFICE_ACTS,
    *CONTACT_ACTS,
    *REPORT_ACTS,
    *CASE_ACTS,
    RECORD_LAPSE,
    RECOUNT_DUTY,
    *ACCESS_ACTS,
    *ATTEMPT_ACTS,
    *SUBJECT_ACTS,
)
