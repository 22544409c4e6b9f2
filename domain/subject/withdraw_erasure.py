"""Withdraw the order of an erasure before it is carried out; it can be ordered anew."""

from dataclasses import dataclass, replace

from domain.law import basis
from domain.record.act import Action, DecisionContext, Label, Line, Refusal, insist, present
from domain.record.who import May, Role, Scope
from domain.subject.state import PENDING, Erasure, ErasurePhase


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawErasure:
    """The order that is withdrawn; why, the reason says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasureWithdrawn:
    """The order was withdrawn."""


NOT_YOUR_ORDER = Refusal(
    "not_your_order",
    vi="Chỉ chức danh đã đề nghị mới được rút đề nghị xóa dữ liệu.",
    en="Only the office that ordered the erasure withdraws it.",
)


def decide(erasure: Erasure, command: WithdrawErasure, context: DecisionContext) -> ErasureWithdrawn:
    insist((present(erasure.ordered_in).id == present(context.by.office).id, NOT_YOUR_ORDER))
    return ErasureWithdrawn()


def evolve(erasure: Erasure, event: ErasureWithdrawn, line: Line) -> Erasure:
    return replace(erasure, phase=ErasurePhase.WITHDRAWN, approved_by=None)


WITHDRAW_ERASURE = Action(
    command=WithdrawErasure,
    event=ErasureWithdrawn,
    stored_as="subject.erasure_withdrawn.1",
    asks=Label(vi="Rút đề nghị xóa dữ liệu cá nhân", en="Withdraw an erasure of personal data"),
    tells=Label(vi="Đã rút đề nghị xóa dữ liệu cá nhân", en="Erasure of personal data withdrawn"),
    may=(*May.within(Scope.PLACE, Role.COMMUNE_CHAIR), *May.within(Scope.ANY, Role.HEALTH_DEPARTMENT_OFFICER)),
    phases=PENDING | {ErasurePhase.APPROVED},
    needs_reason=True,
    basis=basis.DATA_PROTECTION,
    refuses=(NOT_YOUR_ORDER,),
    decide=decide,
    evolve=evolve,
)
