"""A linked report joins the case: its clocks count from its receipt, beside those that are overdue already."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from domain.case.act import SYSTEM, Case, chair_of_lead, open_to_news
from domain.case.follow_ups import JoinReport
from domain.case.intake.clocks import danger_told, from_receipt, separation_clock, this_report
from domain.case.intake.earlier import ReportJoined1
from domain.case.movement.merging import passed_on
from domain.case.sameness.news import ChildNews, told_in_the_others
from domain.law import basis, duty
from domain.law.harm import HarmKind
from domain.record.act import Action, DecisionContext, Earlier, FollowUp, Label, Line, Refusal, insist, owed


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportJoined:
    """A report is part of the case; the kinds of harm only grow by it."""

    report: UUID
    received_at: datetime
    harm_kinds: tuple[HarmKind, ...]


REPORT_ALREADY_JOINED = Refusal(
    "report_already_joined", vi="Tin báo này đã có trong vụ việc.", en="This report is already part of the case."
)


def decide(case: Case, command: JoinReport, context: DecisionContext) -> ReportJoined:
    insist((command.report not in case.reports, REPORT_ALREADY_JOINED, "report"))
    return ReportJoined(report=command.report, received_at=command.received_at, harm_kinds=command.harm_kinds)


def evolve(case: Case, event: ReportJoined, line: Line) -> Case:
    kinds = tuple(dict.fromkeys((*case.harm_kinds, *event.harm_kinds)))
    return replace(evolve_1(case, event, line), harm_kinds=kinds)


def evolve_1(case: Case, event: ReportJoined | ReportJoined1, line: Line) -> Case:
    earliest = min(case.clock_start or event.received_at, event.received_at)
    return replace(case, reports=(*case.reports, event.report), clock_start=earliest, news_at=line.occurred_at)


def pass_on(case: Case, line: Line) -> tuple[FollowUp, ...]:
    joined = line.event
    kinds = joined.harm_kinds if isinstance(joined, ReportJoined) else ()
    told = JoinReport(report=joined.report, received_at=joined.received_at, harm_kinds=kinds)
    onward = passed_on(case, told)
    return (*onward, *told_in_the_others(case, line.file_id, ChildNews.REPORT_JOINED))


JOIN_REPORT = Action(
    command=JoinReport,
    event=ReportJoined,
    stored_as="case.report_joined.2",
    asks=Label(vi="Nhập tin báo vào vụ việc", en="Join a report to the case"),
    tells=Label(vi="Tin báo đã được nhập vào vụ việc", en="Report joined the case"),
    may=SYSTEM,
    basis=basis.WHAT_IS_TO_BE_DONE,
    refuses=(REPORT_ALREADY_JOINED,),
    decide=decide,
    evolve=evolve,
    reads=lambda file, command: (command.report,),
    follows=pass_on,
    earlier=(Earlier(event=ReportJoined1, stored_as="case.report_joined.1", evolve=evolve_1),),
    starts=(
        *owed(
            duty.INITIAL_RISK,
            since=from_receipt,
            answers=chair_of_lead,
            when=open_to_news,
            refs=this_report,
            beside=True,
        ),
        *owed(
            duty.URGENT_MEASURES,
            since=from_receipt,
            answers=chair_of_lead,
            when=danger_told,
            refs=this_report,
            beside=True,
        ),
        *owed(duty.SEPARATION_DECISION, since=from_receipt, answers=chair_of_lead, refs=separation_clock),
    ),
)
