"""Propose a change of the approved plan, with the reason; nothing changes until the Chair has decided."""

from dataclasses import dataclass, replace

from domain.case.clocks import chair_of_lead, now
from domain.case.plan.items import check_new_items, numbered, past_due
from domain.case.state.case import Case, Phase
from domain.case.state.plan import Amendment, NewItem, PlanItem
from domain.case.who import WORKER_OF_RESIDENCE
from domain.law import basis, duty
from domain.law.term import local_day
from domain.record.action import Action, Starts
from domain.record.file import DecisionContext
from domain.record.line import Line
from domain.record.refusal import insist
from domain.record.vocabulary import Kind, Label


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposeAmendment:
    """The difference: items to add, references of items to drop. A new due day is a drop and an addition."""

    adds: tuple[NewItem, ...] = ()
    drops: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendmentProposed:
    """A change of the plan was proposed."""

    number: int
    adds: tuple[PlanItem, ...]
    drops: tuple[str, ...]


def decide(case: Case, command: ProposeAmendment, context: DecisionContext) -> AmendmentProposed:
    dropped = tuple(case.plan.item(ref) for ref in command.drops)
    today = local_day(context.at)
    insist(
        (case.plan.amendment is None, "amendment_waits"),
        (bool(command.adds or command.drops), "amendment_empty"),
        (all(i is not None and i.open for i in dropped), "item_unknown", "drops"),
        (not any(i is not None and past_due(i, today) for i in dropped), "item_overdue", "drops"),
        *check_new_items(command.adds, context),
        (
            case.plan.ends_on is None or all(i.due <= case.plan.ends_on for i in command.adds),
            "item_after_plan",
            "adds",
        ),
    )
    return AmendmentProposed(
        number=case.plan.amendments + 1,
        adds=numbered(command.adds, len(case.plan.items), context),
        drops=command.drops,
    )


def evolve(case: Case, event: AmendmentProposed, line: Line) -> Case:
    waiting = Amendment(ref=str(event.number), proposer=line.by.person, adds=event.adds, drops=event.drops)
    return replace(case, plan=replace(case.plan, amendment=waiting, amendments=event.number))


PROPOSE_AMENDMENT = Action(
    kind=Kind.CASE,
    command=ProposeAmendment,
    event=AmendmentProposed,
    stored_as="case.plan_amendment_proposed.1",
    asks=Label(vi="Đề nghị điều chỉnh kế hoạch", en="Propose a change of plan"),
    tells=Label(vi="Đã đề nghị điều chỉnh kế hoạch", en="Change of plan proposed"),
    may=WORKER_OF_RESIDENCE,
    phases=frozenset({Phase.PLAN_APPROVED, Phase.IN_SERVICE}),
    needs_reason=True,
    basis=basis.CARRY_OUT_PLAN,
    decide=decide,
    evolve=evolve,
    starts=(
        Starts(
            duty=duty.AMENDMENT_DECISION,
            since=now,
            answers=chair_of_lead,
            refs=lambda case, event, context: (str(event.number),),
        ),
    ),
)
