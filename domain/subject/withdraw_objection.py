"""Take back an objection, or a hold: whoever made it, or who holds that office now."""

from dataclasses import dataclass

from domain.law import basis
from domain.record.act import Action, DecisionContext, Label, Line, Refusal, insist, present, required
from domain.subject.fields import ObjectionNumber
from domain.subject.refusals import OBJECTION_NOT_FOUND
from domain.subject.state import NOT_ASKED, Erasure, ErasurePhase, ObjectionOutcome
from domain.subject.who import OBJECTORS


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawObjection:
    """Which one."""

    ref: ObjectionNumber


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectionWithdrawn:
    ref: str


NOT_YOUR_OBJECTION = Refusal(
    "not_your_objection",
    vi="Chỉ chức danh đã phản đối mới được rút ý kiến phản đối.",
    en="Only the office that objected takes the objection back.",
)


def decide(erasure: Erasure, command: WithdrawObjection, context: DecisionContext) -> ObjectionWithdrawn:
    objection = required(erasure.objection(command.ref), OBJECTION_NOT_FOUND, "ref")
    insist((objection.office.id == present(context.by.office).id, NOT_YOUR_OBJECTION))
    return ObjectionWithdrawn(ref=objection.ref)


def evolve(erasure: Erasure, event: ObjectionWithdrawn, line: Line) -> Erasure:
    return erasure.settled(event.ref, ObjectionOutcome.WITHDRAWN)


WITHDRAW_OBJECTION = Action(
    command=WithdrawObjection,
    event=ObjectionWithdrawn,
    stored_as="subject.objection_withdrawn.1",
    asks=Label(vi="Rút ý kiến phản đối, yêu cầu giữ dữ liệu", en="Take back an objection or a hold"),
    tells=Label(vi="Đã rút ý kiến phản đối, yêu cầu giữ dữ liệu", en="Objection or hold taken back"),
    may=OBJECTORS,
    phases=NOT_ASKED | {ErasurePhase.OBJECTED, ErasurePhase.HELD},
    needs_reason=True,
    basis=basis.DATA_PROTECTION,
    refuses=(OBJECTION_NOT_FOUND, NOT_YOUR_OBJECTION),
    decide=decide,
    evolve=evolve,
)
