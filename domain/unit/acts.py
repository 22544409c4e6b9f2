"""The acts on a unit's file, in the order a file meets them."""

from typing import Any

from domain.action import Action
from domain.unit.establish_unit import ESTABLISH_UNIT

UNIT_ACTS: tuple[Action[Any, Any, Any], ...] = (ESTABLISH_UNIT,)
