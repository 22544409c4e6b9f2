"""The acts on alternative care, in the order a file meets them."""

from typing import Any

from domain.case.care.end_alternative_care import END_ALTERNATIVE_CARE
from domain.case.care.monitor_alternative_care import MONITOR_ALTERNATIVE_CARE
from domain.case.care.place_in_alternative_care import PLACE_IN_ALTERNATIVE_CARE
from domain.record.action import Action

CARE_ACTS: tuple[Action[Any, Any, Any], ...] = (
    PLACE_IN_ALTERNATIVE_CARE,
    MONITOR_ALTERNATIVE_CARE,
    END_ALTERNATIVE_CARE,
)
