"""Who may end a case, or lay it aside: who leads it, unless a lapse on its file bars him, or was left to him.

Handing a case on settles nothing: what ran out under the unit that led before, and is not met yet, is met first, or the
office above decides.
"""

from domain.case.state.case import Case
from domain.law.duty import Duty
from domain.record.answering import SETTLING as SETTLING_ANY
from domain.record.answering import may_settle, still_open
from domain.record.file import DecisionContext
from domain.record.refusal import Check, Refusal
from domain.record.vocabulary import Role

FORMER_LEAD_LAPSED = Refusal(
    "former_lead_lapsed",
    vi="Đơn vị chủ trì trước còn để thời hạn quá hạn chưa được giải quyết. Đề nghị hoàn thành việc đã quá hạn trước, "
    "hoặc để cấp trên quyết định.",
    en="A duty that ran out under the unit that led before is still not met. Meet it first, or have the office above "
    "decide.",
)
SETTLING = (*SETTLING_ANY, FORMER_LEAD_LAPSED)


def may_settle_case(case: Case, context: DecisionContext, but: Duty | None = None) -> list[Check]:
    """The checks for `insist` of an act that ends the case or lays it aside. `but`: the duty that the act meets."""
    former = {each.from_unit.id for each in case.handovers} - {case.unit_in_lead.id}
    left = any(
        each.answers is not None and each.answers.unit.id in former and (but is None or each.code != but.code)
        for each in still_open(context)
    )
    above = context.by.role is Role.CITY_CHAIR
    return [
        *may_settle(case.unit_in_lead, context, but, left_above=left),
        (above or not left, FORMER_LEAD_LAPSED),
    ]
