"""The acts on an office's file, in the order a file meets them."""

from typing import Any

from domain.office.appoint_acting import APPOINT_ACTING
from domain.office.appoint_holder import APPOINT_HOLDER
from domain.office.appoint_worker import APPOINT_WORKER
from domain.office.correct_office_entry import CORRECT_OFFICE_ENTRY
from domain.office.delegate_power import DELEGATE_POWER
from domain.office.end_office import END_OFFICE
from domain.office.end_tenure import END_TENURE
from domain.office.end_worker import END_WORKER
from domain.office.establish_office import ESTABLISH_OFFICE
from domain.office.revoke_delegation import REVOKE_DELEGATION
from domain.record.action import Action

OFFICE_ACTS: tuple[Action[Any, Any, Any], ...] = (
    ESTABLISH_OFFICE,
    APPOINT_HOLDER,
    APPOINT_WORKER,
    APPOINT_ACTING,
    DELEGATE_POWER,
    REVOKE_DELEGATION,
    END_TENURE,
    END_WORKER,
    END_OFFICE,
    CORRECT_OFFICE_ENTRY,
)
