"""Every refusal that an act on a case can give has its words, and every story of a refusal names one that exists."""

import re
from pathlib import Path

from domain.case import acts
from domain.catalogue import REFUSALS

ACTS = Path(acts.__file__).parent
STORIES = Path(__file__).parent
WORD = re.compile(r'"([a-z]+(?:_[a-z]+)+)"')
CHECK = re.compile(r'[^{(]\s"([a-z]+(?:_[a-z]+)+)"(?:,\s*"\w+")?\)')


def codes(text: str) -> set[str]:
    """The codes in the checks of a module: the second part of each pair given to insist."""
    return set(CHECK.findall(text))


def test_every_code_that_an_act_may_refuse_with_has_its_words() -> None:
    used = {c for path in ACTS.glob("*.py") if "refusals" not in path.name for c in codes(path.read_text())}
    assert len(used) > 60
    assert used - set(REFUSALS) == set()


def test_every_refusal_of_a_case_is_told_in_a_story() -> None:
    told = {c for path in STORIES.glob("test_*.py") for c in WORD.findall(path.read_text())}
    for path in ACTS.glob("*refusals.py"):
        for code in re.findall(r'^\s+"(\w+)": Label', path.read_text(), re.MULTILINE):
            assert code in told, f"{code} of {path.name}"
