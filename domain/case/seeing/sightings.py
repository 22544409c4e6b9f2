"""What acts that tell of the child are asked: whether it was met, met alone and heard, and what it said."""

from dataclasses import dataclass, replace
from typing import Annotated, ClassVar

from domain.case.plan.visits import latest
from domain.case.state.case import Case
from domain.case.state.sighting import ChildView, Occasion, Seen, Sighting, WhyNotHeard
from domain.record.field import says
from domain.record.file import DecisionContext
from domain.record.line import Line
from domain.record.personal import Personal
from domain.record.refusal import Check, Refusal, said

WORDS_OF_A_CHILD = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class SightingTold:
    """Whether the child was met and heard."""

    ASKED_AS: ClassVar[str] = "Sighting"

    view: Annotated[ChildView, says("Kết quả gặp trẻ em", "What came of meeting the child")]
    alone: Annotated[bool, says("Gặp riêng trẻ em", "The child was met alone")] = False
    child_said: Annotated[str | None, says("Lời trẻ em nói; ghi khi đã nghe", "In the child's words; if heard")] = None
    why_not_heard: Annotated[
        WhyNotHeard | None,
        says("Lý do không nghe được; ghi khi đã gặp mà không nghe", "Why it was not heard; if met and not heard"),
    ] = None

    @property
    def met(self) -> bool:
        """Whether the child was met."""
        return self.view is not ChildView.NOT_MET


SightingAsked = Annotated[SightingTold, says("Việc gặp trẻ em", "Meeting the child")]

CHILD_WORDS_MISSING = Refusal(
    "child_words_missing",
    vi="Trẻ em đã được nghe thì phải ghi lời trẻ em nói thành câu; một, hai chữ là chưa đủ.",
    en="A child that was heard said something: write it down as it was said; a word or two is not enough.",
)
SIGHTING_UNCLEAR = Refusal(
    "sighting_unclear",
    vi="Chỉ ghi lời trẻ em khi đã nghe; đã gặp mà không nghe thì ghi lý do; không gặp thì không ghi mục nào khác.",
    en="What the child said goes with a child that was heard, the reason with one that was met and not heard; "
    "nothing goes with one that was not met.",
)
NOT_TOO_YOUNG = Refusal(
    "not_too_young",
    vi="Trẻ em từ đủ 7 tuổi phải được hỏi ý kiến; không ghi là còn quá nhỏ.",
    en="A child of seven or more has a view of its own: it is not too young to be heard.",
)
CHILD_NOT_MET = Refusal(
    "child_not_met",
    vi="Chưa gặp được trẻ em nên không được ghi nhận việc này. "
    "Đề nghị ghi nhận lần đến không gặp được trẻ em, hoặc tổ chức tìm kiếm.",
    en="The child was not met, so this cannot be recorded. Record the visit that did not meet it, or start a search.",
)
SIGHTING_REFUSALS = (CHILD_WORDS_MISSING, SIGHTING_UNCLEAR, NOT_TOO_YOUNG, CHILD_NOT_MET)


def well_told(case: Case, told: SightingTold, context: DecisionContext) -> list[Check]:
    """The checks for `insist` of what is told of the child, whatever came of it."""
    heard, silent = told.view is ChildView.HEARD, told.view is ChildView.NOT_HEARD
    words = (told.child_said or "").split()
    knows = case.child_birth_year is not None and case.has_own_view(context.at)
    return [
        (not heard or len([w for w in words if said(w)]) >= WORDS_OF_A_CHILD, CHILD_WORDS_MISSING, _at("child_said")),
        (heard or not said(told.child_said), SIGHTING_UNCLEAR, _at("child_said")),
        (silent == (told.why_not_heard is not None), SIGHTING_UNCLEAR, _at("why_not_heard")),
        (told.met or not told.alone, SIGHTING_UNCLEAR, _at("alone")),
        (told.why_not_heard is not WhyNotHeard.TOO_YOUNG or not knows, NOT_TOO_YOUNG, _at("why_not_heard")),
    ]


def child_was_met(case: Case, told: SightingTold, context: DecisionContext) -> list[Check]:
    """The same, where nothing can be said of a child that was not met."""
    return [*well_told(case, told, context), (told.met, CHILD_NOT_MET, _at("view"))]


def kept(told: SightingTold, context: DecisionContext) -> Sighting:
    """What is told of the child, as its line keeps it."""
    return Sighting(
        view=told.view,
        alone=told.alone,
        child_said=context.private(told.child_said),
        why_not_heard=told.why_not_heard,
    )


def saw(case: Case, sighting: Sighting, occasion: Occasion, line: Line) -> Case:
    """The case once it was told whether the child was met: who is met is searched for no longer."""
    at, contact = line.occurred_at, case.contact
    seen = Seen(
        at=at,
        occasion=occasion,
        view=sighting.view,
        alone=sighting.alone,
        why_not_heard=sighting.why_not_heard,
    )
    contact = replace(contact, sightings=(*contact.sightings, seen))
    return replace(
        case,
        contact=contact.met_again(at) if sighting.met else contact,
        child_heard_at=latest(case.child_heard_at, at) if sighting.view is ChildView.HEARD else case.child_heard_at,
    )


def heard_then(case: Case, said_then: Personal | None, occasion: Occasion, line: Line) -> Case:
    """The case after a line of before lines said whether the child was met.

    One that tells what the child said tells that it was met; another tells nothing of it.
    """
    if said_then is None:
        return case
    heard = Sighting(view=ChildView.HEARD, alone=False, child_said=said_then, why_not_heard=None)
    return saw(case, heard, occasion, line)


def _at(field: str) -> tuple[str, ...]:
    return ("sighting", field)
