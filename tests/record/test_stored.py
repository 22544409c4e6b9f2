"""Lines stored by earlier versions: each is read, folded and would be written again to the very same bytes."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest

from domain.catalogue import BY_STORED_NAME, KINDS
from domain.record.file import File
from domain.record.fold import apply
from domain.record.line import Line
from domain.record.personal import Personal, PersonalKind, personal_fields
from domain.record.vocabulary import Kind
from server.record.keyring.boxes import unseal
from server.record.mapper import bound_to, decode, encode, personal_values
from tests.stored import FOLDER, Sample, path_of, read, sample_key

NAMES = sorted(path.stem for path in FOLDER.glob("*.json"))
RECORDED = datetime(2026, 11, 23, tzinfo=UTC)


class SameBoxes:
    """A sealer that gives each value the box it came in."""

    def __init__(self, line: Line) -> None:
        self.boxes = {place(line, value): value.box for _, value in personal_values(line)}

    def seal(self, subject: UUID, kind: PersonalKind, text: str, bound_to: bytes) -> str:
        return self.boxes[bound_to]


def place(line: Line, value: Personal) -> bytes:
    return bound_to(line.file_id, value.origin, value.subject, value.kind)


def loaded(sample: Sample) -> Line:
    return decode(sample.file_id, sample.version, sample.name, sample.state, 1, RECORDED)


def opened(line: Line, value: Any) -> Any:
    """The value with its boxes opened, at any depth."""
    if isinstance(value, Personal):
        key = sample_key(value.subject, value.kind)
        return Personal(subject=value.subject, kind=value.kind, text=unseal(key, value.box, place(line, value)))
    if isinstance(value, tuple):
        return tuple(opened(line, item) for item in value)  # pyright: ignore[reportUnknownVariableType]
    names = personal_fields(value.__class__)
    return replace(value, **{n: opened(line, getattr(value, n)) for n in names}) if names else value


def test_every_stored_name_has_a_sample_and_every_sample_a_name() -> None:
    assert set(NAMES) == set(BY_STORED_NAME), "write what is missing with `python -m tests.stored`"


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_is_read_and_written_again_to_the_same_bytes(name: str) -> None:
    sample = read(name)
    line = loaded(sample)
    plain = replace(
        line,
        event=opened(line, line.event),
        reason=opened(line, line.reason),
        late_reason=opened(line, line.late_reason),
    )
    assert encode(plain, SameBoxes(line)) == sample.state


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_folds_into_any_file_of_its_kind(name: str) -> None:
    """`evolve` is total: it takes what the line says as it stands, on an empty file too, and again."""
    action, line = BY_STORED_NAME[name], loaded(read(name))
    kind = KINDS[action.kind or Kind.CASE]
    file = File.blank(line.file_id, kind)
    for _ in range(2):
        apply(file, action, line)
        kind.phase(file.state)
        kind.matter(file.state)
    assert file.version == line.version


def test_a_sample_is_kept_where_its_name_says() -> None:
    for name in NAMES:
        assert path_of(name).read_text(encoding="utf-8").endswith("}\n")
