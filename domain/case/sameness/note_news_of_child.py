"""Note what befell the child in another of its cases: a death that was confirmed or annulled, a new report."""

from dataclasses import dataclass
from uuid import UUID

from domain.case.act import SYSTEM, Case
from domain.case.sameness.news import ChildNews, NoteNewsOfChild
from domain.law import basis
from domain.record.act import Action, DecisionContext, Label, Line, Refusal, insist
from domain.record.same_child import ChildStanding, standing_to


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsOfChildNoted:
    """No clock moves by it: whoever leads this case looks whether one must."""

    case: UUID
    news: ChildNews


NOT_OF_ONE_CHILD = Refusal(
    "not_of_one_child",
    vi="Hai vụ việc chưa được xác định là của cùng một trẻ em.",
    en="The two cases were not found to be of one child.",
)


def decide(case: Case, command: NoteNewsOfChild, context: DecisionContext) -> NewsOfChildNoted:
    known = standing_to(case.same_child, command.case)
    insist((known is not None and known.standing is ChildStanding.LINKED, NOT_OF_ONE_CHILD, "case"))
    return NewsOfChildNoted(case=command.case, news=command.news)


def evolve(case: Case, event: NewsOfChildNoted, line: Line) -> Case:
    return case


NOTE_NEWS_OF_CHILD = Action(
    command=NoteNewsOfChild,
    event=NewsOfChildNoted,
    stored_as="case.news_of_child_noted.1",
    asks=Label(vi="Ghi nhận thông tin mới từ vụ việc khác của trẻ em", en="Note news from another case of the child"),
    tells=Label(vi="Có thông tin mới từ vụ việc khác của trẻ em", en="News from another case of the child"),
    may=SYSTEM,
    basis=basis.WHAT_IS_TOLD,
    refuses=(NOT_OF_ONE_CHILD,),
    decide=decide,
    evolve=evolve,
)
