"""The acts on an access file."""

from typing import Any

from domain.access.read_personal import READ_PERSONAL
from domain.record.action import Action

ACCESS_ACTS: tuple[Action[Any, Any, Any], ...] = (READ_PERSONAL,)
