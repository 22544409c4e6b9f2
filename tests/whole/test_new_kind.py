"""A kind of file that the house has never heard of goes through all of it.

The kind is made in the tests alone, and put into the lists of a process of its own (see `newkind/listed.py`).
"""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from domain.catalogue import BY_NAME, KINDS
from server.schema.files.views import VIEWS

ROOT = Path(__file__).parents[2]
STORY = "tests/newkind/story.py"
LISTED = "tests.newkind.listed"


def test_an_errand_goes_through_handler_trail_duties_clock_reading_and_erasure() -> None:
    told = run("-m", "pytest", "-q", "-p", LISTED, "-p", "no:cacheprovider", STORY)
    assert told.returncode == 0, told.stdout
    assert " passed" in told.stdout


def test_it_was_made_in_the_tests_alone() -> None:
    """Negative control: where nobody has put it into the lists nothing knows of it."""
    assert not [name for name in KINDS if "errand" in name]
    assert not [name for name in BY_NAME if "errand" in name]
    assert "errand" not in (ROOT / "schema.graphql").read_text(encoding="utf-8").lower()


def test_a_view_whose_type_is_called_otherwise_than_its_ids_is_refused() -> None:
    first, second, *_ = VIEWS
    shape: type[Any] = second.shape
    with pytest.raises(TypeError, match=f"{shape.__name__}: files of the kind {first.kind.name} are called"):
        replace(first, shape=shape)


def run(*arguments: str) -> "subprocess.CompletedProcess[str]":
    """A process of its own, in the repository."""
    return subprocess.run([sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
