"""Look into the lapses of a report: the level above says what it did, each for the lapses brought before it."""

from dataclasses import dataclass

from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Label, Line, insist, met
from domain.record.fields import Personal
from domain.record.looking import (
    LEVEL_ABOVE,
    NO_LAPSES_TO_LOOK_INTO,
    CodesLapsed,
    TakenStep,
    WhyLapsed,
    brought_before,
    codes_lapsed,
)
from domain.report.state import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class LookIntoLapsesOfReport:
    """What was found and done."""

    step: TakenStep
    found: WhyLapsed


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportLapsesLookedInto:
    """`lapsed`: the duties whose lapses were on the file by then."""

    step: TakenStep
    found: Personal
    lapsed: CodesLapsed


def decide(report: Report, command: LookIntoLapsesOfReport, context: DecisionContext) -> ReportLapsesLookedInto:
    insist((bool(brought_before(report, command, context)), NO_LAPSES_TO_LOOK_INTO))
    return ReportLapsesLookedInto(step=command.step, found=context.text(command.found), lapsed=codes_lapsed(context))


def evolve(report: Report, event: ReportLapsesLookedInto, line: Line) -> Report:
    return report


LOOK_INTO_LAPSES_OF_REPORT = Action(
    command=LookIntoLapsesOfReport,
    event=ReportLapsesLookedInto,
    stored_as="report.lapses_looked_into.1",
    asks=Label(vi="Xem xét tin báo nhiều lần quá hạn", en="Look into repeated lapses of a report"),
    tells=Label(vi="Cấp trên đã xem xét tin báo nhiều lần quá hạn", en="Level above looked into lapses of the report"),
    may=LEVEL_ABOVE,
    basis=basis.HEADS_ANSWER,
    refuses=(NO_LAPSES_TO_LOOK_INTO,),
    decide=decide,
    evolve=evolve,
    ends=met(duty.REPEATED_LAPSES, refs=brought_before),
)
