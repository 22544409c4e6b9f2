"""The pages for people: short, their links lead somewhere, what they print is what the server takes."""

import re
import unicodedata
from pathlib import Path

import pytest
from graphql import build_schema, parse, validate

from server.__main__ import COMMANDS
from server.docs import PAGES
from tests.whole.agreement import ROOT

FOLDERS = ("", "domain", "projections", "server", "tests", "bench")
READMES = sorted(
    page
    for folder in FOLDERS
    for page in (ROOT / folder).glob("**/README.md" if folder else "README.md")
    if "node_modules" not in page.parts
)
LONGEST_ROOT = 10_000
LINK = re.compile(r"(?<!!)\[[^\]]+\]\((?P<target>[^)\s]+)\)")
FENCED = re.compile(r"^```(?P<language>\w*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
pages = pytest.mark.parametrize("page", READMES, ids=lambda page: str(page.relative_to(ROOT)))


def prose(page: Path) -> str:
    """The text of a page without what stands between fences."""
    return FENCED.sub("", page.read_text(encoding="utf-8"))


def anchors(page: Path) -> set[str]:
    """What a link can lead to within a page: each heading in lower case, hyphens for spaces."""
    headings = re.findall(r"^#+ (.+)$", prose(page), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", unicodedata.normalize("NFC", each).lower()).replace(" ", "-") for each in headings}


def dead_links(page: Path) -> list[str]:
    """The relative links of a page that lead to no file, or to no heading of one."""
    dead: list[str] = []
    for target in (found["target"] for found in LINK.finditer(prose(page))):
        if re.match(r"[a-z]+:", target):
            continue
        name, _, anchor = target.partition("#")
        file = (page.parent / name).resolve() if name else page
        if not file.exists() or (anchor and anchor not in anchors(file)):
            dead.append(target)
    return dead


def test_the_first_page_stays_short_however_much_there_is() -> None:
    assert len((ROOT / "README.md").read_bytes()) < LONGEST_ROOT


def test_the_first_page_leads_to_every_other() -> None:
    first = ROOT / "README.md"
    named = {(ROOT / found["target"].partition("#")[0]).resolve() for found in LINK.finditer(prose(first))}
    assert {page for page in READMES if page != first} - named == set()


@pages
def test_every_relative_link_leads_to_a_file_that_is_there(page: Path) -> None:
    assert dead_links(page) == []


def test_a_link_to_nothing_is_found(tmp_path: Path) -> None:
    page = tmp_path / "README.md"
    page.write_text(
        "# Here\n[a](README.md#here) [b](gone.py) [c](#nowhere) [d](https://example.vn)\n", encoding="utf-8"
    )
    assert dead_links(page) == ["gone.py", "#nowhere"]


@pages
def test_every_table_between_markers_is_a_generated_one(page: Path) -> None:
    marked = set(re.findall(r"<!-- (\w+) -->", page.read_text(encoding="utf-8")))
    assert marked == set(PAGES.get(str(page.relative_to(ROOT)), ()))


@pages
def test_what_is_printed_is_what_the_server_takes(page: Path) -> None:
    schema = build_schema((ROOT / "schema.graphql").read_text(encoding="utf-8"))
    text = page.read_text(encoding="utf-8")
    for block in FENCED.finditer(text):
        if block["language"] == "graphql":
            assert validate(schema, parse(block["text"])) == []
    assert set(re.findall(r"python -m server (\w+)", text)) <= set(COMMANDS)
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(re.findall(r"(?:^|`)make ([a-z]+)", text, re.MULTILINE)) <= targets
