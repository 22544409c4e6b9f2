"""Inputs and mutations of the acts on a plan: from draft to review and the next round."""

import strawberry

from domain.case.plan.accept_item import ACCEPT_ITEM, AcceptItem
from domain.case.plan.approve_amendment import APPROVE_AMENDMENT, ApproveAmendment
from domain.case.plan.approve_plan import APPROVE_PLAN, ApprovePlan
from domain.case.plan.decline_amendment import DECLINE_AMENDMENT, DeclineAmendment
from domain.case.plan.decline_item import DECLINE_ITEM, DeclineItem
from domain.case.plan.deliver_service import DELIVER_SERVICE, DeliverService
from domain.case.plan.draft_plan import DRAFT_PLAN, DraftPlan
from domain.case.plan.propose_amendment import PROPOSE_AMENDMENT, ProposeAmendment
from domain.case.plan.record_visit import RECORD_VISIT, RecordVisit, Safety
from domain.case.plan.refuse_plan_by_carer import REFUSE_PLAN_BY_CARER, Path, RefusePlanByCarer, Refuser
from domain.case.plan.return_plan import RETURN_PLAN, ReturnPlan
from domain.case.plan.review_plan import REVIEW_PLAN, ReviewPlan, Unfinished
from domain.case.plan.start_new_round import START_NEW_ROUND, StartNewRound
from domain.case.plan.submit_plan import SUBMIT_PLAN, SubmitPlan
from domain.case.state.plan import NewItem, PlanLevel, Service, Stability
from server.schema.acts.acting import CaseActInput, Codes, act
from server.schema.acts.payloads import CasePayload
from server.schema.base.scalars import Day


@strawberry.input(description="An item of a plan.")
class PlanItemInput:
    service: Service = strawberry.field(description="Kind of help.")
    measure: str = strawberry.field(description="What is to be done.")
    provider: str = strawberry.field(description="Code of the unit that does it.")
    due: Day = strawberry.field(description="Last day for it.")

    def wanted(self, codes: Codes) -> NewItem:
        """The domain's form."""
        return NewItem(service=self.service, measure=self.measure, provider=codes.unit(self.provider), due=self.due)


@strawberry.input(description="An item that will not be done, or not under this plan.")
class UnfinishedItemInput:
    item: str = strawberry.field(description="Number of the item.")
    why: str = strawberry.field(description="Why.")

    def wanted(self, codes: Codes) -> Unfinished:
        """The domain's form."""
        return Unfinished(item=self.item, why=self.why)


@strawberry.input(description="The level, the goals and the items (form 04).")
class DraftPlanInput(CaseActInput):
    level: PlanLevel = strawberry.field(description="Level of protection.")
    goals: str = strawberry.field(description="What the plan is to reach.")
    items: list[PlanItemInput] = strawberry.field(description="What is to be done.")

    def command(self, codes: Codes) -> DraftPlan:
        return DraftPlan(
            level=self.level,
            goals=self.goals,
            items=tuple(x.wanted(codes) for x in self.items),
        )


@strawberry.input(description="The plan goes to the Chair.")
class SubmitPlanInput(CaseActInput):
    def command(self, codes: Codes) -> SubmitPlan:
        return SubmitPlan()


@strawberry.input(description="The plan goes back to the worker; `reason` says what to mend.")
class ReturnPlanInput(CaseActInput):
    def command(self, codes: Codes) -> ReturnPlan:
        return ReturnPlan()


@strawberry.input(description="The decision and the days (form 05).")
class ApprovePlanInput(CaseActInput):
    decision_no: str = strawberry.field(description="Number of the decision.")
    starts_on: Day = strawberry.field(description="First day.")
    ends_on: Day = strawberry.field(description="Last day.")

    def command(self, codes: Codes) -> ApprovePlan:
        return ApprovePlan(
            decision_no=self.decision_no,
            starts_on=self.starts_on,
            ends_on=self.ends_on,
        )


@strawberry.input(description="Who refuses and what is proposed next; `reason` says what they said.")
class RefusePlanByCarerInput(CaseActInput):
    refuser: Refuser = strawberry.field(description="Who refuses.")
    path: Path = strawberry.field(description="What is proposed.")

    def command(self, codes: Codes) -> RefusePlanByCarer:
        return RefusePlanByCarer(
            refuser=self.refuser,
            path=self.path,
        )


@strawberry.input(description="The provider takes the item.")
class AcceptItemInput(CaseActInput):
    item: str = strawberry.field(description="Number of the item.")

    def command(self, codes: Codes) -> AcceptItem:
        return AcceptItem(
            item=self.item,
        )


@strawberry.input(description="The provider does not take the item; `reason` says why.")
class DeclineItemInput(CaseActInput):
    item: str = strawberry.field(description="Number of the item.")

    def command(self, codes: Codes) -> DeclineItem:
        return DeclineItem(
            item=self.item,
        )


@strawberry.input(description="What was done on which day.")
class DeliverServiceInput(CaseActInput):
    item: str = strawberry.field(description="Number of the item.")
    on: Day = strawberry.field(description="The day.")
    units: int = strawberry.field(description="How many sessions or pieces.")
    outcome: str = strawberry.field(description="What it came to.")
    finished: bool = strawberry.field(default=True, description="Nothing of the item is left to do.")

    def command(self, codes: Codes) -> DeliverService:
        return DeliverService(
            item=self.item,
            on=self.on,
            units=self.units,
            outcome=self.outcome,
            finished=self.finished,
        )


@strawberry.input(description="What was seen at a visit.")
class RecordVisitInput(CaseActInput):
    safety: Safety = strawberry.field(description="How safe the child is.")
    seen: str = strawberry.field(description="What was seen.")
    child_view: str | None = strawberry.field(default=None, description="What the child said.")

    def command(self, codes: Codes) -> RecordVisit:
        return RecordVisit(
            safety=self.safety,
            seen=self.seen,
            child_view=self.child_view,
        )


@strawberry.input(description="Items to add and to drop; `reason` says why.")
class ProposeAmendmentInput(CaseActInput):
    adds: list[PlanItemInput] = strawberry.field(default_factory=list, description="Items to add.")
    drops: list[str] = strawberry.field(default_factory=list, description="Numbers of the items to drop.")

    def command(self, codes: Codes) -> ProposeAmendment:
        return ProposeAmendment(
            adds=tuple(x.wanted(codes) for x in self.adds),
            drops=tuple(self.drops),
        )


@strawberry.input(description="The Chair agrees with the amendment proposed.")
class ApproveAmendmentInput(CaseActInput):
    def command(self, codes: Codes) -> ApproveAmendment:
        return ApproveAmendment()


@strawberry.input(description="The Chair does not agree; `reason` says why.")
class DeclineAmendmentInput(CaseActInput):
    def command(self, codes: Codes) -> DeclineAmendment:
        return DeclineAmendment()


@strawberry.input(description="What is left of the risk, and how the child is (form 06).")
class ReviewPlanInput(CaseActInput):
    risk_left: bool = strawberry.field(description="Risk is left.")
    body: Stability = strawberry.field(description="Body.")
    mind: Stability = strawberry.field(description="Mind.")
    cognition: Stability = strawberry.field(description="Cognition.")
    feelings: Stability = strawberry.field(description="Feelings.")
    findings: str = strawberry.field(description="What was found.")
    child_view: str | None = strawberry.field(default=None, description="What the child said.")
    unfinished: list[UnfinishedItemInput] = strawberry.field(
        default_factory=list, description="Items that will not be done."
    )

    def command(self, codes: Codes) -> ReviewPlan:
        return ReviewPlan(
            risk_left=self.risk_left,
            body=self.body,
            mind=self.mind,
            cognition=self.cognition,
            feelings=self.feelings,
            findings=self.findings,
            child_view=self.child_view,
            unfinished=tuple(x.wanted(codes) for x in self.unfinished),
        )


@strawberry.input(description="The procedure goes on with a new plan.")
class StartNewRoundInput(CaseActInput):
    def command(self, codes: Codes) -> StartNewRound:
        return StartNewRound()


@strawberry.type
class CasePlanMutations:
    draft_plan: CasePayload = act(DRAFT_PLAN, DraftPlanInput, CasePayload)
    submit_plan: CasePayload = act(SUBMIT_PLAN, SubmitPlanInput, CasePayload)
    return_plan: CasePayload = act(RETURN_PLAN, ReturnPlanInput, CasePayload)
    approve_plan: CasePayload = act(APPROVE_PLAN, ApprovePlanInput, CasePayload)
    refuse_plan_by_carer: CasePayload = act(REFUSE_PLAN_BY_CARER, RefusePlanByCarerInput, CasePayload)
    accept_item: CasePayload = act(ACCEPT_ITEM, AcceptItemInput, CasePayload)
    decline_item: CasePayload = act(DECLINE_ITEM, DeclineItemInput, CasePayload)
    deliver_service: CasePayload = act(DELIVER_SERVICE, DeliverServiceInput, CasePayload)
    record_visit: CasePayload = act(RECORD_VISIT, RecordVisitInput, CasePayload)
    propose_amendment: CasePayload = act(PROPOSE_AMENDMENT, ProposeAmendmentInput, CasePayload)
    approve_amendment: CasePayload = act(APPROVE_AMENDMENT, ApproveAmendmentInput, CasePayload)
    decline_amendment: CasePayload = act(DECLINE_AMENDMENT, DeclineAmendmentInput, CasePayload)
    review_plan: CasePayload = act(REVIEW_PLAN, ReviewPlanInput, CasePayload)
    start_new_round: CasePayload = act(START_NEW_ROUND, StartNewRoundInput, CasePayload)
