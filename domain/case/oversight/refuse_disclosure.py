"""Refuse to disclose data of the file to somebody outside."""

from dataclasses import dataclass
from typing import Annotated

from domain.case.act import CHAIR_OF_LEAD, Case
from domain.law import basis
from domain.record.act import Action, DecisionContext, Label, Line
from domain.record.fields import Personal, says


@dataclass(frozen=True, slots=True, kw_only=True)
class RefuseDisclosure:
    """Nothing is disclosed; `reason` says why."""

    asked_by: Annotated[str, says("Bên đề nghị cung cấp", "Who asked")]


@dataclass(frozen=True, slots=True, kw_only=True)
class DisclosureRefused:
    asked_by: Personal


def decide(case: Case, command: RefuseDisclosure, context: DecisionContext) -> DisclosureRefused:
    return DisclosureRefused(asked_by=context.text(command.asked_by))


def evolve(case: Case, event: DisclosureRefused, line: Line) -> Case:
    return case


REFUSE_DISCLOSURE = Action(
    command=RefuseDisclosure,
    event=DisclosureRefused,
    stored_as="case.disclosure_refused.1",
    asks=Label(vi="Từ chối cung cấp thông tin cho bên ngoài", en="Refuse a disclosure"),
    tells=Label(vi="Đã từ chối cung cấp thông tin cho bên ngoài", en="Disclosure refused"),
    may=CHAIR_OF_LEAD,
    needs_reason=True,
    basis=basis.CONFIDENTIALITY,
    decide=decide,
    evolve=evolve,
)
