"""The acts on a case's file, in the order a file meets them."""

from typing import Any

from domain.action import Action
from domain.case.open_case import OPEN_CASE
from domain.case.plan_acts import PLAN_ACTS
from domain.case.protection_acts import PROTECTION_ACTS

CASE_ACTS: tuple[Action[Any, Any, Any], ...] = (OPEN_CASE, *PROTECTION_ACTS, *PLAN_ACTS)
