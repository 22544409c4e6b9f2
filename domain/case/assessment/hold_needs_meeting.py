"""Hold the meeting that settles what the child needs; the time to draft the plan runs from its end."""

from dataclasses import dataclass, replace
from typing import Annotated

from domain.case.act import CHAIR_OF_RESIDENCE, Case, Phase, chair_of_lead, own_round
from domain.case.assessment.clocks import not_yet_submitted
from domain.case.assessment.meeting import MEETING_REFUSALS, Absent, Attendee, Present, quorum
from domain.case.refusals import DETAILED_REPORT_MISSING
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Earlier, Label, Line, Refusal, insist, met, owed
from domain.record.fields import Personal, Round, says


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldNeedsMeeting:
    """Who was at the meeting, who was not and why, and what the child needs."""

    attendees: Annotated[tuple[Present, ...], says("Thành phần dự họp", "Who took part")]
    absent: Annotated[tuple[Absent, ...], says("Thành phần vắng mặt", "Who did not come, and why")]
    needs: Annotated[str, says("Nhu cầu của trẻ em", "What the child needs")]


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedsMeetingHeld:
    round: Round
    attendees: tuple[Present, ...]
    absent: tuple[Absent, ...]
    needs: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedsMeetingHeld1:
    """The meeting was held, as it was written before the line said who came by name and who did not."""

    round: Round
    attendees: tuple[Attendee, ...]
    needs: Personal


MINUTES_REQUIRED = Refusal(
    "minutes_required", vi="Phải đính kèm biên bản cuộc họp.", en="Attach the minutes of the meeting."
)


def decide(case: Case, command: HoldNeedsMeeting, context: DecisionContext) -> NeedsMeetingHeld:
    insist(
        *quorum(command.attendees, command.absent),
        (bool(context.request.attachments), MINUTES_REQUIRED, "attachments"),
        (case.plan.detailed, DETAILED_REPORT_MISSING),
    )
    return NeedsMeetingHeld(
        round=case.plan.under_way().round,
        attendees=command.attendees,
        absent=command.absent,
        needs=context.text(command.needs),
    )


def evolve(case: Case, event: NeedsMeetingHeld | NeedsMeetingHeld1, line: Line) -> Case:
    phase = case.phase if case.phase is Phase.PLAN_DRAFTED else Phase.NEEDS_SET
    return replace(case, phase=phase, plan=replace(case.plan.under_way(), meeting_held=True))


HOLD_NEEDS_MEETING = Action(
    command=HoldNeedsMeeting,
    event=NeedsMeetingHeld,
    stored_as="case.needs_meeting_held.2",
    asks=Label(vi="Họp xác định nhu cầu", en="Hold the needs meeting"),
    tells=Label(vi="Đã họp xác định nhu cầu", en="Needs meeting held"),
    may=CHAIR_OF_RESIDENCE,
    phases=frozenset({Phase.DETAILED, Phase.NEEDS_SET, Phase.PLAN_DRAFTED}),
    basis=basis.NEEDS_MEETING,
    refuses=(*MEETING_REFUSALS, MINUTES_REQUIRED, DETAILED_REPORT_MISSING),
    decide=decide,
    evolve=evolve,
    starts=owed(duty.PLAN, answers=chair_of_lead, when=not_yet_submitted, refs=own_round),
    ends=met(duty.NEEDS_MEETING),
    earlier=(Earlier(event=NeedsMeetingHeld1, stored_as="case.needs_meeting_held.1", evolve=evolve),),
)
