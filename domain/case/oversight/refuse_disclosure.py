"""Refuse to disclose data of the file to somebody outside."""

from dataclasses import dataclass

from domain.case.state.case import Case
from domain.case.who import CHAIR_OF_LEAD
from domain.law import basis
from domain.record.action import Action
from domain.record.file import DecisionContext
from domain.record.line import Line
from domain.record.personal import Personal
from domain.record.refusal import insist, said
from domain.record.vocabulary import Kind, Label


@dataclass(frozen=True, slots=True, kw_only=True)
class RefuseDisclosure:
    """Who asked; the reason says why not."""

    asked_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DisclosureRefused:
    """Nothing left the file."""

    asked_by: Personal


def decide(case: Case, command: RefuseDisclosure, context: DecisionContext) -> DisclosureRefused:
    insist((said(command.asked_by), "recipient_required", "askedBy"))
    return DisclosureRefused(asked_by=context.text(command.asked_by))


def evolve(case: Case, event: DisclosureRefused, line: Line) -> Case:
    return case


REFUSE_DISCLOSURE = Action(
    kind=Kind.CASE,
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
