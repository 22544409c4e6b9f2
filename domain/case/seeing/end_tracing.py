"""End the search for a child: the police say where it is, never the commune that answers for finding it.

Where the worker meets the child the search ends by that. That it is said to be somewhere ends no duty to find it.
"""

from dataclasses import dataclass, replace
from typing import Annotated

from domain.case.act import LIVE, POLICE, Case, looked_at_from_above, own_ref, this_assessment
from domain.case.state.sighting import NO_CHILD, TraceEnd
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Label, Line, Refusal, insist, met, required
from domain.record.fields import Clear, Personal, UnitRef, says


@dataclass(frozen=True, slots=True, kw_only=True)
class EndTracing:
    """What the search came to, and what shows it."""

    outcome: Annotated[TraceEnd, says("Kết quả tìm kiếm", "What the search came to")]
    findings: Annotated[str, says("Nội dung xác minh", "What shows it")]
    found_in: Annotated[
        UnitRef | None,
        says("Đơn vị hành chính cấp xã nơi trẻ em đang ở; nếu đã xác định", "Where the child is; if found"),
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TracingEnded:
    ref: Annotated[str, says("Số thứ tự của lần tìm kiếm", "Number of the search within the case"), Clear.LINK]
    outcome: TraceEnd
    findings: Personal
    found_in: UnitRef | None


NOT_SEARCHED_FOR = Refusal(
    "not_searched_for", vi="Không có việc tìm kiếm trẻ em nào đang thực hiện.", en="The child is not searched for."
)
PLACE_UNCLEAR = Refusal(
    "place_unclear",
    vi="Đã xác định nơi trẻ em đang ở thì ghi UBND cấp xã nơi đó; kết quả khác thì không ghi.",
    en="Name the commune where the child is, where it was found in one, and only then.",
)
CHILD_WAS_MET_BEFORE = Refusal(
    "child_was_met_before",
    vi="Trẻ em đã được gặp trong vụ việc này nên không thể kết luận không có trẻ em.",
    en="The child was met in this case before, so there is one.",
)
PROOF_REQUIRED = Refusal(
    "proof_required",
    vi="Phải đính kèm văn bản xác nhận của nơi tiếp nhận hoặc kết quả xác minh.",
    en="Attach the paper in which the other body takes it over, or in which this was verified.",
)


def decide(case: Case, command: EndTracing, context: DecisionContext) -> TracingEnded:
    search = required(case.contact.search, NOT_SEARCHED_FOR)
    found = command.outcome is TraceEnd.FOUND
    insist(
        (found == (command.found_in is not None), PLACE_UNCLEAR, "found_in"),
        (command.outcome not in NO_CHILD or not case.contact.met_since(None), CHILD_WAS_MET_BEFORE, "outcome"),
        (found or bool(context.request.attachments), PROOF_REQUIRED, "attachments"),
    )
    return TracingEnded(
        ref=search.ref,
        outcome=command.outcome,
        findings=context.text(command.findings),
        found_in=command.found_in,
    )


def evolve(case: Case, event: TracingEnded, line: Line) -> Case:
    return replace(case, contact=case.contact.search_over(event.outcome, line.occurred_at, event.found_in))


def against_the_finding(case: Case, event: TracingEnded, context: DecisionContext) -> bool:
    return event.outcome in NO_CHILD and case.harm_found


def all_is_told(case: Case, event: TracingEnded, context: DecisionContext) -> bool:
    return event.outcome is not TraceEnd.FOUND


END_TRACING = Action(
    command=EndTracing,
    event=TracingEnded,
    stored_as="case.tracing_ended.1",
    asks=Label(vi="Kết thúc tìm kiếm trẻ em", en="End the search for the child"),
    tells=Label(vi="Đã kết thúc tìm kiếm trẻ em", en="Search for the child ended"),
    may=POLICE,
    phases=LIVE,
    basis=basis.CARRY_OUT_PLAN,
    refuses=(NOT_SEARCHED_FOR, PLACE_UNCLEAR, CHILD_WAS_MET_BEFORE, PROOF_REQUIRED),
    decide=decide,
    evolve=evolve,
    four_eyes=lambda case: case.contact.searcher,
    starts=looked_at_from_above(duty.LOOK_FROM_ABOVE, against_the_finding, this_assessment),
    ends=met(duty.TRACING, refs=own_ref, when=all_is_told),
)
