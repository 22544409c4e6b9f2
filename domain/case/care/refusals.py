"""What several acts are refused for, case/care."""

from domain.record.refusal import Refusal

NOT_IN_CARE = Refusal(
    "not_in_care", vi="Trẻ em hiện không được chăm sóc thay thế.", en="The child is not in alternative care."
)
