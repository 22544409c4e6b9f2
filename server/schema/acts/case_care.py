"""Inputs and mutations of alternative care, directions from above and disclosure."""

import strawberry

from domain.case.care.end_alternative_care import END_ALTERNATIVE_CARE, EndAlternativeCare
from domain.case.care.monitor_alternative_care import MONITOR_ALTERNATIVE_CARE, MonitorAlternativeCare
from domain.case.care.place_in_alternative_care import PLACE_IN_ALTERNATIVE_CARE, PlaceInAlternativeCare
from domain.case.oversight.answer_direction import ANSWER_DIRECTION, AnswerDirection
from domain.case.oversight.disclose_to_third_party import DISCLOSE_TO_THIRD_PARTY, DiscloseToThirdParty
from domain.case.oversight.issue_direction import ISSUE_DIRECTION, IssueDirection
from domain.case.oversight.refuse_disclosure import REFUSE_DISCLOSURE, RefuseDisclosure
from domain.case.state.care import CareEnd, CareGround, CareKind, Suitability
from domain.record.personal import PersonalKind
from server.schema.acts.acting import CaseActInput, Codes, act
from server.schema.acts.payloads import CasePayload
from server.schema.base.scalars import Instant


@strawberry.input(description="The form of care, on what it rests, and who was checked how.")
class PlaceInAlternativeCareInput(CaseActInput):
    kind: CareKind = strawberry.field(description="Form of care.")
    ground: CareGround = strawberry.field(description="On what it rests.")
    decision_no: str = strawberry.field(description="Number of the decision.")
    carer_check: str = strawberry.field(description="How the carer was checked.")
    carer_name: str | None = strawberry.field(default=None, description="Who takes care of the child, in a family.")
    facility: str | None = strawberry.field(default=None, description="Code of the facility, if it is one.")
    child_view: str | None = strawberry.field(
        default=None, description="What the child said; asked from seven years on."
    )

    def command(self, codes: Codes) -> PlaceInAlternativeCare:
        return PlaceInAlternativeCare(
            kind=self.kind,
            ground=self.ground,
            decision_no=self.decision_no,
            carer_check=self.carer_check,
            carer_name=self.carer_name,
            facility=codes.unit_if_named(self.facility, "facility"),
            child_view=self.child_view,
        )


@strawberry.input(description="What monitoring found.")
class MonitorAlternativeCareInput(CaseActInput):
    found: Suitability = strawberry.field(description="Whether the placement suits.")
    seen: str = strawberry.field(description="What was seen.")
    child_view: str | None = strawberry.field(default=None, description="What the child said.")

    def command(self, codes: Codes) -> MonitorAlternativeCare:
        return MonitorAlternativeCare(
            found=self.found,
            seen=self.seen,
            child_view=self.child_view,
        )


@strawberry.input(description="Why the placement ends.")
class EndAlternativeCareInput(CaseActInput):
    ground: CareEnd = strawberry.field(description="The ground.")

    def command(self, codes: Codes) -> EndAlternativeCare:
        return EndAlternativeCare(
            ground=self.ground,
        )


@strawberry.input(description="What must be done until when.")
class IssueDirectionInput(CaseActInput):
    content: str = strawberry.field(description="What must be done.")
    due_at: Instant = strawberry.field(description="Until when.")
    lead: str | None = strawberry.field(
        default=None, description="Code of the unit that leads from now on, after a refused transfer."
    )

    def command(self, codes: Codes) -> IssueDirection:
        return IssueDirection(
            content=self.content,
            due_at=self.due_at,
            lead=codes.unit_if_named(self.lead, "lead"),
        )


@strawberry.input(description="What was done.")
class AnswerDirectionInput(CaseActInput):
    ref: str = strawberry.field(description="Number of the direction within the case.")
    done: str = strawberry.field(description="What was done.")

    def command(self, codes: Codes) -> AnswerDirection:
        return AnswerDirection(
            ref=self.ref,
            done=self.done,
        )


@strawberry.input(description="To whom which data go, why and by what right.")
class DiscloseToThirdPartyInput(CaseActInput):
    recipient: str = strawberry.field(description="Who receives it.")
    purpose: str = strawberry.field(description="What for.")
    kinds: list[PersonalKind] = strawberry.field(description="What kinds of data.")
    legal_basis: str | None = strawberry.field(default=None, description="Article of law, unless there is consent.")
    representative_consents: bool = strawberry.field(default=False, description="The child's representative consents.")
    child_consents: bool = strawberry.field(default=False, description="The child consents; asked from seven years on.")

    def command(self, codes: Codes) -> DiscloseToThirdParty:
        return DiscloseToThirdParty(
            recipient=self.recipient,
            purpose=self.purpose,
            kinds=tuple(self.kinds),
            legal_basis=self.legal_basis,
            representative_consents=self.representative_consents,
            child_consents=self.child_consents,
        )


@strawberry.input(description="Nothing is disclosed; `reason` says why.")
class RefuseDisclosureInput(CaseActInput):
    asked_by: str = strawberry.field(description="Who asked.")

    def command(self, codes: Codes) -> RefuseDisclosure:
        return RefuseDisclosure(
            asked_by=self.asked_by,
        )


@strawberry.type
class CaseCareMutations:
    place_in_alternative_care: CasePayload = act(PLACE_IN_ALTERNATIVE_CARE, PlaceInAlternativeCareInput, CasePayload)
    monitor_alternative_care: CasePayload = act(MONITOR_ALTERNATIVE_CARE, MonitorAlternativeCareInput, CasePayload)
    end_alternative_care: CasePayload = act(END_ALTERNATIVE_CARE, EndAlternativeCareInput, CasePayload)
    issue_direction: CasePayload = act(ISSUE_DIRECTION, IssueDirectionInput, CasePayload)
    answer_direction: CasePayload = act(ANSWER_DIRECTION, AnswerDirectionInput, CasePayload)
    disclose_to_third_party: CasePayload = act(DISCLOSE_TO_THIRD_PARTY, DiscloseToThirdPartyInput, CasePayload)
    refuse_disclosure: CasePayload = act(REFUSE_DISCLOSURE, RefuseDisclosureInput, CasePayload)
