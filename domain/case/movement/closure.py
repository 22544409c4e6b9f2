"""The closure test (Decree 56 art. 30, domain.md 2.8): all that stands in the way of closing a case."""

from domain.case.clocks import running_refs
from domain.case.state.case import Case, Phase
from domain.law import duty
from domain.law.term import local_day
from domain.record.answering import answers_for_open_lapse
from domain.record.file import DecisionContext
from domain.record.refusal import said
from domain.record.vocabulary import Labelled

AGE_OF_END = 16
"""Only the year of birth is known: it is certain that a child is sixteen once that year is over."""
URGENT_DECISIONS = (
    duty.INITIAL_RISK,
    duty.URGENT_MEASURES,
    duty.SEPARATION_DECISION,
    duty.NO_CONTACT_DECISION,
)


class CloseGround(Labelled):
    """Why a case closes."""

    SAFE_AND_STABLE = "safe_and_stable", "An toàn, ổn định", "Safe and stable"
    AGED_OUT = "aged_out", "Không còn là trẻ em", "No longer a child"


def closure_test(
    case: Case, ground: CloseGround, handover: str | None, context: DecisionContext
) -> list[tuple[bool, str]]:
    """The checks for `insist`, all of them, so that a refusal names every hindrance at once."""
    own = (
        _safe_and_stable(case, context) if ground is CloseGround.SAFE_AND_STABLE else _aged_out(case, handover, context)
    )
    guarded = case.protection.open_measures or case.protection.no_contact
    undecided = [ref for urgent in URGENT_DECISIONS for ref in running_refs(urgent, context)]
    return [
        *own,
        (not guarded and not undecided, "urgent_measure_open"),
        (case.protection.separation is None, "separation_active"),
        (all(d.answered for d in case.directions), "direction_open"),
        (
            not answers_for_open_lapse(context.by.person, context, but=duty.CLOSING_DECISION),
            "answerable_for_lapse",
        ),
    ]


def _safe_and_stable(case: Case, context: DecisionContext) -> list[tuple[bool, str]]:
    review = case.plan.review if case.phase is Phase.UNDER_REVIEW else None
    if review is None or (case.looked_at is not None and review.at < case.looked_at):
        return [(False, "review_required")]
    since, heard = case.plan.approved_at, case.child_heard_at
    return [
        (not review.risk_left, "risk_left"),
        (review.stable, "not_stable"),
        (not case.plan.open_items, "items_open"),
        (
            not case.has_own_view(context.at) or (heard is not None and since is not None and heard >= since),
            "child_view_missing",
        ),
    ]


def _aged_out(case: Case, handover: str | None, context: DecisionContext) -> list[tuple[bool, str]]:
    born = case.child_birth_year
    return [
        (born is not None and local_day(context.at).year - born > AGE_OF_END, "not_of_age"),
        (said(handover), "handover_required"),
    ]
