"""Vietnamese texts speak as an office does: to ông/bà, asking with "đề nghị", with one word for each thing."""

import re
from collections.abc import Iterator
from dataclasses import is_dataclass

import pytest

from domain.catalogue import ACTIONS, BY_STORED_NAME, REFUSALS_EVER
from domain.label import Labelled
from domain.law.duty import DUTIES
from domain.record.field import fields_of
from domain.record.personal import Personal
from server.faults import WORDS
from tests.record.test_words import ENUMS

NOT_OFFICIAL = {
    "hãy": re.compile(r"\bhãy\b", re.IGNORECASE),
    "bạn": re.compile(r"\bbạn\b", re.IGNORECASE),
    "trẻ without em": re.compile(r"\btrẻ\b(?! em\b)", re.IGNORECASE),
    "a form without số": re.compile(r"\bMẫu \d"),
    "asked twice": re.compile(r"đề nghị đề nghị", re.IGNORECASE),
}
A_REPORT_BY_ANOTHER_NAME = re.compile(
    r"(tiếp nhận|chuyển|trả lại|đính chính) (thông )?tin\b(?! báo)|(?<!thông )\btin (này|kia|đó|trùng)", re.I
)


def fields_at_any_depth(shape: type) -> Iterator[str]:
    for field in fields_of(shape):
        if field.called:
            yield field.called.vi
        if is_dataclass(field.of) and field.of is not Personal:
            yield from fields_at_any_depth(field.of)


def texts() -> Iterator[str]:
    for action in ACTIONS:
        yield from (action.asks.vi, action.tells.vi, action.basis.label.vi)
        yield from fields_at_any_depth(action.command)
    for action in BY_STORED_NAME.values():
        yield from fields_at_any_depth(action.event)
    yield from (each.vi for each in REFUSALS_EVER.values())
    for each in DUTIES:
        yield from (each.label.vi, each.start.vi, each.rules[-1].note.vi, each.rules[-1].basis.label.vi)
    for enum in ENUMS:
        if issubclass(enum, Labelled):
            yield from (member.label.vi for member in enum)
    yield from (vi for vi, _ in WORDS.values())


SHOWN = sorted(set(texts()))


@pytest.mark.parametrize("what", NOT_OFFICIAL)
def test_no_text_speaks_as_one_does_not_to_an_official(what: str) -> None:
    assert [text for text in SHOWN if NOT_OFFICIAL[what].search(text)] == []


def test_a_report_has_one_name() -> None:
    assert [text for text in SHOWN if A_REPORT_BY_ANOTHER_NAME.search(text)] == []


def test_the_search_for_such_words_finds_them() -> None:
    bad = ("Hãy ghi lại", "nếu sai, hãy sửa", "Bạn không có quyền", "Ý kiến của trẻ", "Đề nghị đề nghị lại", "(Mẫu 03)")
    assert all(any(each.search(text) for each in NOT_OFFICIAL.values()) for text in bad)
    assert A_REPORT_BY_ANOTHER_NAME.search("Đã tiếp nhận thông tin")
    assert not A_REPORT_BY_ANOTHER_NAME.search("Đã tiếp nhận tin báo")
    assert len(SHOWN) > 500
