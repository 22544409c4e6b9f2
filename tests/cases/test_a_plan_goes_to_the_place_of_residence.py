"""It happened in An Biên, the child lives in Kiến An: the Chair there approves, and the clock does not notice."""

from domain.case.movement.accept_transfer import AcceptTransfer
from domain.case.movement.transfer_lead import TransferLead
from domain.case.plan.submit_plan import SubmitPlan
from domain.case.state.case import RiskLevel
from domain.record.vocabulary import Role
from tests.cases.plan_ground import DETAILED, MEETING, PAPER, PlanStory


def submitted_at_the_place() -> PlanStory:
    tale = PlanStory()
    tale.assessed(RiskLevel.MEDIUM, residence=tale.kien_an)
    tale.lan_does(DETAILED, "2026-03-03T15:00")
    tale.thang_does(MEETING, "2026-03-04T09:00", attachments=PAPER)
    tale.lan_does(tale.plan(), "2026-03-06T16:00")
    tale.lan_does(SubmitPlan(), "2026-03-09T10:00", attachments=PAPER)
    return tale


def test_the_chair_of_the_place_transfers_before_anything_is_approved() -> None:
    tale = submitted_at_the_place()
    tale.when(tale.approval(), tale.thang, "2026-03-10T08:00").refused("transfer_first")
    tale.thang_does(TransferLead(decision_no="33/QĐ", to_unit=tale.kien_an), "2026-03-10T08:10")
    tale.given(AcceptTransfer(), tale.nga, "2026-03-10T09:00")
    assert tale.due("T08:1") == "2026-03-12T00:00"
    tale.given(tale.approval(), tale.nga, "2026-03-10T10:00")
    assert tale.answers("T10", "1") == (Role.COMMUNE_CHAIR, tale.kien_an.id)


def test_the_chair_of_residence_may_approve_while_the_transfer_is_on_its_way() -> None:
    tale = submitted_at_the_place()
    tale.given(tale.approval(), tale.nga, "2026-03-10T10:00")
