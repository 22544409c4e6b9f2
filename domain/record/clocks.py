"""The clocks of a line: those it sets going, with who had the matter before, and it meets, ends or finds lapsed."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from datetime import datetime
from typing import Any

from domain.law.duty import due_at
from domain.record.action import Action, Starts
from domain.record.file import DecisionContext, File
from domain.record.fold import handed
from domain.record.holders import answering, held_until_now
from domain.record.line import DutyEnded, DutyOutcome, DutyStarted, Line

Key = tuple[str, str]
"""Under what a clock runs: code of the duty, and reference."""


def clocks(
    action: Action[Any, Any, Any], state: Any, line: Line, context: DecisionContext
) -> tuple[tuple[DutyStarted, ...], tuple[DutyEnded, ...]]:
    """What starts and what ends with the line. `state` is the one that the line leaves behind."""
    linked = [context.related[i] for i in sorted(context.file.kind.links(state)) if i in context.related]
    telling = context.file.kind.telling(state)
    before = [*linked, *(other for i, other in context.related.items() if i == telling)]
    again = action.restarts(state, line.event, context)
    begun = _starts(action, state, line.event, again, context)
    starts = tuple(_laid(started, state, line, before, context) for started in begun)
    ended = _ends(action, state, line.event, context)
    starts = (*starts, *again)
    return starts, (*_brought(starts, linked), *_lapsed_unseen(action, starts, line, context), *ended)


def _starts(
    action: Action[Any, Any, Any], state: Any, event: Any, again: Sequence[DutyStarted], context: DecisionContext
) -> Iterator[DutyStarted]:
    in_time = {(clock.code, clock.ref): clock for clock in again if clock.due_at > context.at}
    running = context.file.running | in_time
    for rule in action.starts:
        if not rule.when(state, event, context):
            continue
        for ref in rule.refs(state, event, context):
            answers = rule.office(state, event, context, ref)
            since = rule.begins(state, event, context, answers)
            by_act, calendar = rule.by_act(state, event, context, ref), context.register.calendar
            due = due_at(rule.duty, since, answers.unit.code, by_act, calendar)
            if _runs(rule, ref, due.instant, running, context.file.lapsed):
                continue  # a clock that runs is never reset: no act buys time
            yield DutyStarted(
                code=rule.duty.code,
                ref=ref,
                since=since,
                due_at=due.instant,
                answers=answers,
                rule_version=due.rule_version,
                basis=due.basis,
                confidence=due.confidence,
                regime=due.regime.code,
                calendar_version=due.calendar_version,
            )


def _runs(
    rule: Starts[Any, Any], ref: str, due: datetime, running: Mapping[Key, DutyStarted], lapsed: Set[Key]
) -> bool:
    """Whether the duty is owed already, and no later.

    One that lapsed stays what it is, so that its lapse is told once; for what is new it does not stand.
    """
    own = rule.duty.code, ref
    return own in lapsed or any(
        started.due_at <= due
        for (code, other), started in running.items()
        if code == rule.duty.code and (other == ref or (rule.beside and (code, other) not in lapsed))
    )


def _laid(
    started: DutyStarted, state: Any, line: Line, linked: Sequence[File], context: DecisionContext
) -> DutyStarted:
    """The clock with who had the matter before: one that goes on from another file tells where it lay so long."""
    file = context.file
    unit, sent_to = file.kind.hands(state)
    if unit is None:
        return started
    hands = handed(file, unit, sent_to, line)
    return replace(started, held=held_until_now(started, file, hands, linked, context.register))


def _brought(starts: Sequence[DutyStarted], linked: Sequence[File]) -> Iterator[DutyEnded]:
    """One miss is one lapse: what ran out in the file that the clock comes from is told, and answered for, there."""
    lapses = [lapse for other in linked for lapse in other.lapses]
    for started in starts:
        told = next((each for each in lapses if (each.code, each.due_at) == (started.code, started.due_at)), None)
        if told is not None:
            yield DutyEnded(
                code=started.code, ref=started.ref, how=DutyOutcome.LAPSED, answers=told.answers, holder=told.holder
            )


def _lapsed_unseen(
    action: Action[Any, Any, Any], starts: Sequence[DutyStarted], line: Line, context: DecisionContext
) -> Iterator[DutyEnded]:
    """What one line begins and meets had lapsed where that line is told late: no clock could see it run."""
    met_here = {rule.duty.code for rule in action.starts if rule.met_at_once}
    for started in starts:
        if line.late and started.code in met_here and started.due_at < context.at:
            who = answering(started, context.file, context.register)
            yield DutyEnded(
                code=started.code, ref=started.ref, how=DutyOutcome.LAPSED, answers=who.office, holder=who.holder
            )


def _ends(action: Action[Any, Any, Any], state: Any, event: Any, context: DecisionContext) -> Iterator[DutyEnded]:
    for started in action.starts:
        if started.met_at_once and started.when(state, event, context):
            for ref in started.refs(state, event, context):
                yield DutyEnded(code=started.duty.code, ref=ref, how=DutyOutcome.MET)
    yield from action.closes(state, event, context)
    for rule in action.ends:
        if not rule.when(state, event, context):
            continue
        refs = rule.refs(state, event, context)
        for code, ref in context.file.running:
            if code == rule.duty.code and (refs is None or ref in refs):
                yield DutyEnded(code=code, ref=ref, how=rule.how)
