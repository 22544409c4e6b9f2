"""Approve an erasure: when the time to object is over, somebody of another line of command looks at all files again."""

from dataclasses import dataclass, replace

from domain.law import basis
from domain.record.act import Action, DecisionContext, Label, Line, insist, present
from domain.record.fields import DecisionNo
from domain.record.who import May, Role, Scope
from domain.subject.fields import DataSubject, MatterFiles
from domain.subject.hold import in_the_way
from domain.subject.independent import independent, of_another_line
from domain.subject.refusals import (
    ERASURE_CONSENT_MISSING,
    ERASURE_FILES_INCOMPLETE,
    ERASURE_LAPSE_UNDECIDED,
    ERASURE_WAITS,
    INDEPENDENCE,
    KEEPS_THE_DATA,
    SAME_LINE_OF_COMMAND,
)
from domain.subject.state import Erasure, ErasurePhase


@dataclass(frozen=True, slots=True, kw_only=True)
class ApproveErasure:
    """By which decision."""

    decision_no: DecisionNo


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasureApproved:
    """The erasure was approved. The database destroys the subject's keys only where it finds this line."""

    subject: DataSubject
    files: MatterFiles
    decision_no: str


def decide(erasure: Erasure, command: ApproveErasure, context: DecisionContext) -> ErasureApproved:
    insist(
        *in_the_way(erasure, context.related, context.at),
        *independent(erasure, context),
        of_another_line(erasure, context),
    )
    return ErasureApproved(
        subject=present(erasure.subject), files=erasure.files, decision_no=command.decision_no.strip()
    )


def evolve(erasure: Erasure, event: ErasureApproved, line: Line) -> Erasure:
    return replace(erasure, phase=ErasurePhase.APPROVED, approved_by=line.by.person)


APPROVE_ERASURE = Action(
    command=ApproveErasure,
    event=ErasureApproved,
    stored_as="subject.erasure_approved.1",
    asks=Label(vi="Phê duyệt xóa dữ liệu cá nhân", en="Approve an erasure of personal data"),
    tells=Label(vi="Đã phê duyệt xóa dữ liệu cá nhân", en="Erasure of personal data approved"),
    may=May.within(Scope.ANY, Role.HOME_AFFAIRS_OFFICER, Role.CHIEF_INSPECTOR),
    phases=frozenset({ErasurePhase.ORDERED}),
    four_eyes=lambda erasure: erasure.ordered_by,
    proposed_by="order_erasure",
    about=lambda erasure, command: erasure.subject,
    basis=basis.DATA_PROTECTION,
    refuses=(
        ERASURE_FILES_INCOMPLETE,
        ERASURE_WAITS,
        ERASURE_CONSENT_MISSING,
        ERASURE_LAPSE_UNDECIDED,
        SAME_LINE_OF_COMMAND,
        *KEEPS_THE_DATA,
        *INDEPENDENCE,
    ),
    decide=decide,
    evolve=evolve,
    answers_to=("order_erasure",),
)
