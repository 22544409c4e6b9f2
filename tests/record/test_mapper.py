"""Stored bytes: deterministic, type-checked, with every personal value sealed for its own place."""

from dataclasses import replace
from uuid import UUID, uuid4

import pytest

from domain.law.harm import HarmKind
from domain.record.line import Line
from domain.record.personal import PersonalKind
from domain.record.vocabulary import Role
from domain.report.receive_report import ReceiveReport
from domain.report.state import Channel
from domain.unit.state import Level
from server.record.mapper import Misplaced, decode, encode, personal_values
from tests.cases.casefile import Story, instant


class PlainSight:
    """A sealer that hides nothing but shows what it was asked to bind."""

    def __init__(self) -> None:
        self.bound: list[bytes] = []

    def seal(self, subject: UUID, kind: PersonalKind, text: str, bound_to: bytes) -> str:
        self.bound.append(bound_to)
        return text[::-1]


def received() -> Line:
    story = Story()
    ward = story.unit("11359", "Phường An Biên", Level.COMMUNE, since="2025-07-01")
    lan = story.office(ward, Role.PROTECTION_WORKER, "Phạm Thị Lan", since="2025-07-01T00:00")
    command = ReceiveReport(
        channel=Channel.PHONE,
        received_at=instant("2026-03-02T22:10"),
        place=ward,
        harm_kinds=(HarmKind.NEGLECT,),
        narrative="Cháu ở nhà một mình nhiều ngày.",
        child_name="Nguyễn Thị Mai Khôi",
    )
    return story.given(uuid4(), command, by=lan, at="2026-03-02T22:12")


def test_a_line_comes_back_as_it_was_with_its_boxes_closed() -> None:
    line = received()
    stored = encode(line, PlainSight())
    back = decode(line.file_id, line.version, line.stored_as, stored, None, None)
    assert replace(back, event=None) == replace(line, event=None)
    assert back.event.channel is Channel.PHONE
    assert back.event.child_name.text is None
    assert [path for path, _ in personal_values(back)] == ["event.narrative", "event.child_name"]


def test_the_same_line_gives_the_same_bytes_with_sorted_keys() -> None:
    line = received()
    stored = encode(line, PlainSight())
    assert stored == encode(line, PlainSight())
    assert stored.startswith(b'{"at":"2026-03-02T15:12:00Z","basis":{"article":"25.1",')


def test_every_box_is_bound_to_file_version_name_field_and_subject() -> None:
    line, sealer = received(), PlainSight()
    encode(line, sealer)
    assert f"1|{line.file_id}|1/report.received.1/event.child_name|{line.event.child}|child".encode() in sealer.bound


def test_a_box_moved_to_another_field_is_not_loaded() -> None:
    line = received()
    stored = encode(line, PlainSight())
    moved = stored.replace(b"event.child_name", b"event.reporter_name")
    with pytest.raises(Misplaced):
        decode(line.file_id, line.version, line.stored_as, moved, None, None)
    with pytest.raises(Misplaced):
        decode(line.file_id, line.version + 1, line.stored_as, stored, None, None)
