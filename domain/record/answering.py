"""Who answers for a lapse of a file, and so may not settle it, and who then does it in his place.

Whether a lapse was anybody's fault is for others to decide. Until they have, whoever answers for it neither ends nor
lays aside the file that shows it, and nobody does it in his name: it goes to the office above.
"""

from collections.abc import Iterable, Iterator
from uuid import UUID

from domain.law.duty import Duty
from domain.record.file import DecisionContext, Lapsed
from domain.record.refusal import Check, Refusal
from domain.record.refusals import ANSWERABLE_FOR_LAPSE
from domain.record.vocabulary import OfficeRef, Role, UnitRef

COMMUNE_DECIDES = Refusal(
    "commune_decides",
    vi="Việc này do Chủ tịch UBND cấp xã quyết định. Cấp trên chỉ quyết định thay khi người đó đang chịu trách nhiệm "
    "về thời hạn đã quá trong hồ sơ, hoặc khi chưa có ai giữ chức danh.",
    en="The commune Chair decides this. The office above decides only while the Chair answers for a lapse of the file, "
    "or while nobody holds the office.",
)
DELEGATED_BY_NOBODY = Refusal(
    "delegated_by_nobody",
    vi="Người ký văn bản ủy quyền không còn giữ chức danh. Việc này do người đang giữ chức danh hoặc cấp trên "
    "quyết định.",
    en="Who signed the delegation no longer holds the office. Its present holder, or the office above, decides this.",
)
SETTLING = (ANSWERABLE_FOR_LAPSE, COMMUNE_DECIDES, DELEGATED_BY_NOBODY)


def may_settle(
    unit: UnitRef, context: DecisionContext, but: Duty | None = None, left_above: bool = False
) -> list[Check]:
    """The checks for `insist` of an act that ends a file of the unit, or lays it aside.

    `but`: the duty that the act itself meets, so that a late decision does not bar its own making. The city Chair is
    barred by his own lapses until he has made them good. `left_above`: the office above may decide for another reason.
    """
    barred = _who_answers(but, context.file.lapses)
    above = context.by.role is Role.CITY_CHAIR
    chair = context.register.holder(context.register.answerable(unit, Role.COMMUNE_CHAIR, context.at).id, context.at)
    return [
        not_barred(context, but),
        (_giver_is_there(context), DELEGATED_BY_NOBODY),
        (not above or chair is None or chair.person in barred or left_above, COMMUNE_DECIDES),
    ]


def not_barred(context: DecisionContext, but: Duty | None = None) -> Check:
    """That neither who acts, nor who gave him the power, answers for a lapse. `but`: as for `may_settle`."""
    above = context.by.role is Role.CITY_CHAIR  # above the city Chair there is nobody
    barring = still_open(context) if above else context.file.lapses
    return (not _who_answers(but, barring) & _in_whose_power(context), ANSWERABLE_FOR_LAPSE)


def is_barred(office: OfficeRef, context: DecisionContext) -> bool:
    """Whether who holds the office now answers for a lapse of the file."""
    holder = context.register.holder(office.id, context.at)
    return holder is not None and holder.person in _who_answers(None, context.file.lapses)


def answers_for_open_lapse(context: DecisionContext, but: Duty | None = None) -> bool:
    """Whether who acts, or in whose power, answers for a lapse not made good here. `but`: as for `may_settle`."""
    return bool(_in_whose_power(context) & _who_answers(but, still_open(context)))


def still_open(context: DecisionContext) -> Iterator[Lapsed]:
    """The lapses of duties that are not met yet."""
    return (each for each in context.file.lapses if (each.code, each.ref) in context.file.lapsed)


def _who_answers(but: Duty | None, lapses: Iterable[Lapsed]) -> set[UUID]:
    return {each.holder for each in lapses if each.holder is not None and (but is None or each.code != but.code)}


def _in_whose_power(context: DecisionContext) -> set[UUID | None]:
    by = context.by
    giver = context.register.holder(by.power.id, context.at) if by.power is not None else None
    return {by.person, by.given_by, giver.person if giver is not None else None}


def _giver_is_there(context: DecisionContext) -> bool:
    """Whether who signed the paper still holds the office: a file is not settled in the name of who is gone."""
    by = context.by
    giver = context.register.holder(by.power.id, context.at) if by.power is not None else None
    return by.power is None or (giver is not None and giver.person == by.given_by)
