"""Check the truth of what was reported, and say from which sources."""

from dataclasses import dataclass, replace

from domain.case.act import CHAIR, LIVE, POLICE, WORKER, Case, Phase
from domain.case.assessment.refusals import TRUTH_ALREADY_VERIFIED
from domain.case.fields import Findings, Sources
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Label, Line, insist, met
from domain.record.fields import Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifyTruth:
    """What was found, and from whom."""

    findings: Findings
    sources: Sources


@dataclass(frozen=True, slots=True, kw_only=True)
class TruthVerified:
    findings: Personal
    sources: Personal


def decide(case: Case, command: VerifyTruth, context: DecisionContext) -> TruthVerified:
    insist((case.truth_verified_at is None, TRUTH_ALREADY_VERIFIED))
    return TruthVerified(findings=context.text(command.findings), sources=context.text(command.sources))


def evolve(case: Case, event: TruthVerified, line: Line) -> Case:
    phase = Phase.VERIFIED if case.phase in (Phase.OPEN, Phase.VERIFYING) else case.phase
    return replace(case, phase=phase, truth_verified_at=line.occurred_at)


VERIFY_TRUTH = Action(
    command=VerifyTruth,
    event=TruthVerified,
    stored_as="case.truth_verified.1",
    asks=Label(vi="Kiểm tra tính xác thực", en="Verify the truth"),
    tells=Label(vi="Đã kiểm tra, tin báo đúng sự thật", en="Truth verified"),
    may=(*WORKER, *POLICE, *CHAIR),
    phases=LIVE,
    basis=basis.CHECK_TRUTH,
    refuses=(TRUTH_ALREADY_VERIFIED,),
    decide=decide,
    evolve=evolve,
    ends=met(duty.TRUTH_CHECK),
)
