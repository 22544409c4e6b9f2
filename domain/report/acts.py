"""The acts on a report's file, in the order a file meets them."""

from typing import Any

from domain.record.action import Action
from domain.report.acknowledge_report import ACKNOWLEDGE_REPORT
from domain.report.answer_reporter import ANSWER_REPORTER
from domain.report.check_report import CHECK_REPORT
from domain.report.correct_report import CORRECT_REPORT
from domain.report.forward_report import FORWARD_REPORT
from domain.report.link_report import LINK_REPORT
from domain.report.look_into_lapses_of_report import LOOK_INTO_LAPSES_OF_REPORT
from domain.report.name_another_child import NAME_ANOTHER_CHILD
from domain.report.note_another_child import NOTE_ANOTHER_CHILD
from domain.report.note_duplicate import NOTE_DUPLICATE
from domain.report.note_same_child_of_report import NOTE_SAME_CHILD_OF_REPORT
from domain.report.receive_report import RECEIVE_REPORT
from domain.report.reject_report import REJECT_REPORT
from domain.report.return_report import RETURN_REPORT
from domain.report.take_up_report import TAKE_UP_REPORT

REPORT_ACTS: tuple[Action[Any, Any, Any], ...] = (
    RECEIVE_REPORT,
    NAME_ANOTHER_CHILD,
    NOTE_ANOTHER_CHILD,
    CORRECT_REPORT,
    FORWARD_REPORT,
    ACKNOWLEDGE_REPORT,
    RETURN_REPORT,
    LINK_REPORT,
    CHECK_REPORT,
    REJECT_REPORT,
    NOTE_DUPLICATE,
    NOTE_SAME_CHILD_OF_REPORT,
    TAKE_UP_REPORT,
    LOOK_INTO_LAPSES_OF_REPORT,
    ANSWER_REPORTER,
)
