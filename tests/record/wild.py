"""Commands as wild as GraphQL lets them be, and the files of all stories to try them on."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime, timedelta, timezone
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints
from uuid import UUID, uuid5

from hypothesis import strategies as st

from domain.catalogue import BY_COMMAND, BY_STORED_NAME
from domain.record.vocabulary import BAOVE, Attachment, UnitRef
from tests.cases.told import Told, tell_all, when

INT32 = 2**31 - 1
KEPT = 16


@cache
def told() -> dict[str, list[Told]]:
    """What was tried in the stories, by act: several of each, more of what was recorded."""
    kept: defaultdict[str, list[Told]] = defaultdict(list)

    def listen(each: Told) -> None:
        several = kept[BY_COMMAND[type(each.command)].name]
        if len(several) < KEPT:
            several.append(each)
        elif each.line is not None:
            several[each.story.steps % KEPT] = each

    tell_all(listen)
    return kept


def people(here: Told) -> list[UUID]:
    """Everybody who ever held an office in the story."""
    return sorted({t.person for office in here.story.register.offices.values() for t in office.tenures})


WORDS = (
    *("", " ", "\t\n", "1", "2", "0", "-1", "1.1", "QĐ-01", "Cháu Nguyễn Thị Mai Khôi", "N" * 20_001, "\u200b\u200f"),
    *("'; DROP TABLE log.events; --", "{{7*7}}", "👩\u200d👧\u200d👦", "\u202eabc", "Ấ" * 300, "11359", "31"),
)
EDGES = (
    datetime(1900, 1, 1, tzinfo=UTC),
    datetime(2999, 12, 31, 23, 59, 59, 999999, tzinfo=timezone(-timedelta(hours=23, minutes=59))),
    datetime(2016, 12, 31, 16, 59, tzinfo=UTC),
    datetime(2017, 6, 30, 17, tzinfo=UTC),
    datetime(2025, 6, 30, 17, tzinfo=UTC),
)
strings = st.sampled_from(WORDS) | st.text(max_size=40).map(lambda t: unicodedata.normalize("NFC", t))
whole = st.sampled_from((0, 1, 2, 3, -1, INT32, -INT32 - 1, 2015)) | st.integers(-INT32 - 1, INT32)


def instants(at: datetime) -> st.SearchStrategy[datetime]:
    """Instants near `at`, at the edges, and anywhere a client may name."""
    near = st.integers(-20 * 24 * 60, 400 * 24 * 60).map(lambda minutes: at + timedelta(minutes=minutes))
    far = st.datetimes(datetime(1900, 1, 2), datetime(2999, 12, 30), timezones=st.just(UTC))  # noqa: DTZ001
    return st.one_of(near, near, st.sampled_from(EDGES), far)


def days(at: datetime) -> st.SearchStrategy[date]:
    """Days near `at`, at the edges, and anywhere a client may name."""
    near = st.integers(-20, 400).map(lambda n: at.date() + timedelta(days=n))
    return st.one_of(near, near, st.sampled_from((date(1900, 1, 1), date(2999, 12, 31))))


def wild(hint: Any, here: Told) -> st.SearchStrategy[Any]:
    """Values of the type as clients may send them, at home in the story or not."""
    options = get_args(hint)
    if get_origin(hint) is tuple:
        return st.lists(wild(options[0], here), max_size=4).map(tuple)
    if isinstance(hint, UnionType):
        return st.none() | st.one_of(*(wild(o, here) for o in options if o is not type(None)))
    if hint is UnitRef:
        return st.sampled_from([u.ref for u in here.story.register.units.values() if u.ref])
    if is_dataclass(hint):
        return command(hint, here)  # type: ignore[arg-type]
    if isinstance(hint, type) and issubclass(hint, Enum):
        return st.sampled_from(list(hint))
    plain: dict[Any, st.SearchStrategy[Any]] = {
        str: strings,
        int: whole,
        bool: st.booleans(),
        UUID: st.sampled_from([*here.story.files, *people(here), uuid5(BAOVE, "nobody")]),
        datetime: instants(when(here)),
        date: days(when(here)),
    }
    return plain[hint]


def command(cls: type, here: Told) -> st.SearchStrategy[Any]:
    """Commands of the type, wild in every field; acts are named by an enum and so always known."""
    given = {f.name: part(cls, f.name, here) for f in fields(cls)}
    return st.builds(cls, **given)


def part(cls: type, name: str, here: Told) -> st.SearchStrategy[Any]:
    """Wild values of one field."""
    if name == "acts":
        return st.lists(st.sampled_from(sorted(BY_STORED_NAME)), max_size=3).map(tuple)
    return wild(get_type_hints(cls)[name], here)


@st.composite
def bent(draw: st.DrawFn, here: Told) -> Any:
    """The command of the story with one or two of its fields made wild, or all of them."""
    cls = here.command.__class__
    names = [f.name for f in fields(cls)]
    if not names or draw(st.integers(0, 9)) == 0:
        return draw(command(cls, here))
    chosen = draw(st.sets(st.sampled_from(names), max_size=2))
    return replace(here.command, **{name: draw(part(cls, name, here)) for name in sorted(chosen)})


@st.composite
def claims(draw: st.DrawFn, here: Told) -> dict[str, Any]:
    """What every act takes besides its command: as in the story, or one of them wild."""
    odd = st.builds(Attachment, sha256=strings, size_bytes=whole, media_type=strings)
    kept = {k: v for k, v in here.asked.items() if k in ("reason", "late_reason", "attachments", "office")}
    bends: dict[str, st.SearchStrategy[Any]] = {
        "": st.none(),
        "reason": strings,
        "occurred_at": instants(when(here)),
        "attachments": st.lists(odd, max_size=2).map(tuple),
        "expected_version": whole,
    }
    name = draw(st.sampled_from(("", *bends)))
    wildly = {name: draw(bends[name])} if name else {}
    late = {"late_reason": draw(strings)} if name == "occurred_at" else {}
    return kept | late | wildly
