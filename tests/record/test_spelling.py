"""What looks the same is compared as the same: in names, in searches and where a name is covered."""

from __future__ import annotations

import sys
from unicodedata import category, normalize

import pytest

from domain.record import naming
from domain.record.naming import MatchedBy, forms, matched, words
from domain.record.spelling import one_spelling
from projections.text_index import lexemes, question
from server.schema.files.names import cover, names_in

KEY = bytes(32)
NAME = "Đỗ Thị Hoài Phương"
WRITTEN = {
    "as it is": NAME,
    "decomposed": normalize("NFD", NAME),
    "marks in another order": "Đ" + "o\u0303\u0302" + " Thi\u0323 Hoa\u0300i Phu\u031bo\u031bng",
    "full width": "Đỗ Thị \uff28oài Phương",
    "mathematical letters": "Đỗ Thị \U0001d407oài Phương",
    "Cyrillic letters": "Đỗ \u0422h\u1ecb H\u043eài \u0420h\u01b0\u01a1ng",
    "Greek letters": "Đỗ \u03a4h\u1ecb \u0397\u03bfài \u03a1hương",
    "Greek letters with their own marks": "Đỗ Thị Ho\u1f70i Phương",
    "Cyrillic letters with their own marks": "Đỗ Thị Ho\u0430\u0300i Phương",
    "eth": "\u00d0ỗ Thị Hoài Phương",
    "African D": "\u0189ỗ Thị Hoài Phương",
    "dotless i": "Đỗ Thị Hoà\u0131 Phương",
    "soft hyphen": "Đỗ Thị Ho\u00adài Phư\u00adơng",
    "zero width": "Đỗ Thị Ho\u200bài Phư\u200dơng",
    "right to left": "\u202bĐỗ Thị Hoài Phương\u202c",
    "no-break spaces": "Đỗ\u00a0Thị\u202fHoài\u2003Phương",
    "variation selector": "Đỗ Thị Hoài\ufe0f Phương",
    "a sign of an icon font": "Đỗ Thị Ho\ue8b6ài Phương\uf8ff",
    "a stray mark": "Đỗ Thị Hoài Ph\u0334ương",
    "capitals": NAME.upper(),
}
each_way = pytest.mark.parametrize("written", WRITTEN.values(), ids=WRITTEN)


def by(one: str, other: str) -> MatchedBy | None:
    """By what two names match: both as written, without a year."""
    ours = {text: form for form, text in forms(one, None, None)}
    return matched((ours[text], form) for form, text in forms(other, None, None) if text in ours)


@each_way
def test_however_it_is_written_it_is_the_same_child(written: str) -> None:
    assert by(written, NAME) is MatchedBy.NAME_ALONE
    assert forms(written, None, None) == forms(NAME, None, None)


@each_way
def test_however_it_is_written_it_is_found(written: str) -> None:
    asked = set(question(NAME, KEY).split(" & "))
    assert asked <= set(lexemes(f"Hôm nay gặp {written} ở nhà.", KEY))
    assert set(question(written, KEY).split(" & ")) == asked


@each_way
def test_however_it_is_written_it_is_covered(written: str) -> None:
    covered = cover(f"Hôm nay gặp {written} ở nhà.", tuple(names_in(NAME)))
    assert set(words(covered)).isdisjoint(words(NAME))


def test_without_the_one_spelling_most_of_them_are_other_children(monkeypatch: pytest.MonkeyPatch) -> None:
    def as_it_was(text: str) -> str:
        return normalize("NFC", text).casefold()

    monkeypatch.setattr(naming, "one_spelling", as_it_was)
    missed = {way for way, written in WRITTEN.items() if forms(written, None, None) != forms(NAME, None, None)}
    assert len(missed) >= 11, missed
    assert "as it is" not in missed


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Lý Mỹ Kỳ", "Lí Mĩ Kì", True),
        ("Quý", "Quí", True),
        ("Qúy", "Quí", True),
        ("Vy", "Vi", True),
        ("Thúy", "Thúi", False),
        ("Yến", "Iến", False),
        ("Thủy", "Thuỷ", True),
        ("Ngọc", "Ngoc", False),
        ("Ân", "An", False),
    ],
)
def test_the_vowel_i_is_written_in_two_ways_after_consonants_alone(one: str, other: str, same: bool) -> None:
    assert (set(map(naming.with_tone_last, words(one))) == set(map(naming.with_tone_last, words(other)))) is same


def test_every_sign_that_shows_nothing_goes_and_no_vietnamese_letter_does() -> None:
    unseen = (chr(c) for c in range(sys.maxunicode + 1) if category(chr(c)) in ("Cf", "Co"))
    assert [hex(ord(c)) for c in unseen if one_spelling(f"b{c}a") != "ba"] == []
    letters = "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ"
    assert one_spelling(letters) == letters
    assert one_spelling(letters.upper()) == letters
