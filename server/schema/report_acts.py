"""Inputs and mutations of the acts on a report."""

from typing import Any
from uuid import UUID

import strawberry

from domain.harm import HarmKind
from domain.report.link_report import LINK_REPORT
from domain.report.orders import LinkReport
from domain.report.receive_report import RECEIVE_REPORT, ReceiveReport
from domain.report.state import Channel
from server.schema.acting import ActInput, Codes, act
from server.schema.files import ReportPayload
from server.schema.ids import key_of
from server.schema.scalars import Instant


@strawberry.input(description="An act on an existing report.")
class ReportActInput(ActInput):
    report_id: strawberry.ID = strawberry.field(description="The report.")

    def file(self) -> UUID:
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
    child_birth_year: int | None = strawberry.field(default=None, description="The child's birth year.")
    reporter_name: str | None = strawberry.field(default=None, description="The reporter's name.")
    reporter_contact: str | None = strawberry.field(default=None, description="How to reach the reporter.")

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
        )


@strawberry.input(description="The case the report belongs to.")
class LinkReportInput(ReportActInput):
    case_id: strawberry.ID = strawberry.field(description="The case.")

    def command(self, codes: Codes) -> LinkReport:
        return LinkReport(case=key_of(self.case_id, "Case"))


@strawberry.type
class ReportMutations:
    receive_report: ReportPayload = act(RECEIVE_REPORT, ReceiveReportInput, ReportPayload)
    link_report: ReportPayload = act(LINK_REPORT, LinkReportInput, ReportPayload)
