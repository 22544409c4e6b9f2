"""Annul a wrong confirmation of a death, from above: the child lives, and every clock runs again from its own start.

Whatever became of the danger while nobody looked, it is assessed anew where no assessment is due already.
"""

from dataclasses import dataclass, replace
from typing import Annotated

from domain.case.act import CITY_CHAIR_ABOVE, Case, Phase, chair_of_lead
from domain.case.fields import Findings
from domain.case.movement.clocks import goes_on, this_death, what_the_death_ended
from domain.case.movement.confirming import MET_BEFORE_THE_DEATH, met_after
from domain.case.movement.death import DeathNumber, MetAlive
from domain.case.sameness.news import ChildNews, told_in_the_others
from domain.case.state.death import DeathStanding, known_now
from domain.law import basis, duty
from domain.record.act import (
    Action,
    DecisionContext,
    FollowUp,
    Label,
    Line,
    Refusal,
    insist,
    owed,
    present,
    required,
)
from domain.record.fields import Claimed, DecisionNo, Labelled, Personal, says
from domain.record.who import May, Role, Scope


class WhyAnnulled(Labelled):
    """Why a confirmation of a death was wrong."""

    ANOTHER_CHILD = "another_child", "Văn bản là của trẻ em khác", "The document is about another child"
    DOCUMENT_FALSE = "document_false", "Văn bản giả hoặc đã bị hủy", "The document is false, or was cancelled"
    WRITTEN_WRONGLY = "written_wrongly", "Ghi nhầm hồ sơ", "Written on the wrong file"


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnulDeath:
    """The decision, why the confirmation was wrong, and when the child was met alive."""

    decision_no: DecisionNo
    ground: Annotated[WhyAnnulled, says("Căn cứ hủy việc xác nhận", "Why the confirmation was wrong")]
    met_at: Annotated[MetAlive, Claimed]
    findings: Findings


@dataclass(frozen=True, slots=True, kw_only=True)
class DeathConfirmationAnnulled:
    """The child lives. `phase`: where the case stands again."""

    number: DeathNumber
    decision_no: str
    ground: WhyAnnulled
    met_at: MetAlive
    findings: Personal
    phase: Annotated[Phase, says("Giai đoạn của vụ việc được khôi phục", "Where the case stands again")]


DEATH_NOT_CONFIRMED = Refusal(
    "death_not_confirmed",
    vi="Hồ sơ không có việc tử vong nào đã được xác nhận.",
    en="No death is confirmed on this file.",
)


def decide(case: Case, command: AnnulDeath, context: DecisionContext) -> DeathConfirmationAnnulled:
    taken = required(case.death_settled, DEATH_NOT_CONFIRMED)
    insist(*met_after(taken, command.met_at, context))
    return DeathConfirmationAnnulled(
        number=taken.number,
        decision_no=command.decision_no.strip(),
        ground=command.ground,
        met_at=command.met_at,
        findings=context.text(command.findings),
        phase=present(taken.phase_before),
    )


def evolve(case: Case, event: DeathConfirmationAnnulled, line: Line) -> Case:
    deaths = known_now(case.deaths, event.number, standing=DeathStanding.ANNULLED)
    return replace(case, phase=event.phase, deaths=deaths, news_at=line.occurred_at)


def tell_the_others(case: Case, line: Line) -> tuple[FollowUp, ...]:
    return told_in_the_others(case, line.file_id, ChildNews.DEATH_ANNULLED)


ANNUL_DEATH = Action(
    command=AnnulDeath,
    event=DeathConfirmationAnnulled,
    stored_as="case.child_death_annulled.1",
    asks=Label(vi="Hủy việc xác nhận trẻ em tử vong", en="Annul the confirmation of a death"),
    tells=Label(vi="Đã hủy việc xác nhận trẻ em tử vong, trẻ em còn sống", en="Confirmation of death annulled"),
    may=(*May.within(Scope.ANY, Role.DEPARTMENT_DIRECTOR, Role.CHIEF_INSPECTOR), *CITY_CHAIR_ABOVE),
    phases=frozenset({Phase.DECEASED}),
    basis=basis.HEADS_ANSWER,
    refuses=(DEATH_NOT_CONFIRMED, MET_BEFORE_THE_DEATH),
    decide=decide,
    evolve=evolve,
    starts=owed(
        *(duty.INITIAL_RISK, duty.URGENT_MEASURES),
        answers=chair_of_lead,
        when=goes_on,
        refs=this_death,
        beside=True,
    ),
    restarts=what_the_death_ended,
    follows=tell_the_others,
    four_eyes=lambda case: case.death_settled.settler if case.death_settled else None,
)
