"""How the level above looks into the lapses of a file that is no case: what all such acts share."""

from typing import Annotated, Any

from domain.label import Labelled
from domain.law import duty
from domain.record.clear import Clear
from domain.record.field import Names, says
from domain.record.file import DecisionContext
from domain.record.refusal import Refusal
from domain.record.who import May, Role, Scope


class StepTaken(Labelled):
    """What the level above did about repeated lapses."""

    TAKEN_ON = "taken_on", "Đã tiếp nhận, xử lý thay", "Took the matter on itself"
    HELPED = "helped", "Đã cử người hỗ trợ đơn vị", "Sent people to help the unit"
    NO_STEP = "no_step", "Không cần biện pháp, đã nêu căn cứ", "No step needed, for the grounds given"


TakenStep = Annotated[StepTaken, says("Biện pháp của cấp trên", "What was done")]
WhyLapsed = Annotated[str, says("Nguyên nhân quá hạn và việc đã làm", "Why it lapsed and what was done")]
CodesLapsed = Annotated[
    tuple[str, ...], says("Mã các thời hạn đã quá", "Codes of the duties that lapsed"), Names.DUTIES, Clear.LINK
]
NO_LAPSES_TO_LOOK_INTO = Refusal(
    "no_lapses_to_look_into",
    vi="Không có việc quá hạn nào đang chờ đơn vị của ông/bà xem xét.",
    en="No repeated lapse waits for your unit.",
)
LOOKS = (duty.REPEATED_LAPSES.code, duty.LOOK_AGAIN.code)
LEVEL_ABOVE = (
    *May.within(Scope.ANY, Role.HEALTH_DEPARTMENT_OFFICER, Role.DEPARTMENT_DIRECTOR),
    *May.within(Scope.ABOVE, Role.CITY_CHAIR),
)


def brought_before(state: Any, event: object, context: DecisionContext) -> tuple[str, ...]:
    """The references under which lapses wait for the actor's own unit."""
    return tuple(
        ref
        for (code, ref), started in context.file.running.items()
        if code in LOOKS and started.answers.unit.id == context.own_unit.id
    )


def codes_lapsed(context: DecisionContext) -> tuple[str, ...]:
    """The duties whose lapses are on the file."""
    return tuple(sorted({each.code for each in context.file.lapses}))
