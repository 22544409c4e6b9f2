"""Direct the commune from above; where a transfer was refused, also say who leads."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Annotated

from domain.case.act import LIVE_OR_DECEASED, Case, chair_of_lead, own_ref, passed_up, until_due
from domain.case.fields import DirectionNumber, LeadIfSettled
from domain.case.references import Matter
from domain.case.refusals import END_ALREADY_PAST, LEAD_NO_COMMUNE
from domain.case.state.dealings import Direction
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Label, Line, Refusal, insist, met, not_required, owed
from domain.record.fields import Personal, UnitRef, says
from domain.record.who import May, Role, Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueDirection:
    """What must be done until when."""

    content: Annotated[str, says("Nội dung phải thực hiện", "What must be done")]
    due_at: Annotated[datetime, says("Hạn thực hiện", "Until when")]
    lead: LeadIfSettled = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HigherLevelDirectionIssued:
    ref: DirectionNumber
    by: Annotated[UnitRef, says("Đơn vị chỉ đạo", "The unit that gave it")]
    content: Personal
    due_at: datetime
    lead_before: Annotated[UnitRef, says("Đơn vị chủ trì trước đó", "The unit that led before")]
    lead: UnitRef | None


NO_DISPUTED_TRANSFER = Refusal(
    "no_disputed_transfer",
    vi="Chỉ giao đơn vị chủ trì khác khi việc chuyển hồ sơ đã bị từ chối.",
    en="Another lead is named only after a transfer was refused.",
)


DIRECTION_SHORTEST = timedelta(hours=2)
"""Project default: nobody is late for what could not be done."""
DIRECTION_TOO_SHORT = Refusal(
    "direction_too_short",
    vi="Thời hạn thực hiện chỉ đạo ít nhất là 2 giờ. Việc cần làm ngay: đề nghị Chủ tịch UBND cấp xã áp dụng biện pháp "
    "khẩn cấp.",
    en="A direction leaves two hours at least. What must be done at once is an urgent measure.",
)

DIRECTION_LONGEST = timedelta(days=30)
"""Project default."""
DIRECTION_TOO_LONG = Refusal(
    "direction_too_long",
    vi="Thời hạn thực hiện chỉ đạo không quá 30 ngày. Việc kéo dài hơn: đề nghị chỉ đạo từng bước.",
    en="A direction is carried out within thirty days. Direct step by step what takes longer.",
)


def decide(case: Case, command: IssueDirection, context: DecisionContext) -> HigherLevelDirectionIssued:
    insist(
        (command.due_at > context.at, END_ALREADY_PAST, "due_at"),
        (not context.at < command.due_at < context.at + DIRECTION_SHORTEST, DIRECTION_TOO_SHORT, "due_at"),
        (command.due_at <= context.at + DIRECTION_LONGEST, DIRECTION_TOO_LONG, "due_at"),
        (command.lead is None or to_be_settled(case, context), NO_DISPUTED_TRANSFER, "lead"),
        (command.lead is None or context.register.is_commune(command.lead, context.at), LEAD_NO_COMMUNE, "lead"),
    )
    return HigherLevelDirectionIssued(
        ref=str(len(case.directions) + 1),
        by=context.own_unit,
        content=context.text(command.content),
        due_at=command.due_at,
        lead_before=case.unit_in_lead,
        lead=command.lead,
    )


def to_be_settled(case: Case, context: DecisionContext) -> bool:
    """Whether the lead was refused, or offered and not answered in time."""
    lapsed = any(code == duty.TRANSFER_ANSWER.code for code, _ in context.file.lapsed)
    return case.transfer_disputed or (case.transfer_to is not None and lapsed)


def evolve(case: Case, event: HigherLevelDirectionIssued, line: Line) -> Case:
    direction = Direction(ref=event.ref, by=event.by, due_at=event.due_at)
    directed = replace(case, directions=(*case.directions, direction))
    return directed.handed_over(event.lead_before, event.lead, line.occurred_at) if event.lead else directed


def says_who_leads(case: Case, event: HigherLevelDirectionIssued, context: DecisionContext) -> bool:
    return event.lead is not None


ISSUE_DIRECTION = Action(
    command=IssueDirection,
    event=HigherLevelDirectionIssued,
    stored_as="case.direction_issued.1",
    asks=Label(vi="Chỉ đạo, can thiệp của cấp trên", en="Issue a direction from above"),
    tells=Label(vi="Cấp trên đã chỉ đạo", en="Higher level issued a direction"),
    may=(
        *May.within(Scope.ANY, Role.HEALTH_DEPARTMENT_OFFICER, Role.DEPARTMENT_DIRECTOR),
        *May.within(Scope.ABOVE, Role.CITY_CHAIR),
    ),
    phases=LIVE_OR_DECEASED,
    basis=basis.HEADS_ANSWER,
    refuses=(DIRECTION_TOO_SHORT, DIRECTION_TOO_LONG, END_ALREADY_PAST, LEAD_NO_COMMUNE, NO_DISPUTED_TRANSFER),
    decide=decide,
    evolve=evolve,
    starts=owed(duty.DIRECTION_ANSWER, answers=chair_of_lead, refs=own_ref, by_act=until_due),
    ends=(
        *not_required(duty.TRANSFER_ANSWER, when=says_who_leads),
        *met(duty.PASSED_UP, when=says_who_leads, refs=passed_up(Matter.TRANSFER)),
        *met(duty.PASSED_UP, refs=passed_up(Matter.PLAN)),
    ),
)
