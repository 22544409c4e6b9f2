"""Writes the tables of README.md that derive from the catalogue, between their markers."""

import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from domain.catalogue import ACTIONS, KINDS
from domain.law.duty import DUTIES
from domain.law.rule import Duty
from domain.law.term import Term
from domain.record.clear import Clear
from domain.record.file_kind import Scope
from domain.record.reading import READING
from domain.record.vocabulary import Role, UnitRef
from domain.record.wording import facts_of_event


def write(readme: Path, *, check: bool = False) -> int:
    """Put the tables into `readme`; with `check` only say (1) whether they are out of date."""
    text = readme.read_text(encoding="utf-8")
    made = text
    for name, table in TABLES.items():
        made = _between(made, name, table())
    if made == text:
        return 0
    if check:
        print("README.md is out of date: run `python -m server docs`", file=sys.stderr)
        return 1
    readme.write_text(made, encoding="utf-8")
    return 0


def acts() -> str:
    """One row per act, in the order a file meets them."""
    rows = ["| file | act | việc | recorded as | starts | ends | basis |", "|---|---|---|---|---|---|---|"]
    for action in ACTIONS:
        starts = ", ".join(dict.fromkeys(s.duty.code for s in action.starts))
        ends = ", ".join(dict.fromkeys(e.duty.code for e in action.ends))
        basis = f"{action.basis.document} {action.basis.article}" if action.basis else ""
        kind = action.kind or "any"
        rows.append(
            f"| {kind} | {action.asks.en} | {action.asks.vi} | `{action.stored_as}` | {starts} | {ends} | {basis} |"
        )
    return "\n".join(rows)


def duties() -> str:
    """One row per version of each duty's rule."""
    rows = [
        "| code | duty | việc phải làm | term | counted from | in force | basis | sure |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for duty in DUTIES:
        rows += _versions(duty)
    return "\n".join(rows)


def _versions(duty: Duty) -> list[str]:
    return [
        f"| {duty.code} | {duty.label.en} | {duty.label.vi} | {_term(rule.term)} | {duty.start.en} | "
        f"{rule.in_force_from} – {rule.in_force_until or ''} | {rule.basis.document} {rule.basis.article} | "
        f"{rule.confidence.value} |"
        for rule in duty.rules
    ]


def _term(term: Term) -> str:
    unit = term.kind.label
    return f"{term.amount or ''} {unit.vi} · {unit.en}".strip()


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
    rows = ["| role · chức vụ | of files · của hồ sơ | sees · được xem |", "|---|---|---|"]
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


TABLES: Mapping[str, Callable[[], str]] = {
    "acts": acts,
    "duties": duties,
    "permissions": permissions,
    "reading": reading,
    "clear": clear,
}


def _between(text: str, name: str, table: str) -> str:
    pattern = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
    if not pattern.search(text):
        raise SystemExit(f"README.md has no markers for {name}")
    return pattern.sub(lambda found: f"{found[1]}\n{table}\n\n{found[2]}", text)
