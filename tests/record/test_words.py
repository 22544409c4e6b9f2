"""Everything that can be shown says in both languages what it is: inputs, facts of lines, facts of files."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, is_dataclass
from datetime import date
from enum import Enum
from importlib import import_module
from pkgutil import walk_packages
from typing import Annotated, Any

import pytest

import domain
from domain.case.care.place_in_alternative_care import CARER_REQUIRED, PlaceInAlternativeCare
from domain.case.plan.draft_plan import DraftPlan
from domain.catalogue import ACTIONS, BY_STORED_NAME, KINDS
from domain.label import Label, Labelled
from domain.law.duty import DUTIES
from domain.record.action import Action
from domain.record.field import Field, fields_of, says
from domain.record.file_kind import FileKind
from domain.record.formal import input_reasons, with_words
from domain.record.refusal import Reason
from domain.record.refusals import FIELD_REQUIRED, UNIT_UNKNOWN
from domain.record.wording import facts_of_event, facts_of_state, words_of_path

HINT = re.compile(r", (nếu|trừ|theo mã|phải|ghi đủ)\b|để trống|tối đa")

ENUMS = [
    each
    for found in walk_packages(domain.__path__, "domain.")
    for each in vars(import_module(found.name)).values()
    if isinstance(each, type) and issubclass(each, Enum) and each.__module__ == found.name and each is not Labelled
]
"""Every enum that a module of the domain defines."""


def asked(command: type, within: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Field]]:
    """The inputs of a command, at any depth."""
    for field in fields_of(command):
        yield (*within, field.name), field
        if is_dataclass(field.of):
            yield from asked(field.of, (*within, field.name))


def unsaid(words: dict[tuple[str, ...], Label | None]) -> list[str]:
    """The places without words, or with words that are no text in two languages."""
    return [".".join(path) for path, label in words.items() if label is None or not well_said(label)]


def well_said(label: Label) -> bool:
    told = all(text.strip() and text == text.strip() and not text.endswith(".") for text in (label.vi, label.en))
    return told and label.vi != label.en and unicodedata.is_normalized("NFC", label.vi)


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.name)
def test_every_input_of_an_act_says_what_it_is(action: Action[Any, Any, Any]) -> None:
    assert unsaid({path: field.words for path, field in asked(action.command)}) == []


@pytest.mark.parametrize("action", BY_STORED_NAME.values(), ids=lambda action: action.stored_as)
def test_every_fact_of_a_line_says_what_it_is(action: Action[Any, Any, Any]) -> None:
    assert unsaid({path: fact.words for path, fact in facts_of_event(action).items()}) == []


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_every_fact_of_a_file_says_what_it_is(kind: FileKind[Any]) -> None:
    empty: Any = kind.empty()
    state: type[Any] = empty.__class__
    facts = facts_of_state(state, [action for action in ACTIONS if action.kind == kind.name])
    assert unsaid({path: fact.words for path, fact in facts.items()}) == []


def test_the_hint_to_who_fills_a_field_in_stands_in_no_fact_and_no_refusal() -> None:
    @dataclass(frozen=True)
    class Order:
        until: Annotated[str, says("Thời điểm kết thúc; tối đa 15 ngày", "The end; 15 days at most")]

    @dataclass(frozen=True)
    class Ordered:
        until: str

    called = Label(vi="Thời điểm kết thúc", en="The end")
    ordered: Any = type("Act", (), {"event": Ordered, "command": Order})
    assert facts_of_event(ordered)["until",].words == called
    [reason] = input_reasons(Order(until=" "), date(2026, 3, 2))
    assert (reason.refusal, reason.what) == (FIELD_REQUIRED, called)
    assert fields_of(Order)[0].words == says("Thời điểm kết thúc; tối đa 15 ngày", "The end; 15 days at most")


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.name)
def test_a_condition_under_which_a_field_is_filled_in_is_a_hint(action: Action[Any, Any, Any]) -> None:
    words = [field.called.vi for _, field in asked(action.command) if field.called]
    assert [text for text in words if HINT.search(text)] == []


def test_a_rule_of_an_act_that_asks_for_a_field_says_which() -> None:
    missing = Reason(FIELD_REQUIRED, ("facility",))
    assert with_words(missing, PlaceInAlternativeCare).words.vi.startswith("Cơ sở trợ giúp xã hội: Không được để trống")
    item = Reason(UNIT_UNKNOWN, ("items", "2", "provider"))
    assert with_words(item, DraftPlan).words.en.startswith("The unit that does it: ")
    other = Reason(CARER_REQUIRED, ("carer_name",))
    assert with_words(other, PlaceInAlternativeCare) == other, "its own words already say what is missing"


def test_words_that_several_facts_bear_under_one_path_stand_side_by_side() -> None:
    files = [facts_of_event(action) for action in BY_STORED_NAME.values()]
    told = words_of_path(("child_name",), files)
    assert told is not None
    assert told.vi == "Họ và tên trẻ em"
    against = words_of_path(("against",), files)
    assert against is not None
    assert against.vi == "Người bị đề nghị cấm tiếp xúc / Người bị cấm tiếp xúc"
    assert words_of_path(("by_no_name",), files) is None


def test_a_fact_without_words_would_be_named() -> None:
    """Negative control."""

    @dataclass(frozen=True)
    class Part:
        seen: Annotated[bool, says("Đã gặp trẻ em", "The child was seen")]
        remark: str

    @dataclass(frozen=True)
    class Visited:
        rooms: Annotated[tuple[Part, ...], says("Các phòng", "The rooms")]

    visited: Any = type("Visit", (), {"event": Visited, "command": type(None)})
    facts = facts_of_event(visited)
    assert unsaid({path: fact.words for path, fact in facts.items()}) == ["rooms.remark"]
    assert facts["rooms", "seen"].words == Label(vi="Các phòng · Đã gặp trẻ em", en="The rooms · The child was seen")


def test_everything_people_read_is_said_in_both_languages() -> None:
    labels: list[Label] = [label for a in ACTIONS for label in (a.asks, a.tells)]
    labels += [*(member.label for enum in ENUMS if issubclass(enum, Labelled) for member in enum)]
    labels += [label for duty in DUTIES for label in (duty.label, duty.start, *(r.note for r in duty.rules))]
    for label in labels:
        assert label.vi.strip(), label
        assert label.en.strip(), label
        assert label.vi != label.en
        assert unicodedata.is_normalized("NFC", label.vi)


def test_every_enum_of_the_domain_carries_its_labels() -> None:
    assert [enum for enum in ENUMS if not issubclass(enum, Labelled)] == []


@pytest.mark.parametrize("enum", [enum for enum in ENUMS if issubclass(enum, Labelled)], ids=lambda enum: enum.__name__)
def test_no_two_values_of_an_enum_say_the_same(enum: type[Labelled]) -> None:
    assert enum.__doc__
    assert len({m.label.vi for m in enum}) == len({m.label.en for m in enum}) == len(enum)
    assert [enum(str(m)) for m in enum] == list(enum)
    assert aliases(enum) == []


def aliases(enum: type[Enum]) -> list[str]:
    """The names whose value another name has already: the words of such a one are lost."""
    return [name for name, member in enum.__members__.items() if member.name != name]


def test_a_second_name_of_a_value_would_be_found() -> None:
    """Negative control."""

    class Level(Labelled):
        HIGH = "high", "Cao", "High"
        GREAT = "high", "Lớn", "Great"

    assert aliases(Level) == ["GREAT"]
