"""What several acts are refused for, unit."""

from domain.record.refusal import Refusal

ENDS_BEFORE_IT_BEGAN = Refusal(
    "ends_before_it_began", vi="Ngày kết thúc phải sau ngày bắt đầu.", en="The last day must lie after the first."
)

SUCCESSOR_ITSELF = Refusal(
    "successor_itself", vi="Đơn vị không thể tự kế thừa chính mình.", en="A unit cannot be its own successor."
)

SUCCESSOR_NOT_LIVING = Refusal(
    "successor_not_living",
    vi="Đơn vị kế thừa chưa thành lập hoặc đã kết thúc vào ngày đó. Đề nghị thành lập đơn vị mới trước.",
    en="A successor does not exist on that day or has ended. Establish the new unit first.",
)
