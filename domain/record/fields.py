"""The door for the fields of an act: what they say of themselves, and those that many acts ask for alike."""

from typing import Annotated

from domain.label import Labelled
from domain.record.clear import Clear
from domain.record.field import (
    FILE_OR_PERSON,
    PERSON,
    AskedAs,
    BySystem,
    Claimed,
    FromNow,
    Names,
    ReadOn,
    points_at,
    says,
)
from domain.record.personal import Personal
from domain.record.vocabulary import Kind, OfficeRef, UnitRef

__all__ = [
    "FILE_OR_PERSON",
    "PERSON",
    "AskedAs",
    "BySystem",
    "ChildBirthYearIfAny",
    "ChildViewIfAny",
    "ChildViewThen",
    "Claimed",
    "Clear",
    "DecisionNo",
    "FromNow",
    "ItemNumber",
    "Kind",
    "Labelled",
    "Names",
    "OfficeRef",
    "OfficialName",
    "Personal",
    "ReadOn",
    "ResolutionNo",
    "Round",
    "UnitRef",
    "points_at",
    "says",
]

ChildBirthYearIfAny = Annotated[int | None, says("Năm sinh của trẻ em", "The child's birth year"), Clear.BIRTH_YEAR]
ChildViewIfAny = Annotated[str | None, says("Ý kiến của trẻ em", "What the child said")]
ChildViewThen = Annotated[Personal | None, says("Ý kiến của trẻ em", "What the child said")]
DecisionNo = Annotated[str, says("Số quyết định", "Number of the decision"), Clear.NUMBER]
ItemNumber = Annotated[str, says("Số thứ tự của nhiệm vụ", "Number of the item"), Clear.LINK]
OfficialName = Annotated[str, says("Họ và tên", "The name"), Clear.OFFICIAL]
ResolutionNo = Annotated[str, says("Số nghị quyết hoặc quyết định", "Number of the resolution"), Clear.NUMBER]
Round = Annotated[int, says("Kế hoạch lần thứ", "Round of the plan")]
