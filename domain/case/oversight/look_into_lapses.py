"""Look into the lapses of a case: the level above says what it did, each for the lapses brought before it."""

from dataclasses import dataclass
from typing import Annotated

from domain.case.act import LIVE, Case
from domain.case.plan.visits import VISIT_CODES
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Label, Line, Refusal, insist, met, owed
from domain.record.fields import Labelled, OfficeRef, Personal, says
from domain.record.looking import (
    LEVEL_ABOVE,
    LOOKS,
    NO_LAPSES_TO_LOOK_INTO,
    CodesLapsed,
    WhyLapsed,
    brought_before,
    codes_lapsed,
)

URGENT = VISIT_CODES | {
    each.code for each in (duty.INITIAL_RISK, duty.URGENT_MEASURES, duty.SEPARATION_DECISION, duty.HOME_CHECK)
}
"""What a child waits for that may be in danger: overdue, it is never let rest."""


class Step(Labelled):
    """What the level above did about repeated lapses."""

    DIRECTED = "directed", "Đã chỉ đạo bằng văn bản trên hồ sơ", "Issued a direction on the file"
    HELPED = "helped", "Đã cử người hỗ trợ đơn vị", "Sent people to help the unit"
    NO_STEP = "no_step", "Không cần biện pháp, đã nêu căn cứ", "No step needed, for the grounds given"


@dataclass(frozen=True, slots=True, kw_only=True)
class LookIntoLapses:
    """What was found and done."""

    step: Annotated[Step, says("Biện pháp của cấp trên", "What was done")]
    found: WhyLapsed


@dataclass(frozen=True, slots=True, kw_only=True)
class LapsesLookedInto:
    """`lapsed`: the duties whose lapses were on the file by then."""

    step: Step
    found: Personal
    lapsed: CodesLapsed


DIRECTION_IS_MISSING = Refusal(
    "direction_is_missing",
    vi="Hồ sơ chưa có chỉ đạo nào của đơn vị kể từ khi được báo. Đề nghị ban hành chỉ đạo trước.",
    en="Your unit has issued no direction since it was told. Issue the direction first.",
)


def decide(case: Case, command: LookIntoLapses, context: DecisionContext) -> LapsesLookedInto:
    refs = brought_before(case, command, context)
    waiting = [clock for (code, ref), clock in context.file.running.items() if code in LOOKS and ref in refs]
    told = min((started.since for started in waiting), default=context.at)
    directed = any(
        each.by.id == context.own_unit.id and context.file.begun[duty.DIRECTION_ANSWER.code, each.ref].since >= told
        for each in case.directions
    )
    insist(
        (bool(waiting), NO_LAPSES_TO_LOOK_INTO),
        (command.step is not Step.DIRECTED or directed or not waiting, DIRECTION_IS_MISSING, "step"),
    )
    return LapsesLookedInto(
        step=command.step,
        found=context.text(command.found),
        lapsed=codes_lapsed(context),
    )


def evolve(case: Case, event: LapsesLookedInto, line: Line) -> Case:
    return case


def urgent_still(case: Case, event: LapsesLookedInto, context: DecisionContext) -> bool:
    """Whether a child of a case that goes on still waits for what is urgent: then it is looked at again in a week."""
    return case.phase in LIVE and any(code in URGENT for code, _ in context.file.lapsed)


def own_head(case: Case, event: LapsesLookedInto, context: DecisionContext) -> OfficeRef:
    return context.register.head_of(context.own_unit, context.at)


def this_look(case: Case, event: LapsesLookedInto, context: DecisionContext) -> tuple[str, ...]:
    return (f"again-{context.file.version + 1}",)


LOOK_INTO_LAPSES = Action(
    command=LookIntoLapses,
    event=LapsesLookedInto,
    stored_as="case.lapses_looked_into.1",
    asks=Label(vi="Xem xét việc nhiều lần quá hạn", en="Look into repeated lapses"),
    tells=Label(vi="Cấp trên đã xem xét việc nhiều lần quá hạn", en="Level above looked into repeated lapses"),
    may=LEVEL_ABOVE,
    basis=basis.HEADS_ANSWER,
    refuses=(NO_LAPSES_TO_LOOK_INTO, DIRECTION_IS_MISSING),
    decide=decide,
    evolve=evolve,
    starts=owed(duty.LOOK_AGAIN, answers=own_head, when=urgent_still, refs=this_look, beside=True),
    ends=met(duty.REPEATED_LAPSES, duty.LOOK_AGAIN, refs=brought_before),
)
