"""All duties by name, and the two questions asked of them: which rule holds, and when is it due."""

from collections.abc import Mapping

# ruff: noqa: I001, RUF022
# fmt: off
from domain.law.project import (
    P01, P02, P03, P04, P05, P06, P07, P08, P09, P10, P11, P12,
    P13, P14, P15, P16, P17, P18, P19, P20, P21, P22, P23, P24, P25, PROJECT,
)
from domain.law.rule import Due, Duty, DutyRule, due_at, rule_at
from domain.law.statutory import (
    STATUTORY, T01, T02, T03, T04, T05, T06, T07, T08, T09H, T09L, T09M, T10, T11, T11M,
)

__all__ = [
    "T01", "T02", "T03", "T04", "T05", "T06", "T07", "T08", "T09H", "T09M", "T09L", "T10", "T11", "T11M",
    "P01", "P02", "P03", "P04", "P05", "P06", "P07", "P08", "P09", "P10", "P11", "P12",
    "P13", "P14", "P15", "P16", "P17", "P18", "P19", "P20", "P21", "P22", "P23", "P24", "P25",
    "BY_CODE", "DUTIES", "Due", "Duty", "DutyRule", "due_at", "rule_at",
]
# fmt: on

DUTIES: tuple[Duty, ...] = STATUTORY + PROJECT
BY_CODE: Mapping[str, Duty] = {duty.code: duty for duty in DUTIES}
