"""The test of a case that is to be merged: which of two goes on, and that nothing waits on the file that ends.

What is known is handed on, and the clocks that run. What somebody was asked, or was told to do, is settled first.
"""

from uuid import UUID

from domain.case.clocks import directions_followed, in_time_refs, running_refs, waits_for_department
from domain.case.intake.correction import CORRECTION_WAITS
from domain.case.movement.merging import into_the_older
from domain.case.movement.refusals import URGENT_MEASURE_OPEN
from domain.case.refusals import (
    CHILD_SEARCHED_FOR,
    DEATH_UNSETTLED,
    DIRECTION_OPEN,
    INFORMATION_OPEN,
    PROTECTION_IN_FORCE,
    WAITS_FOR_DEPARTMENT,
)
from domain.case.state.case import LIVE, Case, Phase
from domain.law import duty
from domain.record.fields import Kind
from domain.record.file import DecisionContext
from domain.record.refusal import Check, Refusal

MERGE_INTO_ITSELF = Refusal(
    "merge_into_itself", vi="Không được nhập vụ việc vào chính vụ việc đó.", en="A case cannot be merged into itself."
)
MERGE_INTO_OLDER = Refusal(
    "merge_into_older",
    vi="Hồ sơ lập sau được nhập vào hồ sơ lập trước. Đề nghị thực hiện trên hồ sơ lập sau.",
    en="The newer case is merged into the older one. Do it from the newer file.",
)
MERGE_TARGET_NOT_FOUND = Refusal(
    "merge_target_not_found", vi="Không tìm thấy vụ việc để nhập vào.", en="The case to merge into was not found."
)
MERGE_TARGET_ENDED = Refusal(
    "merge_target_ended",
    vi="Vụ việc để nhập vào đã kết thúc. Đề nghị mở lại vụ việc đó trước.",
    en="The case to merge into has ended. Reopen it first.",
)
IN_CARE = Refusal(
    "child_in_care",
    vi="Trẻ em đang được chăm sóc thay thế theo hồ sơ này. Đề nghị nhập hồ sơ kia vào hồ sơ này.",
    en="The child is in alternative care by this file. Merge the other case into this one.",
)
MERGE_REFUSALS = (
    DEATH_UNSETTLED,
    PROTECTION_IN_FORCE,
    IN_CARE,
    MERGE_INTO_ITSELF,
    MERGE_INTO_OLDER,
    MERGE_TARGET_NOT_FOUND,
    MERGE_TARGET_ENDED,
    URGENT_MEASURE_OPEN,
    DIRECTION_OPEN,
    INFORMATION_OPEN,
    CHILD_SEARCHED_FOR,
    CORRECTION_WAITS,
    WAITS_FOR_DEPARTMENT,
)


def merge_test(case: Case, into: UUID, context: DecisionContext) -> list[Check]:
    """The checks for `insist`, all of them, so that a refusal names every hindrance at once."""
    other = context.other(into, Kind.CASE)
    target: Case = other.state if other is not None else Case()
    return [
        (into != context.file_id, MERGE_INTO_ITSELF, "into"),
        (target.phase is not Phase.UNKNOWN, MERGE_TARGET_NOT_FOUND, "into"),
        (target.phase in LIVE or target.phase is Phase.UNKNOWN, MERGE_TARGET_ENDED, "into"),
        (target.opened_at is None or into_the_older(case, target, into, context), MERGE_INTO_OLDER, "into"),
        (not case.protection.in_force, PROTECTION_IN_FORCE),
        (case.care.placement is None, IN_CARE),
        (case.death_reported is None, DEATH_UNSETTLED),
        (not running_refs(duty.NO_CONTACT_DECISION, context), URGENT_MEASURE_OPEN),
        (directions_followed(case, context), DIRECTION_OPEN),
        (not in_time_refs(duty.INFORMATION, context), INFORMATION_OPEN),
        (case.contact.search is None, CHILD_SEARCHED_FOR),
        (case.correction is None, CORRECTION_WAITS),
        (not waits_for_department(context), WAITS_FOR_DEPARTMENT),
    ]
