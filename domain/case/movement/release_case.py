"""Let go of a case that was merged into this one by mistake: it goes on by itself, and so do its clocks."""

from dataclasses import dataclass, replace
from uuid import UUID

from domain.case.act import SYSTEM, Case
from domain.case.follow_ups import ReleaseCase
from domain.case.references import Matter
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Label, Line, Refusal, insist, not_required


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseReleased:
    """The other case is by itself again. What was told to this one meanwhile stays, and so does what is known."""

    case: UUID


CASE_NOT_HELD = Refusal(
    "case_not_held", vi="Vụ việc này không còn được nhập trong hồ sơ.", en="That case is not merged into this file."
)


def decide(case: Case, command: ReleaseCase, context: DecisionContext) -> CaseReleased:
    insist((command.case in case.absorbed and command.case not in case.released, CASE_NOT_HELD, "case"))
    return CaseReleased(case=command.case)


def evolve(case: Case, event: CaseReleased, line: Line) -> Case:
    return replace(case, released=(*case.released, event.case))


def its_clocks(case: Case, event: CaseReleased, context: DecisionContext) -> tuple[str, ...]:
    """The references under which the clocks of that case went on here."""
    number = len(case.absorbed) - case.absorbed[::-1].index(event.case)
    own = Matter.MERGED_CASE.ref(number)
    return tuple(ref for _, ref in context.file.running if ref == own or ref.startswith(f"{own}."))


RELEASE_CASE = Action(
    command=ReleaseCase,
    event=CaseReleased,
    stored_as="case.released.1",
    asks=Label(vi="Tách vụ việc đã nhập vào", en="Let go of a merged case"),
    tells=Label(vi="Một vụ việc đã được tách khỏi hồ sơ này", en="Another case was separated from this one"),
    may=SYSTEM,
    basis=basis.CHECK_TRUTH,
    refuses=(CASE_NOT_HELD,),
    decide=decide,
    evolve=evolve,
    reads=lambda file, command: (command.case,),
    ends=not_required(duty.INITIAL_RISK, duty.URGENT_MEASURES, duty.SEPARATION_DECISION, refs=its_clocks),
)
