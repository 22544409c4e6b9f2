"""What an objection to an erasure is, before it was ordered or after."""

from dataclasses import replace

from domain.record.line import Line
from domain.record.personal import Personal
from domain.record.refusal import present
from domain.subject.state import Erasure, ErasurePhase, Objection


def next_number(erasure: Erasure) -> str:
    return str(len(erasure.objections) + 1)


def objected(erasure: Erasure, ref: str, text: Personal, line: Line, phase: ErasurePhase) -> Erasure:
    """The erasure with one objection more."""
    row = Objection(ref=ref, office=present(line.by.office), objection=text)
    return replace(erasure, phase=phase, approved_by=None, objections=(*erasure.objections, row))
