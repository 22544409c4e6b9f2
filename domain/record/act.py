"""The door for a file that defines an act: the words its rule, its refusals and its clocks are written with."""

from domain.label import Label
from domain.record.action import Action, Earlier, FollowUp, Starts, met, not_required, owed
from domain.record.file import DecisionContext
from domain.record.line import DutyEnded, DutyOutcome, Line
from domain.record.refusal import Check, Refusal, each, insist, once, present, required, said

__all__ = [
    "Action",
    "Check",
    "DecisionContext",
    "DutyEnded",
    "DutyOutcome",
    "Earlier",
    "FollowUp",
    "Label",
    "Line",
    "Refusal",
    "Starts",
    "each",
    "insist",
    "met",
    "not_required",
    "once",
    "owed",
    "present",
    "required",
    "said",
]
