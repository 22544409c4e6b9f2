"""The door for a file that defines an act: the words its rule, its refusals and its clocks are written with."""

from domain.record.action import Action, Earlier, Ends, FollowUp, May, Scope, Starts
from domain.record.file import DecisionContext
from domain.record.label import Label
from domain.record.line import DutyEnded, DutyOutcome, Line
from domain.record.refusal import Check, Refusal, each, insist, present, said
from domain.record.vocabulary import Role

__all__ = [
    "Action",
    "Check",
    "DecisionContext",
    "DutyEnded",
    "DutyOutcome",
    "Earlier",
    "Ends",
    "FollowUp",
    "Label",
    "Line",
    "May",
    "Refusal",
    "Role",
    "Scope",
    "Starts",
    "each",
    "insist",
    "present",
    "said",
]
