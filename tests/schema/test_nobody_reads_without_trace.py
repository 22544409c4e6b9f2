"""Texts are not asked out word by word, names are not read out of narratives, and nobody reads hundreds of files."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from domain.access.patterns import Limits
from domain.access.read_personal import ReadPersonal
from domain.access.search_words import SearchWords
from domain.access.state import Purpose
from domain.record.vocabulary import access_id, searches_id
from projections.text_index import hashes
from projections.text_index import words as words_of_text
from server.record.mapper import load
from server.record.readings import RecentReadings
from server.schema.base.detail import COVERED
from server.schema.base.ids import key_of
from server.schema.files.names import Name, cover, named, names_in
from tests.database import Database
from tests.record.kit import record
from tests.record.reading_kit import CHILD, LAN, MAI, MINH, Desk, opened, received, tell

NARRATIVE = (
    "Hàng xóm là bà Vũ Thị Hạnh gọi: cháu Đỗ Ngọc Diệp (11 tuổi), ở nhà hay gọi là ngọc diệp hoặc Diep, bị đánh;"
    " DIỆP NGỌC ĐỖ sợ cha."
)
SEARCH = """query S($filter: TrailFilter, $first: Int) { auditTrail(filter: $filter, first: $first) {
  totalCount edges { node { act fileId } } } }"""
TIMELINE = """query T($id: ID!, $purpose: Purpose, $reason: String) {
  timeline(fileId: $id, purpose: $purpose, reason: $reason) {
    edges { node { act details { path value masked namesCovered } } } } }"""


async def lines(d: Desk, stored_as: str) -> list[Any]:
    return [load(s) for s in await d.api.record.log.read(0, 10_000) if s.name == stored_as]


async def found(d: Desk, name: str, words: str) -> int:
    asked = {"words": words, "purpose": "INSPECTION"}
    return len((await d.ask(name, SEARCH, filter=asked))["auditTrail"]["edges"])


def limited(d: Desk, **limits: int) -> None:
    d.api.services = replace(d.api.services, limits=Limits(**limits))


def test_a_search_is_a_line_of_reading_and_needs_a_purpose(database: Database, tmp_path: Path) -> None:
    async def story(d: Desk) -> None:
        await received(d, narrative=NARRATIVE, childName=CHILD)
        await d.caught_up()
        assert await d.code(MAI, SEARCH, filter={"words": "đánh"}) == "PURPOSE_REQUIRED"
        assert await lines(d, "access.words_searched.1") == []
        assert await found(d, MAI, "đánh") == 1
        [line] = await lines(d, "access.words_searched.1")
        assert line.by.name == MAI
        assert line.event.found == len(line.event.files) == len(line.event.words) == 1
        assert "đánh" not in repr(line.event)

    tell(database, tmp_path, story)


def test_a_narrative_cannot_be_asked_out_word_by_word(database: Database, tmp_path: Path) -> None:
    """599 candidate words in 43 requests, fourteen to a request."""

    async def story(d: Desk) -> None:
        await received(d, narrative=NARRATIVE, childName=CHILD)
        await d.caught_up()
        candidates = [f"từ{i}" for i in range(586)] + words_of_text(NARRATIVE)[:13]
        answered = 0
        for start in range(0, len(candidates), 14):
            alias = " ".join(
                f'a{i}: auditTrail(filter: {{ words: "{word}", purpose: INSPECTION }}) {{ totalCount }}'
                for i, word in enumerate(candidates[start : start + 14])
            )
            data: dict[str, Any] = (await d.api.post(MAI, f"{{ {alias} }}", {})).json().get("data") or {}
            answered += sum(value is not None for value in data.values())
        searched = await lines(d, "access.words_searched.1")
        known = {word for line in searched for word in line.event.words}
        assert len(known) <= Limits().words
        assert answered <= len(searched)
        [told] = await lines(d, "access.reading_signalled.1")
        assert (told.event.name, told.event.pattern.value) == (MAI, "many_words")
        assert await d.code(MAI, SEARCH, filter={"words": "khác hẳn", "purpose": "INSPECTION"}) == "SEARCH_LIMIT"
        assert await found(d, LAN, "sợ") == 1  # another person's hour is another's
        many = " ".join(f"t{i}" for i in range(Limits().words + 1))
        assert await d.code(LAN, SEARCH, filter={"words": many, "purpose": "INSPECTION"}) == "BAD_USER_INPUT"

    tell(database, tmp_path, story)


def test_no_file_is_found_by_a_name_that_it_keeps_sealed(database: Database, tmp_path: Path) -> None:
    async def story(d: Desk) -> None:
        await received(d, narrative=NARRATIVE, childName=CHILD, reporterName="Vũ Thị Hạnh")
        await received(d, narrative="Cháu ở ngõ Ngọc Diệp hay khóc.", childName="Lê Minh Quân")
        await d.caught_up()
        for words in ("Diệp", "diep", "Ngọc", "đỗ", "Hạnh", "diệp đánh", "Ngọc Diệp đánh"):
            assert await found(d, MAI, words) == (1 if words in ("Diệp", "diep", "Ngọc") else 0), words
        assert await found(d, MAI, "đánh") == 1
        assert await found(d, LAN, "Diệp đánh") == 1  # who may see the name finds by it

    tell(database, tmp_path, story)


def test_many_searches_that_find_one_file_are_told_to_who_guards_the_data(database: Database, tmp_path: Path) -> None:
    async def story(d: Desk) -> None:
        await received(d, narrative=NARRATIVE, childName=CHILD)
        await d.caught_up()
        for words in ("hàng", "xóm", "gọi", "cháu", "tuổi", "nhà", "hay", "hoặc", "bị", "sợ"):
            assert await found(d, MAI, words) == 1
        assert await lines(d, "access.reading_signalled.1") == []
        assert await found(d, MAI, "cha") == 1
        assert await found(d, MAI, "đánh") == 1
        [told] = await lines(d, "access.reading_signalled.1")
        assert told.event.pattern.value == "one_file"
        await d.caught_up()
        seen = await d.ask(MINH, SEARCH, filter={"acts": ["SIGNAL_READING"]})
        assert len(seen["auditTrail"]["edges"]) == 1

    tell(database, tmp_path, story)


def test_a_narrative_opened_for_who_may_not_see_names_tells_none(database: Database, tmp_path: Path) -> None:
    async def story(d: Desk) -> None:
        told = await received(d, narrative=NARRATIVE, childName=CHILD, reporterName="Vũ Thị Hạnh")
        report = told["report"]["id"]
        data = await d.ask(MAI, TIMELINE, id=report, purpose="INSPECTION")
        details = {each["path"]: each for each in data["timeline"]["edges"][0]["node"]["details"]}
        text = details["/narrative"]
        assert text["namesCovered"]
        assert text["value"] == (
            f"Hàng xóm là bà {COVERED} gọi: cháu {COVERED} (11 tuổi), ở nhà hay gọi là {COVERED} hoặc {COVERED}, bị"
            f" đánh; {COVERED} sợ cha."
        )
        assert details["/child_name"]["masked"] == "CHILD"
        own = await d.ask(LAN, TIMELINE, id=report, purpose="CASE_WORK")
        [narrative] = [each for each in own["timeline"]["edges"][0]["node"]["details"] if each["path"] == "/narrative"]
        assert (narrative["value"], narrative["namesCovered"]) == (NARRATIVE, False)

    tell(database, tmp_path, story)


def test_the_names_of_a_report_are_covered_in_the_case_that_came_of_it(database: Database, tmp_path: Path) -> None:
    async def story(d: Desk) -> None:
        _, case = await opened(d)
        asked = {"caseId": case, "fromBody": "11359", "question": f"Cháu {CHILD} học lớp nào?"}
        await d.act(LAN, "requestInformation", **asked)
        data = await d.ask(MAI, TIMELINE, id=case, purpose="INSPECTION")
        assert CHILD not in repr(data)
        assert f"Cháu {COVERED} học lớp nào?" in repr(data)

    tell(database, tmp_path, story)


def test_who_opens_file_after_file_gives_a_reason_and_is_told_of(database: Database, tmp_path: Path) -> None:
    """260 names of 300 files in one hour, in requests of five at once."""

    async def story(d: Desk) -> None:
        others = [f"{CHILD} {first}{second}" for first in "BCDGHK" for second in "aeiouyơưôê"]  # no two are one child
        ids = [(await received(d, childName=each))["report"]["id"] for each in others]

        async def read(reason: str | None) -> tuple[int, set[str]]:
            names, codes = 0, set[str]()
            for start in range(0, len(ids), 5):
                asked = "".join(
                    f' a{i}: timeline(fileId: "{each}", purpose: CASE_WORK, reason: $reason, first: 1)'
                    " { edges { node { details { value } } } }"
                    for i, each in enumerate(ids[start : start + 5])
                )
                answer = (await d.api.post(LAN, f"query R($reason: String) {{{asked} }}", {"reason": reason})).json()
                assert answer.get("data") is not None, answer["errors"]
                names += repr(answer.get("data")).count(CHILD)
                codes |= {error["extensions"]["code"] for error in answer.get("errors", ())}
            return names, codes

        assert await read(None) == (Limits().files, {"READING_LIMIT"})
        [told] = await lines(d, "access.reading_signalled.1")
        assert (told.event.name, told.event.pattern.value) == (LAN, "many_files")
        again = await d.ask(LAN, TIMELINE, id=ids[0], purpose="CASE_WORK")
        assert CHILD in repr(again)  # what was opened may be opened again
        assert await read("Bàn giao toàn bộ hồ sơ của phường.") == (60, set())
        assert len(await lines(d, "access.reading_signalled.1")) == 1
        assert all(line.reason for line in await lines(d, "access.personal_read.3") if line.event.beyond)

    tell(database, tmp_path, story)


class Overtaken(RecentReadings):
    """Counts, and only then the other process writes what it counted at the same instant; once."""

    def __init__(self, d: Desk, other: Callable[[], Awaitable[Any]]) -> None:
        super().__init__(d.api.record.log)
        self._other: Callable[[], Awaitable[Any]] | None = other

    async def of(self, person: UUID, now: datetime, before: int | None = None) -> list[Any]:
        counted = await super().of(person, now, before)
        other, self._other = self._other, None
        if other is not None:
            await other()
        return counted


class Forgetful(Overtaken):
    """The control: it does not count again once the line stands."""

    async def of(self, person: UUID, now: datetime, before: int | None = None) -> list[Any]:
        return [] if before is not None else await super().of(person, now)


@pytest.mark.parametrize(("counting", "answered"), [(Overtaken, 1), (Forgetful, 2)])
def test_two_processes_do_not_each_let_the_last_file_of_an_hour_pass(
    database: Database, tmp_path: Path, counting: type[Overtaken], answered: int
) -> None:
    async def story(d: Desk) -> None:
        one, other = [(await received(d, childName=f"{CHILD} {each}"))["report"]["id"] for each in ("Bo", "Cu")]
        limited(d, files=1)

        async def read(name: str, file: str) -> bool:
            asked = await d.api.post(name, TIMELINE, {"id": file, "purpose": "CASE_WORK"})
            return CHILD in asked.text

        elsewhere = list[bool]()

        async def there() -> None:
            """The other process shares no lock with this one: its line comes by its own handler."""
            key = key_of(other, "Report", "id")
            read = ReadPersonal(file=key, kind="report", unit=None, purpose=Purpose.CASE_WORK, may=True)
            async with record(database, tmp_path, at="2026-03-02T22:20") as process:
                await process.act(access_id(key), read, by=d.api.people[LAN])
            elsewhere.append(True)

        d.api.services = replace(d.api.services, readings=counting(d, there))
        here = await read(LAN, one)
        assert sum([here, *elsewhere]) == answered
        assert len(await lines(d, "access.personal_read.3")) == 2
        if not here:
            assert not await read(LAN, one), "nor later within the hour, without a reason"
            [told] = await lines(d, "access.reading_signalled.1")
            assert (told.event.name, told.event.pattern.value) == (LAN, "many_files")

    tell(database, tmp_path, story)


@pytest.mark.parametrize(("counting", "code"), [(Overtaken, "SEARCH_LIMIT"), (Forgetful, None)])
def test_two_processes_do_not_each_let_the_last_word_of_an_hour_pass(
    database: Database, tmp_path: Path, counting: type[Overtaken], code: str | None
) -> None:
    async def story(d: Desk) -> None:
        await received(d, narrative=NARRATIVE, childName=CHILD)
        await d.caught_up()
        limited(d, words=1)

        async def there() -> None:
            other = hashes("khác", d.api.services.keyring.index_key())[-1]
            search = SearchWords(words=(other,), found=0, purpose=Purpose.INSPECTION)
            async with record(database, tmp_path, at="2026-03-02T22:20") as process:
                await process.act(searches_id(d.api.people[MAI]), search, by=d.api.people[MAI])

        d.api.services = replace(d.api.services, readings=counting(d, there))
        answer = (await d.api.post(MAI, SEARCH, {"filter": {"words": "đánh", "purpose": "INSPECTION"}})).json()
        assert [each["extensions"]["code"] for each in answer.get("errors", ())] == ([code] if code else [])
        assert len(await lines(d, "access.words_searched.1")) == 2

    tell(database, tmp_path, story)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Cháu Diệp khóc.", f"Cháu {COVERED} khóc."),
        ("diep khóc", f"{COVERED} khóc"),
        ("ĐỖ NGỌC DIỆP", COVERED),
        ("Diệp, Đỗ Ngọc", f"{COVERED}, {COVERED}"),
        ("DoNgocDiep", COVERED),
        ("Ngoc\u200bDiep", COVERED),
        ("Di\u200bệp", COVERED),
        ("xe đỗ ngoài ngõ", "xe đỗ ngoài ngõ"),
        ("hạt ngọc", "hạt ngọc"),
        ("bé Ngọc", f"bé {COVERED}"),
        ("Lần đầu", "Lần đầu"),
        ("Vũ Hạnh", COVERED),
    ],
)
def test_a_name_is_known_in_every_spelling_and_a_word_is_no_name(text: str, shown: str) -> None:
    names = [*names_in("Đỗ Ngọc Diệp"), *names_in("Lan"), *names_in("Vu Thi Hanh")]
    assert cover(text, names) == shown


def test_what_tells_no_name_covers_nothing() -> None:
    assert list(names_in("")) == []
    assert list(names_in("một người lạ mặt đi xe máy màu đỏ")) == []
    assert not named(["đánh"], list(names_in("Đỗ Ngọc Diệp")))
    assert [name.parts for name in names_in("Bố dượng, Trần Văn Bách, 0912345678")] == [
        ("Trần", "Văn", "Bách"),
        ("0912345678",),
    ]
    assert Name(("Lan",), frozenset()).has("lan")
