"""Every fact of every line and file is told with its words, and its value as it is written everywhere in the API."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any, cast
from uuid import UUID

import pytest

from domain.catalogue import BY_STORED_NAME, KINDS
from domain.law.duty import BY_CODE
from domain.record.line import Line
from domain.record.wording import Fact, facts_of_event
from server.follow.feed import masked
from server.record.mapper import decode
from server.record.stored_parts import read_parts
from server.schema.base import places
from server.schema.base.detail import Detail, details_of_file
from server.schema.base.entry import entry_of
from server.schema.base.ids import global_id
from server.schema.lists.trail_rows import TrailEntry
from tests.cases.told import Told, tell_all
from tests.stored import FOLDER, read

NAMES = sorted(path.stem for path in FOLDER.glob("*.json"))
RAW_ID = re.compile(r"[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}", re.IGNORECASE)
INSTANT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d")
NAMED = re.compile("|".join((*map(re.escape, BY_CODE), r"(event\.)?[a-z]+(_[a-z]+)+", r"event\.[a-z.\d]+", "reason")))
AS_THE_API_WRITES_IT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{6})?Z")


def line_of(name: str) -> Line:
    sample = read(name)
    return decode(sample.file_id, sample.version, sample.name, sample.state, 1, datetime(2026, 11, 23, tzinfo=UTC))


def in_the_trail(name: str) -> list[Detail]:
    """What the trail tells of the sample: from the text that its projection keeps."""
    nothing = TrailEntry._make([None] * len(TrailEntry._fields))
    text = masked(bytes(read_parts(read(name).state).event))
    return nothing._replace(stored_as=name, details_text=text).details


def unsaid(details: list[Detail]) -> Iterator[str]:
    """The paths of values that are the name of a field or the code of a duty, and do not say which."""
    for each in details:
        text: Any = each.value
        if each.value_label is None and isinstance(text, str) and NAMED.fullmatch(text):
            yield each.path


def odd(details: list[Detail]) -> Iterator[str]:
    """The paths of values that look like a raw id, or like an instant of another form than the API's."""
    for each in details:
        text: Any = each.value
        if isinstance(text, str) and (
            RAW_ID.search(text) or (INSTANT.match(text) and not AS_THE_API_WRITES_IT.fullmatch(text))
        ):
            yield each.path


@pytest.mark.parametrize("name", NAMES)
def test_the_trail_and_the_file_tell_the_same_of_a_line(name: str) -> None:
    line = line_of(name)
    assert in_the_trail(name) == entry_of(line, BY_STORED_NAME[name].kind or "case").details


@pytest.mark.parametrize("name", NAMES)
def test_no_value_of_a_line_is_a_raw_id_or_an_instant_of_another_form(name: str) -> None:
    assert list(odd(in_the_trail(name))) == []


@pytest.mark.parametrize("name", NAMES)
def test_no_value_of_a_line_is_a_bare_name_of_a_field_or_code_of_a_duty(name: str) -> None:
    assert list(unsaid(in_the_trail(name))) == []


def test_every_file_of_every_story_tells_its_facts_in_words_and_in_the_one_form() -> None:
    reached: dict[str, int] = dict.fromkeys(KINDS, 0)

    def listen(told: Told) -> None:
        if told.line is None:
            return
        line = entry_of(told.line, BY_STORED_NAME[told.line.stored_as].kind or "case").details
        assert list(unsaid(line)) == [], told.line.stored_as
        file = told.story.files[told.line.file_id]
        details = details_of_file(file.kind.name, file.state, {})
        reached[file.kind.name] += len(details)
        assert list(odd(details)) == [], told.line.stored_as
        assert list(unsaid(details)) == [], told.line.stored_as
        assert all(each.label.vi and each.label.en for each in details)

    tell_all(listen)
    assert all(reached[kind] for kind in ("unit", "office", "report", "case", "access", "subject")), reached


@pytest.mark.parametrize("action", BY_STORED_NAME.values(), ids=lambda a: a.stored_as)
def test_every_id_says_what_it_points_at(action: Any) -> None:
    ids = {path: fact.field for path, fact in facts_of_event(action).items() if fact.field.of is UUID}
    assert [path for path, field in ids.items() if field.points is None] == []


def test_a_value_is_told_as_the_schema_spells_it_and_in_words() -> None:
    told = {each.path: each for each in in_the_trail("case.initial_risk_assessed.1")}
    level = told["/level"]
    assert level.value in {"NONE", "LOW", "MEDIUM", "HIGH"}
    assert level.value_label is not None
    assert (level.label.vi, level.label.en) == ("Mức độ nguy cơ", "Level of risk")
    assert told["/findings"].masked is not None
    assert told["/findings"].value_label is None
    assert told["/serious_danger"].value_label in (places.YES, places.NO)


def test_what_is_named_by_a_code_is_told_in_words() -> None:
    attempt = {each.path: each for each in in_the_trail("attempt.refused.1")}
    assert attempt["/act"].value == "CONFIRM_RISK"
    assert cast(Any, attempt["/act"].value_label).en == "Confirm the level of risk"
    assert attempt["/refusals/0"].value == "ROLE_NOT_ALLOWED"
    assert attempt["/refusals/0"].value_label is not None
    assert attempt["/file"].value == global_id("Case", UUID(int=7)), "the act tells of which kind the file is"
    lapsed = {each.path: each for each in in_the_trail("duty.lapsed.3")}
    assert lapsed["/code"].value_label is not None


def test_a_refusal_that_is_withdrawn_is_still_told_in_words() -> None:
    [place] = [place for place in places.of_line("attempt.refused.1") if place.name == "refusals"]
    value, said = place.tell("decision_no_required", None)
    assert value == "DECISION_NO_REQUIRED"
    assert (cast(Any, said).vi, cast(Any, said).en) == ("Phải ghi số quyết định.", "Give the number of the decision.")


def test_a_field_that_is_named_by_its_path_is_told_in_words() -> None:
    corrected = {each.path: each for each in in_the_trail("report.corrected.1")}
    named = [each for path, each in corrected.items() if path.startswith("/fields/")]
    assert named
    for each in named:
        itself = corrected.get(f"/{each.value}") or corrected[f"/{each.value}/0"]
        assert each.value_label == itself.label, "a correction calls it as it says it itself"
    [place] = [place for place in places.of_line("access.personal_read.1") if place.name == "fields"]
    for path, words in {"event.child_name": "Họ và tên trẻ em", "late_reason": "Lý do ghi muộn"}.items():
        value, said = place.tell(path, line_of("access.personal_read.1").event)
        assert (value, cast(Any, said).vi) == (path, words)


def test_an_id_whose_type_the_record_does_not_tell_is_one_of_any() -> None:
    line = line_of("access.personal_read.1")
    told = {each.path: each.value for each in in_the_trail("access.personal_read.1")}
    assert told["/file"] == global_id("Any", line.event.file)


def test_a_raw_id_and_a_local_instant_are_found() -> None:
    """Negative control of what looks for them."""
    field: Any = {"masked": None, "erased": False}
    values = ("5d0c7b1e-6f0e-4b6e-9c55-2160000000aa", "2026-03-02T08:10:00+07:00", "2026-03-02", "2026-03-02T01:10:00Z")
    details = [cast(Any, SimpleNamespace(path=value, value=value, **field)) for value in values]
    assert list(odd(details)) == list(values[:2])


def test_a_bare_name_and_a_bare_code_are_found() -> None:
    """Negative control of what looks for them."""
    bare = ("child_name", "event.narrative", "reason", next(iter(BY_CODE)))
    values = (*bare, "MEDIUM", "Trần", "HP-MTTQ-AB", "risk-2")
    details = [cast(Any, SimpleNamespace(path=value, value=value, value_label=None)) for value in values]
    assert list(unsaid(details)) == list(bare)


def test_a_fact_without_words_names_itself() -> None:
    """Negative control: a place cannot be made without words."""
    action = BY_STORED_NAME["case.risk_level_confirmed.1"]
    [fact] = facts_of_event(action).values()
    made = places._places  # pyright: ignore[reportPrivateUsage]
    assert made({fact.path: fact}, ())[0].label.en == "Level of risk confirmed"
    with pytest.raises(AssertionError, match=r"level has no words"):
        made({fact.path: Fact(path=fact.path, field=fact.field, words=None)}, ())
