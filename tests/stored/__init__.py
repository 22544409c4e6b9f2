"""One stored line of every name, as the record wrote it: what today's code must be able to read for ever.

`<name>.json` holds `file_id`, `version` and `state`, the bytes of the column as text. Personal values are sealed under
keys of `sample_key`, so that a test can open them. A sample is written once and never changed: `python -m tests.stored`
writes those that are missing, and their names into `names.txt`, which holds every name there ever was, as
`refusals.txt` holds every code of a refusal.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from domain.attempt.note_attempt import NoteAttempt
from domain.catalogue import BY_STORED_NAME, REFUSALS
from domain.record.line import Line
from domain.record.personal import PersonalKind
from domain.unit.state import Level
from server.record.keyring.boxes import seal
from server.record.mapper import encode
from tests.cases.casefile import Story
from tests.cases.told import Told, heard, tell_all

FOLDER = Path(__file__).parent
NAMES = FOLDER / "names.txt"
CODES = FOLDER / "refusals.txt"


@dataclass(frozen=True)
class Sample:
    """A stored line: file, version and the bytes of the state."""

    name: str
    file_id: UUID
    version: int
    state: bytes


def sample_key(subject: UUID, kind: PersonalKind) -> bytes:
    """The key under which the samples' values of a subject are sealed."""
    return hashlib.sha256(f"baove stored sample:{subject}:{kind}".encode()).digest()


class SampleKeys:
    """Seals under the keys of the samples."""

    def seal(self, subject: UUID, kind: PersonalKind, text: str, bound_to: bytes) -> str:
        """The box of format 1."""
        return seal(sample_key(subject, kind), text, bound_to)


def path_of(name: str) -> Path:
    """Where the sample of a stored name lies."""
    return FOLDER / f"{name}.json"


def read(name: str) -> Sample:
    """The sample of a stored name."""
    stored = json.loads(path_of(name).read_text(encoding="utf-8"))
    return Sample(name, UUID(stored["file_id"]), stored["version"], stored["state"].encode())


def write_missing() -> list[str]:
    """Write the samples that are missing, each from the fullest such line of the stories; gives their names."""
    fullest: dict[str, Line] = {}

    def listen(told: Told) -> None:
        if told.line is not None and len(repr(told.line)) > len(repr(fullest.get(told.line.stored_as))):
            fullest[told.line.stored_as] = told.line

    tell_all(listen)
    with heard(listen):
        tell_attempt()
    missing = [name for name in BY_STORED_NAME if not path_of(name).exists()]
    for name in missing:
        line = fullest[name]
        sample = {
            "file_id": str(line.file_id),
            "version": line.version,
            "state": encode(line, SampleKeys()).decode(),
        }
        path_of(name).write_text(json.dumps(sample, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    name_missing()
    code_missing()
    return missing


def name_missing() -> None:
    """Add to the list of names those that it lacks, with the class of their event; none is taken away."""
    kept = NAMES.read_text(encoding="utf-8")
    known = {line.split()[0] for line in kept.splitlines()}
    new = [f"{name} {action.event.__name__}\n" for name, action in BY_STORED_NAME.items() if name not in known]
    NAMES.write_text(kept + "".join(new), encoding="utf-8")


def code_missing() -> None:
    """Add to the list of codes of refusals those that it lacks; none is taken away."""
    kept = CODES.read_text(encoding="utf-8")
    known = set(kept.splitlines())
    CODES.write_text(kept + "".join(f"{code}\n" for code in REFUSALS if code not in known), encoding="utf-8")


def tell_attempt() -> None:
    """The server, not a story, counts refused attempts: somebody of the Front tried ten times to confirm a risk."""
    story = Story()
    front = story.unit("HP-MTTQ-AB", "Mặt trận Tổ quốc phường An Biên", Level.FRONT)
    tried = NoteAttempt(
        person=UUID(int=216),
        name="Trịnh Văn Khoa",
        unit=front,
        act="confirm_risk",
        file=UUID(int=7),
        refusals=("role_not_allowed",),
        times=10,
    )
    story.system(UUID(int=1), tried, at="2026-03-02T09:00", rule="attempts.1")
