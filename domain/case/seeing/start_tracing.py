"""Start the search for a child that cannot be met: no other clock stops for it."""

from dataclasses import dataclass, replace
from typing import Annotated

from domain.case.act import CHAIR_OF_LEAD, LIVE, POLICE, WORKER_OF_RESIDENCE, Case, chair_of_lead
from domain.case.seeing.clocks import this_search
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Label, Line, Refusal, insist, owed
from domain.record.fields import Clear, Personal, says


@dataclass(frozen=True, slots=True, kw_only=True)
class StartTracing:
    """What is known of where the child may be."""

    last_known: Annotated[str, says("Thông tin về nơi trẻ em có thể đang ở", "What is known of where the child may be")]


@dataclass(frozen=True, slots=True, kw_only=True)
class TracingStarted:
    ref: Annotated[str, says("Số thứ tự của lần tìm kiếm", "Number of the search within the case"), Clear.LINK]
    last_known: Personal


TRACING_GOES_ON = Refusal(
    "tracing_goes_on", vi="Việc tìm kiếm trẻ em đang được thực hiện.", en="The child is searched for already."
)


def decide(case: Case, command: StartTracing, context: DecisionContext) -> TracingStarted:
    insist((case.contact.search is None, TRACING_GOES_ON))
    return TracingStarted(ref=str(len(case.contact.searches) + 1), last_known=context.text(command.last_known))


def evolve(case: Case, event: TracingStarted, line: Line) -> Case:
    return replace(case, contact=case.contact.searched_for(line.occurred_at, line.by.person))


START_TRACING = Action(
    command=StartTracing,
    event=TracingStarted,
    stored_as="case.tracing_started.1",
    asks=Label(vi="Tổ chức tìm kiếm trẻ em", en="Start the search for the child"),
    tells=Label(vi="Đã tổ chức tìm kiếm trẻ em", en="Search for the child started"),
    may=(*CHAIR_OF_LEAD, *WORKER_OF_RESIDENCE, *POLICE),
    phases=LIVE,
    basis=basis.CARRY_OUT_PLAN,
    refuses=(TRACING_GOES_ON,),
    decide=decide,
    evolve=evolve,
    starts=owed(duty.TRACING, answers=chair_of_lead, refs=this_search),
)
