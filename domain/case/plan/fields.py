"""Fields of a plan that several acts or versions of an event keep."""

from typing import Annotated

from domain.label import Labelled
from domain.record.fields import says


class WhyLeft(Labelled):
    """On what it can rest that an item of a plan is left.

    That a family has moved is none: the case is transferred, or the child is searched for.
    """

    NOT_NEEDED = "not_needed", "Trẻ em không còn cần", "The child needs it no more"
    FAMILY_DECLINES = "family_declines", "Trẻ em, gia đình không đồng ý", "The child or the family does not agree"
    PROVIDER_UNABLE = "provider_unable", "Đơn vị không thực hiện được", "The unit cannot do it"
    DONE_OTHERWISE = "done_otherwise", "Đã được thay bằng việc khác", "Something else was done instead"


NumberOfVisit = Annotated[int, says("Lần thăm", "Which visit")]
IsStable = Annotated[bool, says("Trẻ em ổn định về mọi mặt", "The child is stable in all respects")]
CauseLeft = Annotated[WhyLeft, says("Căn cứ không thực hiện nhiệm vụ", "On what it rests that an item is left")]
NewRound = Annotated[int, says("Kế hoạch mới là lần thứ", "The new round")]
