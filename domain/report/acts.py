"""The acts on a report's file, in the order a file meets them."""

from typing import Any

from domain.action import Action
from domain.report.link_report import LINK_REPORT
from domain.report.receive_report import RECEIVE_REPORT

REPORT_ACTS: tuple[Action[Any, Any, Any], ...] = (
    RECEIVE_REPORT,
    LINK_REPORT,
)
