"""The acts on a case's file, in the order a file meets them."""

from typing import Any

from domain.case.intake.open_case import OPEN_CASE
from domain.case.plan.acts import PLAN_ACTS
from domain.case.protection.acts import PROTECTION_ACTS
from domain.record.action import Action

CASE_ACTS: tuple[Action[Any, Any, Any], ...] = (OPEN_CASE, *PROTECTION_ACTS, *PLAN_ACTS)
