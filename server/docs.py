"""Writes the tables of the README pages that derive from the code, between their markers."""

import re
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from domain.catalogue import ACTIONS, KINDS
from domain.law.calendar import YearNotice
from domain.law.duty import DUTIES
from domain.law.holidays import NOTICES
from domain.law.regime import REGIMES
from domain.law.rule import Duty
from domain.law.term import Term, TermKind
from domain.record.clear import Clear
from domain.record.file_kind import Scope
from domain.record.reading import READING
from domain.record.vocabulary import Role, UnitRef
from domain.record.wording import facts_of_event
from server.config import NEEDS, SETTINGS
from server.edge.allowance import CallerLimits
from server.edge.gate import GateRules
from server.edge.http import EdgeConfig
from server.edge.limits import DocumentLimits
from server.edge.tokens import CLOCK_SKEW_SECONDS, LONGEST_LIFE_SECONDS
from server.faults import STATUS, WORDS
from server.schema.base.paging import PAGE_DEFAULT, PAGE_MAX
from server.schema.base.tables import PATIENCE_S
from server.schema.lists.trail import LIST_MAX


def write(root: Path, *, check: bool = False) -> int:
    """Put the tables into the pages below `root`; with `check` only say (1) whether one is out of date."""
    stale = 0
    for page, tables in PAGES.items():
        text = (root / page).read_text(encoding="utf-8")
        made = text
        for name, table in tables.items():
            made = _between(made, page, name, table())
        if made != text and check:
            print(f"{page} is out of date: run `python -m server docs`", file=sys.stderr)
            stale = 1
        elif made != text:
            (root / page).write_text(made, encoding="utf-8")
    return stale


def acts() -> str:
    """One row per act, in the order a file meets them."""
    rows = [
        _row("file", "act", "việc", "recorded as", "starts", "ends", "basis", "căn cứ", "sure"),
        "|---|---|---|---|---|---|---|---|---|",
    ]
    for action in ACTIONS:
        starts = ", ".join(dict.fromkeys(s.duty.code for s in action.starts))
        ends = ", ".join(dict.fromkeys(e.duty.code for e in action.ends))
        rests = (action.basis.label.en, action.basis.label.vi, action.basis.sure.value)
        source = action.decide.__module__.removeprefix("domain.").replace(".", "/")
        act = f"[{action.asks.en}]({source}.py)"
        rows.append(_row(action.kind or "any", act, action.asks.vi, f"`{action.stored_as}`", starts, ends, *rests))
    return "\n".join(rows)


def duties() -> str:
    """One row per version of each duty's rule."""
    rows = [
        _row(
            "code", "duty", "việc phải làm", "term", "counted from", "in force", "basis", "căn cứ", "basis sure", "sure"
        ),
        "|---|---|---|---|---|---|---|---|---|---|",
    ]
    for duty in DUTIES:
        rows += _versions(duty)
    return "\n".join(rows)


def _versions(duty: Duty) -> Iterable[str]:
    for rule in duty.rules:
        yield _row(
            duty.code,
            duty.label.en,
            duty.label.vi,
            _term(rule.term),
            duty.start.en,
            f"{rule.in_force_from} – {rule.in_force_until or ''}".strip(),
            rule.basis.label.en,
            rule.basis.label.vi,
            rule.basis.sure.value,
            rule.confidence.value,
        )


def _term(term: Term) -> str:
    unit = term.kind.label
    figure = "" if term.kind in (TermKind.AT_ONCE, TermKind.BY_ACT) else f"{term.amount} "
    return f"{figure}{unit.vi} · {unit.en}"


def regimes() -> str:
    """One row per regime: from which day, what changed, by what."""
    rows = [
        _row("code", "from", "regime", "thời kỳ", "what it means", "điều cần biết", "basis"),
        "|---|---|---|---|---|---|---|",
    ]
    for regime in REGIMES:
        rows.append(
            _row(
                regime.code,
                regime.in_force_from,
                regime.label.en,
                regime.label.vi,
                "; ".join(effect.en for effect in regime.effects),
                "; ".join(effect.vi for effect in regime.effects),
                "; ".join(each.label.vi for each in regime.basis),
            )
        )
    return "\n".join(rows)


def calendar() -> str:
    """One row per year as announced: which days are off, which Saturdays are worked, and how sure that is."""
    rows = [_row("year", "days off", "Saturdays worked", "sure", "source"), "|---|---|---|---|---|"]
    for notice in NOTICES:
        worked = ", ".join(f"{day:%d/%m}" for day in notice.worked)
        rows.append(_row(notice.year, _off(notice), worked, notice.sureness.label.en, notice.source))
    return "\n".join(rows)


def _off(notice: YearNotice) -> str:
    spans = ((s, f"{s.first:%d/%m}" + (f"–{s.last:%d/%m}" if s.last != s.first else "")) for s in notice.off)
    return "; ".join(f"{days} {span.reason.label.vi}{' (?)' if span.doubt else ''}" for span, days in spans)


def permissions() -> str:
    """Who may do what: one row per act, each role with its scopes."""
    rows = ["| act | việc | who may · ai được làm |", "|---|---|---|"]
    for action in ACTIONS:
        scopes: dict[Role, list[Scope]] = {}
        for may in action.may:
            scopes.setdefault(may.role, []).append(may.scope)
        who = "; ".join(f"{role.label.en} ({', '.join(s.label.en for s in found)})" for role, found in scopes.items())
        rows.append(f"| {action.asks.en} | {action.asks.vi} | {who} |")
    return "\n".join(rows)


def reading() -> str:
    """Who may see what: the rows of the reading table."""
    rows = ["| role · chức danh | of files · của hồ sơ | sees · được xem |", "|---|---|---|"]
    for row in READING:
        label = row.role.label
        scopes = ", ".join(s.label.en for s in row.scopes)
        if row.kind is not None:
            scopes = f"{KINDS[row.kind].label.en}: {scopes}"
        seen = ", ".join(s.label.en for s in row.sees)
        rows.append(f"| {label.en} · {label.vi} | {scopes} | {seen} |")
    return "\n".join(rows)


def clear() -> str:
    """What lies in events in clear, and why: for each reason the fields that name it, judged where they stand."""
    rows = ["| vì sao | why | fields of events |", "|---|---|---|"]
    places: dict[Clear, list[str]] = {reason: [] for reason in Clear}
    for action in ACTIONS:
        for fact in facts_of_event(action).values():
            if fact.field.clear is not None and fact.field.of is not UnitRef:
                places[fact.field.clear].append(f"{action.name}.{'.'.join(fact.path)}")
    for reason, found in places.items():
        shown = [p for p in found if p.rpartition(".")[2] not in ("code", "name") or p.count(".") == 1]
        rows.append(f"| {reason.label.vi} | {reason.label.en} | {', '.join(f'`{p}`' for p in shown)} |")
    return "\n".join(rows)


def limits() -> str:
    """What one caller may ask for, from the values that the edge is built with."""
    document, caller, gate, edge = DocumentLimits(), CallerLimits(), GateRules(), EdgeConfig()
    body, fragments = SETTINGS["BAOVE_BODY_BYTES"].default, "fields with all fragments opened"
    rows = [
        ("one body or socket message", f"{body} bytes unless the operator chose otherwise; {gate.max_depth} levels"),
        ("the time to send a body", f"{gate.read_seconds:g} s"),
        ("one document", f"{document.tokens} tokens, {document.depth} levels, {document.aliases} aliases"),
        ("", f"{document.fields} {fragments}; a cost of {document.cost}"),
        ("the time of one operation", f"{edge.seconds:g} s"),
        ("one person", f"{caller.per_second:g} operations a second, {caller.burst:g} at once after a pause"),
        ("", f"a cost of {caller.cost_per_second:g} a second, {caller.cost_burst:g} at once after a pause"),
        ("", f"{caller.side_by_side} operations side by side; {caller.subscriptions} subscriptions"),
        ("", f"{caller.sockets} sockets"),
        ("one page of a list", f"{PAGE_MAX} rows, {PAGE_DEFAULT} unless told"),
        ("one list in a filter", f"{LIST_MAX} values"),
        ("the wait for `atLeast`", f"{PATIENCE_S:g} s"),
        ("the life of a token", f"{LONGEST_LIFE_SECONDS // 60} minutes; {CLOCK_SKEW_SECONDS} s of skew are forgiven"),
    ]
    return "\n".join([_row("of", "at most"), "|---|---|", *(_row(*row) for row in rows)])


def faults() -> str:
    """Each code of a top-level error, its HTTP status and its words."""
    rows = [_row("`extensions.code`", "HTTP", "meaning"), "|---|---|---|"]
    for code, (_, english) in WORDS.items():
        rows.append(_row(f"`{code}`", STATUS.get(code, "400"), english))
    return "\n".join(rows)


def settings() -> str:
    """Each environment variable, which commands need it, and what holds without it."""
    rows = [_row("variable", "meaning", "needed by", "without it"), "|---|---|---|---|"]
    for name, setting in SETTINGS.items():
        needed = "all" if name == "BAOVE_DATABASE_URL" else ", ".join(c for c, names in NEEDS.items() if name in names)
        rows.append(_row(f"`{name}`", setting.meaning, needed, f"`{setting.default}`" if setting.default else ""))
    return "\n".join(rows)


PAGES: Mapping[str, Mapping[str, Callable[[], str]]] = {
    "domain/README.md": {"acts": acts, "permissions": permissions, "reading": reading, "clear": clear},
    "domain/law/README.md": {"duties": duties, "regimes": regimes, "calendar": calendar},
    "server/README.md": {"settings": settings},
    "server/schema/README.md": {"limits": limits, "faults": faults},
}
"""The pages that carry tables, and the tables of each by the name of their markers."""


def _row(*cells: object) -> str:
    return f"| {' | '.join(str(cell) for cell in cells)} |"


def _between(text: str, page: str, name: str, table: str) -> str:
    pattern = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
    if not pattern.search(text):
        raise SystemExit(f"{page} has no markers for {name}")
    return pattern.sub(lambda found: f"{found[1]}\n{table}\n\n{found[2]}", text)
