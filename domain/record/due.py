"""When the time of a running duty is over: by the rule it was counted with, and by the days off that are known now."""

from datetime import datetime

from domain.law.duty import BY_CODE
from domain.law.term import Term, TermKind, due, in_time
from domain.record.line import DutyStarted
from domain.record.refusal import Refusal
from domain.record.register import Register

DUTY_NOT_RUNNING = Refusal("duty_not_running", vi="Thời hạn này không còn được tính.", en="This duty is not running.")


def is_late(started: DutyStarted, at: datetime) -> bool:
    """Whether the duty is overdue at the instant, by the version of the rule it was counted with."""
    return not in_time(_term(started), started.due_at, at)


def counted_now(started: DutyStarted, register: Register) -> datetime:
    """The end of the duty's term with the days off that are known now; never earlier than it was told."""
    term = _term(started)
    if term.kind is TermKind.BY_ACT or started.calendar_version == register.calendar.version:
        return started.due_at
    return max(started.due_at, due(term, started.since, register.calendar))


def _term(started: DutyStarted) -> Term:
    rule = next(r for r in BY_CODE[started.code].rules if r.version == started.rule_version)
    return rule.term_for(started.answers.unit.code)
