"""The acts on an access file."""

from typing import Any

from domain.access.read_personal import READ_PERSONAL
from domain.access.search_words import SEARCH_WORDS
from domain.access.signal_reading import SIGNAL_READING
from domain.record.action import Action

ACCESS_ACTS: tuple[Action[Any, Any, Any], ...] = (READ_PERSONAL, SEARCH_WORDS, SIGNAL_READING)
