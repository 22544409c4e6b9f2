"""What a lapse says: which duty, since when and until when, who had it meanwhile, and who of them answers."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated
from uuid import UUID

from domain.record.fields import PERSON, Clear, OfficeRef, UnitRef, says
from domain.record.holders import Held

CodeOfDuty = Annotated[str, says("Mã thời hạn đã quá", "Code of the duty that lapsed"), Clear.LINK]
RefOfDuty = Annotated[str, says("Mã nội dung mà thời hạn áp dụng", "Reference of what the duty is about"), Clear.LINK]
CountedFrom = Annotated[datetime, says("Thời điểm bắt đầu tính thời hạn", "Counted from")]
DueAt = Annotated[datetime, says("Thời điểm hết hạn", "Due at")]
AnswersForIt = Annotated[OfficeRef, says("Chức danh chịu trách nhiệm", "Office that answers for it")]
WhoAnswers = Annotated[
    UUID | None, says("Người giữ chức danh chịu trách nhiệm", "Person who held that office then"), PERSON
]
NameOfWhoAnswers = Annotated[
    str | None,
    says("Họ và tên người giữ chức danh chịu trách nhiệm", "Name of who held that office then"),
    Clear.OFFICIAL,
]
VersionOfRule = Annotated[int, says("Phiên bản quy tắc tính thời hạn", "Version of the duty's rule")]
FoundAt = Annotated[datetime, says("Thời điểm phát hiện quá hạn", "Found at")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Delegate:
    """Who might act for the office by a delegation in force at the end; the head stays answerable."""

    document_no: Annotated[str, says("Số văn bản ủy quyền", "Number of the delegation"), Clear.NUMBER]
    office: Annotated[OfficeRef, says("Chức danh được ủy quyền", "Office it was delegated to")]
    holder: Annotated[UUID | None, says("Người giữ chức danh", "Who held the office"), PERSON]
    holder_name: Annotated[str | None, says("Họ và tên", "Name"), Clear.OFFICIAL]


HeldOneByOne = Annotated[tuple[Held, ...], says("Quá trình giữ trách nhiệm", "Who had it, one after the other")]
DelegatesThen = Annotated[
    tuple[Delegate, ...], says("Người được ủy quyền khi hết hạn", "Who acted for the office by delegation then")
]


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyLapsed:
    """A duty ran out and goes on. `answers` had it for the longest part of its time; `holder` at the end of that part.

    None: nobody held the office. `held` is everybody who had it, in order and without a gap. `others`: who may answer
    as well, where the unit that had it was split and no place told of says which successor it is.
    """

    code: CodeOfDuty
    ref: RefOfDuty
    since: CountedFrom
    due_at: DueAt
    answers: AnswersForIt
    holder: WhoAnswers
    holder_name: NameOfWhoAnswers
    held: HeldOneByOne
    delegates: DelegatesThen
    others: Annotated[
        tuple[UnitRef, ...],
        says(
            "Các đơn vị kế thừa khác; khi hồ sơ chưa nêu nơi xảy ra thuộc đơn vị nào sau khi chia",
            "Other successors; where the file does not say in which part of a unit that was split it happened",
        ),
    ]
    rule_version: VersionOfRule
    found_at: FoundAt


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyLapsed2:
    """As it was written when of a unit that was split the successor with the first code answered."""

    code: CodeOfDuty
    ref: RefOfDuty
    since: CountedFrom
    due_at: DueAt
    answers: AnswersForIt
    holder: WhoAnswers
    holder_name: NameOfWhoAnswers
    held: HeldOneByOne
    delegates: DelegatesThen
    rule_version: VersionOfRule
    found_at: FoundAt


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyLapsed1:
    """As it was written when only the office at the very end was looked up."""

    code: CodeOfDuty
    ref: RefOfDuty
    since: CountedFrom
    due_at: DueAt
    answers: AnswersForIt
    holder: WhoAnswers
    holder_name: NameOfWhoAnswers
    rule_version: VersionOfRule
    found_at: FoundAt
