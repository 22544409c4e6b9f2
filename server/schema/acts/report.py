"""Inputs and mutations of the acts on a report."""

from uuid import UUID

import strawberry

from domain.law.harm import HarmKind
from domain.report.acknowledge_report import ACKNOWLEDGE_REPORT, AcknowledgeReport
from domain.report.answer_reporter import ANSWER_REPORTER, AnswerReporter
from domain.report.correct_report import CORRECT_REPORT, CorrectReport
from domain.report.follow_ups import LinkReport
from domain.report.forward_report import FORWARD_REPORT, ForwardReport
from domain.report.link_report import LINK_REPORT
from domain.report.receive_report import RECEIVE_REPORT, ReceiveReport
from domain.report.reject_report import REJECT_REPORT, RejectReport
from domain.report.return_report import RETURN_REPORT, ReturnReport
from domain.report.state import AnswerTemplate, Channel, RejectionGround
from server.schema.acts.acting import ActInput, Codes, act
from server.schema.acts.payloads import ReportPayload
from server.schema.base.ids import key_of
from server.schema.base.scalars import Instant


@strawberry.input(description="An act on an existing report.")
class ReportActInput(ActInput):
    report_id: strawberry.ID = strawberry.field(description="The report.")

    def file(self, codes: Codes) -> UUID:
        return key_of(self.report_id, "Report")


@strawberry.input(description="What the receiver was told (form 01).")
class ReceiveReportInput(ActInput):
    channel: Channel = strawberry.field(description="How it came.")
    received_at: Instant = strawberry.field(description="When it was told.")
    place_unit: str = strawberry.field(description="Code of the commune where it happened.")
    harm_kinds: list[HarmKind] = strawberry.field(description="Kinds of harm told.")
    narrative: str = strawberry.field(description="What was told, in full.")
    danger_now: bool = strawberry.field(default=False, description="The child is in danger now.")
    anonymous: bool = strawberry.field(default=False, description="The reporter gives no name.")
    child_name: str | None = strawberry.field(default=None, description="The child's name, if told.")
    child_birth_year: int | None = strawberry.field(default=None, description="The child's birth year, if told.")
    reporter_name: str | None = strawberry.field(default=None, description="The reporter's name.")
    reporter_contact: str | None = strawberry.field(default=None, description="How to reach the reporter.")
    known_at: Instant | None = strawberry.field(
        default=None,
        description="When the receiver's own people came to know, where they found it themselves and had to tell.",
    )

    def command(self, codes: Codes) -> ReceiveReport:
        return ReceiveReport(
            channel=self.channel,
            received_at=self.received_at,
            place=codes.unit(self.place_unit),
            harm_kinds=tuple(self.harm_kinds),
            narrative=self.narrative,
            danger_now=self.danger_now,
            anonymous=self.anonymous,
            child_name=self.child_name,
            child_birth_year=self.child_birth_year,
            reporter_name=self.reporter_name,
            reporter_contact=self.reporter_contact,
            known_at=self.known_at,
        )


@strawberry.input(description="What to read instead; what is left out stays as it was.")
class CorrectReportInput(ReportActInput):
    corrects: int = strawberry.field(description="Version of the line that is corrected; 1 is the receipt.")
    received_at: Instant | None = strawberry.field(default=None, description="When it was told.")
    harm_kinds: list[HarmKind] | None = strawberry.field(default=None, description="Kinds of harm told.")
    narrative: str | None = strawberry.field(default=None, description="What was told, in full.")
    danger_now: bool | None = strawberry.field(default=None, description="The child was in danger then.")
    child_name: str | None = strawberry.field(default=None, description="The child's name.")
    child_birth_year: int | None = strawberry.field(default=None, description="The child's birth year.")

    def command(self, codes: Codes) -> CorrectReport:
        return CorrectReport(
            corrects=self.corrects,
            received_at=self.received_at,
            harm_kinds=tuple(self.harm_kinds) if self.harm_kinds is not None else None,
            narrative=self.narrative,
            danger_now=self.danger_now,
            child_name=self.child_name,
            child_birth_year=self.child_birth_year,
        )


@strawberry.input(description="Where the report goes.")
class ForwardReportInput(ReportActInput):
    to_unit: str = strawberry.field(description="Code of the unit that is to act on it.")

    def command(self, codes: Codes) -> ForwardReport:
        return ForwardReport(
            to_unit=codes.unit(self.to_unit),
        )


@strawberry.input(description="The unit it was sent to has it.")
class AcknowledgeReportInput(ReportActInput):
    def command(self, codes: Codes) -> AcknowledgeReport:
        return AcknowledgeReport()


@strawberry.input(description="Which unit is the right one.")
class ReturnReportInput(ReportActInput):
    right_unit: str = strawberry.field(description="Code of the unit that it should have gone to.")

    def command(self, codes: Codes) -> ReturnReport:
        return ReturnReport(
            right_unit=codes.unit(self.right_unit),
        )


@strawberry.input(description="The case the report belongs to.")
class LinkReportInput(ReportActInput):
    case_id: strawberry.ID = strawberry.field(description="The case.")

    def command(self, codes: Codes) -> LinkReport:
        return LinkReport(
            case=key_of(self.case_id, "Case"),
        )


@strawberry.input(description="Why the report is not taken further.")
class RejectReportInput(ReportActInput):
    ground: RejectionGround = strawberry.field(description="The ground.")
    duplicate_of_id: strawberry.ID | None = strawberry.field(
        default=None, description="The earlier report, for a duplicate."
    )
    truth_check: str | None = strawberry.field(
        default=None, description="How the truth was checked and with what result, unless it is a duplicate."
    )

    def command(self, codes: Codes) -> RejectReport:
        return RejectReport(
            ground=self.ground,
            duplicate_of=key_of(self.duplicate_of_id, "Report") if self.duplicate_of_id else None,
            truth_check=self.truth_check,
        )


@strawberry.input(description="Which of the fixed texts the reporter is told.")
class AnswerReporterInput(ReportActInput):
    template: AnswerTemplate = strawberry.field(description="The text.")

    def command(self, codes: Codes) -> AnswerReporter:
        return AnswerReporter(
            template=self.template,
        )


@strawberry.type
class ReportMutations:
    receive_report: ReportPayload = act(RECEIVE_REPORT, ReceiveReportInput, ReportPayload)
    correct_report: ReportPayload = act(CORRECT_REPORT, CorrectReportInput, ReportPayload)
    forward_report: ReportPayload = act(FORWARD_REPORT, ForwardReportInput, ReportPayload)
    acknowledge_report: ReportPayload = act(ACKNOWLEDGE_REPORT, AcknowledgeReportInput, ReportPayload)
    return_report: ReportPayload = act(RETURN_REPORT, ReturnReportInput, ReportPayload)
    link_report: ReportPayload = act(LINK_REPORT, LinkReportInput, ReportPayload)
    reject_report: ReportPayload = act(REJECT_REPORT, RejectReportInput, ReportPayload)
    answer_reporter: ReportPayload = act(ANSWER_REPORTER, AnswerReporterInput, ReportPayload)
