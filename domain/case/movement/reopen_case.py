"""Reopen a case that ended, because a new fact is known: assessment and urgent measures are due again."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated

from domain.case.act import CHAIR_OF_LEAD, POLICE, WORKER, Case, Phase, chair_of_lead, running_refs, unweighed
from domain.case.movement.clocks import since_known, this_reopening
from domain.case.state.death import ChildDeath, DeathStanding
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Label, Line, Refusal, insist, owed
from domain.record.fields import Claimed, Personal, says
from domain.record.refusals import HAPPENED_IN_FUTURE
from domain.record.who import May, Role, Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class ReopenCase:
    """The fact that came up and when."""

    new_fact: Annotated[str, says("Tình tiết mới", "The new fact")]
    known_at: Annotated[datetime, says("Thời điểm biết tình tiết mới", "When it became known"), Claimed]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseReopened:
    """The case is open again. `number` counts the reopenings."""

    number: Annotated[int, says("Lần mở lại", "Which reopening")]
    new_fact: Personal
    known_at: datetime


SEE_THE_CHILD = (Role.PROTECTION_WORKER, Role.COMMUNE_POLICE_HEAD)
NO_NEWS_WAITS = Refusal(
    "no_news_waits",
    vi="Không có tin báo mới chờ đánh giá. Việc mở lại do Chủ tịch UBND cấp xã, Sở Y tế hoặc thanh tra quyết định.",
    en="No news waits to be weighed. The Chair, the department or the inspectorate decides to reopen the case.",
)


def decide(case: Case, command: ReopenCase, context: DecisionContext) -> CaseReopened:
    insist(
        (command.known_at <= context.at, HAPPENED_IN_FUTURE, "known_at"),
        (context.by.role not in SEE_THE_CHILD or unweighed(case, command, context), NO_NEWS_WAITS),
    )
    return CaseReopened(number=case.reopened + 1, new_fact=context.text(command.new_fact), known_at=command.known_at)


def evolve(case: Case, event: CaseReopened, line: Line) -> Case:
    return replace(
        case,
        phase=Phase.OPEN,
        deaths=as_if_annulled(case.deaths),
        reopened=event.number,
        closed_at=None,
        truth_verified_at=None,
        true_before=case.true_before or case.truth_verified_at is not None,
        risk=None,
        risk_proposed=None,
        risk_confirmed=False,
        serious_danger=False,
        danger_proposed=False,
        news_at=line.occurred_at,
    )


def as_if_annulled(deaths: tuple[ChildDeath, ...]) -> tuple[ChildDeath, ...]:
    """Lines of before reopened the case of a child that was taken to be dead: that it was so stays on the file."""
    return tuple(replace(told, standing=DeathStanding.ANNULLED) if told.settled else told for told in deaths)


REOPEN_CASE = Action(
    command=ReopenCase,
    event=CaseReopened,
    stored_as="case.reopened.1",
    asks=Label(vi="Mở lại vụ việc", en="Reopen the case"),
    tells=Label(vi="Đã mở lại vụ việc", en="Case reopened"),
    may=(
        *CHAIR_OF_LEAD,
        *WORKER,
        *POLICE,
        *May.within(Scope.ANY, Role.HEALTH_DEPARTMENT_OFFICER, Role.CHIEF_INSPECTOR),
    ),
    phases=frozenset({Phase.CLOSED, Phase.UNFOUNDED}),
    needs_reason=True,
    basis=basis.WHAT_IS_TO_BE_DONE,
    refuses=(NO_NEWS_WAITS,),
    decide=decide,
    evolve=evolve,
    starts=(
        *owed(
            duty.INITIAL_RISK,
            since=since_known,
            answers=chair_of_lead,
            when=lambda case, event, context: not unweighed(case, event, context),
            refs=this_reopening,
            beside=True,
        ),
        *owed(
            duty.URGENT_MEASURES,
            since=since_known,
            answers=chair_of_lead,
            when=lambda case, event, context: not running_refs(duty.URGENT_MEASURES, context),
            refs=this_reopening,
            beside=True,
        ),
    ),
)
