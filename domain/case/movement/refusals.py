"""What several acts are refused for, case/movement."""

from domain.record.refusal import Refusal

URGENT_MEASURE_OPEN = Refusal(
    "urgent_measure_open",
    vi="Còn biện pháp khẩn cấp chưa hoàn thành hoặc chưa quyết định.",
    en="An urgent measure is not completed, or not decided.",
)
