"""One telling of several children: a file for each of them, and no two of these are of one child.

The ids of all follow from that of the first, so that a child is named once, whoever names it, and any file of a telling
can be known as one without reading the others.
"""

from collections.abc import Iterable
from uuid import UUID, uuid5

from domain.record.refusal import Refusal
from domain.record.vocabulary import BAOVE
from domain.report.state import Report

FIRST = 1
CHILDREN_MAX = 20
"""Project default: of so many children one telling may be; of more, as of a whole home, there are several."""

CASE_OF_OTHER_CHILD_TOLD = Refusal(
    "case_of_other_child_told",
    vi="Vụ việc này của trẻ em khác trong cùng tin báo. Mỗi trẻ em có hồ sơ vụ việc riêng.",
    en="That case is of another child of the same telling. Each child has a case of its own.",
)


def report_of_child(first: UUID, which: int) -> UUID:
    """The file of a child of the telling that began with the file `first`, by its number there."""
    return first if which == FIRST else uuid5(BAOVE, f"report:{first}:child:{which}")


def other_children(file_id: UUID, report: Report) -> frozenset[UUID]:
    """The files that the other children of the same telling have, or would have."""
    first = report.told_with or file_id
    return frozenset(report_of_child(first, which) for which in range(FIRST, CHILDREN_MAX + 1)) - {file_id}


def of_none_told_together(file_id: UUID, report: Report, others: Iterable[UUID]) -> bool:
    """Whether none of these reports tells of another child of the same telling."""
    return other_children(file_id, report).isdisjoint(others)
