"""What a case has to do with others: what they are asked, what they say must be done, to whom the lead passes."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated
from uuid import UUID

from domain.law.harm import HarmKind
from domain.record.fields import PERSON, Personal, UnitRef, says


@dataclass(frozen=True, slots=True, kw_only=True)
class InformationRequest:
    """Information asked of a body. A refusal does not end the duty to provide it."""

    ref: Annotated[str, says("Số thứ tự trong vụ việc", "Number within the case")]
    from_body: Annotated[UnitRef, says("Cơ quan được yêu cầu", "The body asked")]
    asked_at: Annotated[datetime, says("Thời điểm yêu cầu", "When it was asked")]
    provided: Annotated[bool, says("Đã cung cấp", "Provided")] = False
    refused: Annotated[
        bool, says("Đã từ chối; nghĩa vụ cung cấp vẫn còn", "Refused; the duty to provide it goes on")
    ] = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Direction:
    """What a higher level told the case's unit to do."""

    ref: Annotated[str, says("Số thứ tự trong vụ việc", "Number within the case")]
    by: UnitRef
    due_at: datetime
    answered: Annotated[bool, says("Đã báo cáo thực hiện", "Answered")] = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """The lead passed from one unit to another."""

    from_unit: UnitRef
    to_unit: Annotated[UnitRef, says("Đơn vị chủ trì sau", "To which unit")]
    at: Annotated[datetime, says("Thời điểm chuyển chủ trì", "When the lead passed")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What is to be read otherwise once somebody else than who proposed it has confirmed it."""

    number: Annotated[int, says("Số thứ tự của đính chính", "Number of the correction")]
    proposer: Annotated[UUID | None, says("Người đề nghị đính chính", "Who proposed it"), PERSON]
    place: Annotated[UnitRef | None, says("Nơi xảy ra theo đính chính", "Place, as corrected")]
    residence: Annotated[UnitRef | None, says("Nơi cư trú theo đính chính", "Residence, as corrected")]
    child_birth_year: Annotated[int | None, says("Năm sinh theo đính chính", "Birth year, as corrected")]
    harm_dropped: Annotated[
        tuple[HarmKind, ...], says("Các dạng tổn hại không còn ghi nhận", "Kinds of harm no longer told of")
    ]
    child_name: Annotated[Personal | None, says("Họ và tên trẻ em theo đính chính", "Child's name, as corrected")] = (
        None
    )
    child_identifier: Annotated[
        Personal | None, says("Số định danh cá nhân của trẻ em theo đính chính", "Child's identifier, as corrected")
    ] = None
