"""The acts on an attempt file."""

from typing import Any

from domain.attempt.note_attempt import NOTE_ATTEMPT
from domain.record.action import Action

ATTEMPT_ACTS: tuple[Action[Any, Any, Any], ...] = (NOTE_ATTEMPT,)
