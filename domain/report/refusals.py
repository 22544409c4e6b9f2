"""What several acts are refused for, report."""

from domain.record.refusal import Refusal

FORWARD_TO_ITSELF = Refusal(
    "forward_to_itself", vi="Đơn vị nhận phải khác đơn vị chuyển.", en="Send it to another unit than your own."
)
