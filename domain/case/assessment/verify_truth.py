"""Check the truth of what was reported, and say from which sources."""

from dataclasses import dataclass, replace

from domain.case.state.case import FIRST_STEPS, Case, Phase
from domain.case.who import CHAIR, POLICE, WORKER
from domain.law import basis, duty
from domain.record.action import Action, Ends
from domain.record.file import DecisionContext
from domain.record.line import Line
from domain.record.personal import Personal
from domain.record.refusal import insist, said
from domain.record.vocabulary import Kind, Label


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifyTruth:
    """What was found, and who or what it was learnt from."""

    findings: str
    sources: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TruthVerified:
    """The report proved true."""

    findings: Personal
    sources: Personal


def decide(case: Case, command: VerifyTruth, context: DecisionContext) -> TruthVerified:
    insist(
        (case.truth_verified_at is None, "truth_already_verified"),
        (said(command.findings), "facts_required", "findings"),
        (said(command.sources), "sources_required", "sources"),
    )
    return TruthVerified(findings=context.text(command.findings), sources=context.text(command.sources))


def evolve(case: Case, event: TruthVerified, line: Line) -> Case:
    phase = Phase.VERIFIED if case.phase in (Phase.OPEN, Phase.VERIFYING) else case.phase
    return replace(case, phase=phase, truth_verified_at=line.occurred_at)


VERIFY_TRUTH = Action(
    kind=Kind.CASE,
    command=VerifyTruth,
    event=TruthVerified,
    stored_as="case.truth_verified.1",
    asks=Label(vi="Kiểm tra tính xác thực", en="Verify the truth"),
    tells=Label(vi="Đã kiểm tra, thông tin đúng sự thật", en="Truth verified"),
    may=(*WORKER, *POLICE, *CHAIR),
    phases=FIRST_STEPS,
    basis=basis.CHECK_TRUTH,
    decide=decide,
    evolve=evolve,
    ends=(Ends(duty=duty.TRUTH_CHECK),),
)
