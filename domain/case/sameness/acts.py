"""The acts by which files of one child find each other, in the order a file meets them."""

from typing import Any

from domain.case.sameness.link_children import LINK_CHILDREN
from domain.case.sameness.note_news_of_child import NOTE_NEWS_OF_CHILD
from domain.case.sameness.note_same_child import NOTE_SAME_CHILD
from domain.case.sameness.unlink_children import UNLINK_CHILDREN
from domain.record.action import Action

SAMENESS_ACTS: tuple[Action[Any, Any, Any], ...] = (
    NOTE_SAME_CHILD,
    LINK_CHILDREN,
    UNLINK_CHILDREN,
    NOTE_NEWS_OF_CHILD,
)
