"""Disclose data of the file to somebody outside: on a legal basis, or with the consents the law asks for."""

from dataclasses import dataclass

from domain.case.state.case import Case
from domain.case.who import CHAIR_OF_LEAD
from domain.law import basis
from domain.record.action import Action
from domain.record.file import DecisionContext
from domain.record.line import Line
from domain.record.personal import Personal, PersonalKind
from domain.record.refusal import insist, said
from domain.record.vocabulary import Kind, Label


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscloseToThirdParty:
    """To whom, what kinds of data, why, and the article of law or who consented."""

    recipient: str
    purpose: str
    kinds: tuple[PersonalKind, ...]
    legal_basis: str | None = None
    representative_consents: bool = False
    child_consents: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DataDisclosed:
    """Data left the file."""

    recipient: Personal
    purpose: Personal
    kinds: tuple[PersonalKind, ...]
    legal_basis: str | None
    representative_consents: bool
    child_consents: bool


def decide(case: Case, command: DiscloseToThirdParty, context: DecisionContext) -> DataDisclosed:
    agreed = command.representative_consents and (command.child_consents or not case.has_own_view(context.at))
    insist(
        (said(command.recipient), "recipient_required", "recipient"),
        (said(command.purpose), "purpose_required", "purpose"),
        (bool(command.kinds), "data_kinds_required", "kinds"),
        (PersonalKind.REPORTER not in command.kinds, "reporter_is_protected", "kinds"),
        (said(command.legal_basis) or agreed, "consents_required", "legalBasis"),
    )
    return DataDisclosed(
        recipient=context.text(command.recipient),
        purpose=context.text(command.purpose),
        kinds=command.kinds,
        legal_basis=command.legal_basis.strip() if command.legal_basis else None,
        representative_consents=command.representative_consents,
        child_consents=command.child_consents,
    )


def evolve(case: Case, event: DataDisclosed, line: Line) -> Case:
    return case


DISCLOSE_TO_THIRD_PARTY = Action(
    kind=Kind.CASE,
    command=DiscloseToThirdParty,
    event=DataDisclosed,
    stored_as="case.data_disclosed.1",
    asks=Label(vi="Cung cấp thông tin cho bên ngoài", en="Disclose to a third party"),
    tells=Label(vi="Đã cung cấp thông tin cho bên ngoài", en="Data disclosed to a third party"),
    may=CHAIR_OF_LEAD,
    basis=basis.CONFIDENTIALITY,
    decide=decide,
    evolve=evolve,
)
