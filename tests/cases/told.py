"""Every story of the specs told once more, for tests that need what was tried in them and what came of it."""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from domain.catalogue import BY_COMMAND, KINDS
from domain.record.file import File
from domain.record.line import Line
from domain.record.refusal import Refused
from tests.cases.casefile import Story, instant


@dataclass(frozen=True, kw_only=True)
class Told:
    """An act tried in a story: the files as they were before it, what was asked, and the line if it was recorded."""

    story: Story
    file: File
    related: dict[UUID, File]
    command: Any
    asked: dict[str, Any]
    line: Line | None


@contextmanager
def heard(listen: Callable[[Told], None]) -> Generator[None]:
    """While stories are told, `listen` hears of each act that is tried in them."""
    act = Story._act  # pyright: ignore[reportPrivateUsage]

    def tried(story: Story, file_id: UUID, command: Any, **asked: Any) -> Line:
        tell = partial(Told, command=command, asked=dict(asked), **_before(story, file_id, command))
        try:
            line = act(story, file_id, command, **asked)
        except Refused:
            listen(tell(line=None))
            raise
        listen(tell(line=line))
        return line

    Story._act = tried  # pyright: ignore[reportPrivateUsage, reportAttributeAccessIssue]
    try:
        yield
    finally:
        Story._act = act  # pyright: ignore[reportPrivateUsage]


def _before(story: Story, file_id: UUID, command: Any) -> dict[str, Any]:
    action, known = BY_COMMAND[type(command)], story.files
    file = known.get(file_id) or File.blank(file_id, KINDS[action.kind or ""])
    related = {i: copied(each) for i, each in story.looked_at(file, command).items()}
    return {"story": story, "file": copied(file), "related": related}


def copied(file: File) -> File:
    """The file as it now stands, apart from what becomes of it."""
    return replace(
        file,
        running=dict(file.running),
        begun=dict(file.begun),
        ended=dict(file.ended),
        lapsed=set(file.lapsed),
        lapses=list(file.lapses),
        hands=list(file.hands),
        offices=dict(file.offices),
        last_step=dict(file.last_step),
        subjects=set(file.subjects),
    )


def tell_all(listen: Callable[[Told], None]) -> None:
    """Tell every story of tests/cases but those that are given values from a table. One that fails says so itself."""
    with heard(listen):
        for spec in specs():
            with suppress(AssertionError):
                spec()


def specs() -> Iterator[Callable[[], Any]]:
    """The specs of tests/cases, each with the ground that it asks for."""
    for path in sorted(Path(__file__).parent.glob("test_*.py")):
        module = importlib.import_module(f"tests.cases.{path.stem}")
        for name, spec in vars(module).items():
            if name.startswith("test_") and not hasattr(spec, "pytestmark"):
                yield partial(_told, spec, vars(module))


def _told(spec: Callable[..., Any], module: dict[str, Any]) -> None:
    grounds = (module[name] for name in inspect.signature(spec).parameters)
    spec(*(ground._get_wrapped_function()() for ground in grounds))


def when(told: Told) -> Any:
    """The instant at which it was tried."""
    return instant(told.asked["at"])
