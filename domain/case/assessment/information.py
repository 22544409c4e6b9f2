"""What the acts that answer a request for information share: which request, and who was asked."""

from domain.case.state.case import Case
from domain.case.state.dealings import InformationRequest
from domain.record.refusal import Refusal, required

INFORMATION_REQUEST_NOT_FOUND = Refusal(
    "information_request_not_found",
    vi="Không có yêu cầu cung cấp thông tin nào còn chờ với số này.",
    en="No request for information with this number is waiting.",
)

NOT_THE_ASKED_BODY = Refusal(
    "not_the_asked_body",
    vi="Yêu cầu này gửi cho cơ quan khác. Chỉ cơ quan được yêu cầu mới trả lời.",
    en="Another body was asked. Only that body may answer.",
)


def asked_for(case: Case, ref: str) -> InformationRequest:
    """The request under this number that still waits; refuses when there is none such."""
    waiting = next((r for r in case.information if r.ref == ref and not r.provided), None)
    return required(waiting, INFORMATION_REQUEST_NOT_FOUND, "ref")
