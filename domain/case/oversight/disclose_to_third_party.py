"""Disclose data of the file to somebody outside: on a legal basis, or with the consents the law asks for."""

from dataclasses import dataclass
from typing import Annotated

from domain.case.act import CHAIR_OF_LEAD, Case
from domain.law import basis
from domain.law.basis import Statute
from domain.record.act import Action, DecisionContext, Earlier, Label, Line, Refusal, insist, said
from domain.record.fields import Clear, Personal, says
from domain.record.personal import PersonalKind
from domain.record.refusals import FIELD_REQUIRED


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscloseToThirdParty:
    """To whom which data go, why and by what right."""

    recipient: Annotated[str, says("Bên nhận thông tin", "Who receives it")]
    purpose: Annotated[str, says("Mục đích cung cấp", "What for")]
    kinds: Annotated[tuple[PersonalKind, ...], says("Loại dữ liệu được cung cấp", "What kinds of data")]
    law: Annotated[
        Statute | None, says("Luật làm căn cứ; trừ trường hợp đã có sự đồng ý", "Law relied on; none with consent")
    ] = None
    article: Annotated[str | None, says("Điều, khoản làm căn cứ", "Its article and clause"), Clear.ARTICLE] = None
    representative_consents: Annotated[
        bool, says("Người đại diện của trẻ em đồng ý", "The child's representative consents")
    ] = False
    child_consents: Annotated[
        bool, says("Trẻ em từ đủ 7 tuổi đồng ý", "The child consents; asked from seven years on")
    ] = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DataDisclosed:
    recipient: Personal
    purpose: Personal
    kinds: tuple[PersonalKind, ...]
    law: Statute | None
    article: str | None
    representative_consents: bool
    child_consents: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DataDisclosed1:
    """The same, as it was written while the legal basis was free text."""

    recipient: Personal
    purpose: Personal
    kinds: tuple[PersonalKind, ...]
    legal_basis: Annotated[str | None, says("Căn cứ pháp luật", "Legal basis"), Clear.NUMBER]
    representative_consents: bool
    child_consents: bool


REPORTER_IS_PROTECTED = Refusal(
    "reporter_is_protected",
    vi="Không được cung cấp danh tính người báo tin.",
    en="The reporter's identity is never disclosed.",
)
CONSENTS_REQUIRED = Refusal(
    "consents_required",
    vi="Phải có căn cứ pháp luật, hoặc sự đồng ý của người đại diện và của trẻ em từ đủ 7 tuổi.",
    en="A legal basis is needed, or the consent of the representative and of a child aged 7 or more.",
)
CONSENT_OF_WHO_HARMS = Refusal(
    "consent_of_who_harms",
    vi="Cha mẹ, người chăm sóc được xác định gây tổn hại, hoặc trẻ em đang được cách ly: sự đồng ý của người đại diện "
    "không đủ làm căn cứ. Phải ghi căn cứ pháp luật.",
    en="A parent or carer was found to do the harm, or the child is kept apart: the consent of its representative is "
    "no basis. Name the law relied on.",
)


def decide(case: Case, command: DiscloseToThirdParty, context: DecisionContext) -> DataDisclosed:
    agreed = command.representative_consents and (command.child_consents or not case.has_own_view(context.at))
    against = case.parent_is_harmer or case.protection.separation is not None
    insist(
        (PersonalKind.REPORTER not in command.kinds, REPORTER_IS_PROTECTED, "kinds"),
        (command.law is not None or agreed, CONSENTS_REQUIRED, "law"),
        (command.law is None or said(command.article), FIELD_REQUIRED, "article"),
        (command.law is not None or not (agreed and against), CONSENT_OF_WHO_HARMS, "law"),
    )
    return DataDisclosed(
        recipient=context.text(command.recipient),
        purpose=context.text(command.purpose),
        kinds=command.kinds,
        law=command.law,
        article=command.article.strip() if command.law and command.article else None,
        representative_consents=command.representative_consents,
        child_consents=command.child_consents,
    )


def evolve(case: Case, event: DataDisclosed | DataDisclosed1, line: Line) -> Case:
    return case


DISCLOSE_TO_THIRD_PARTY = Action(
    command=DiscloseToThirdParty,
    event=DataDisclosed,
    stored_as="case.data_disclosed.2",
    asks=Label(vi="Cung cấp thông tin cho bên ngoài", en="Disclose to a third party"),
    tells=Label(vi="Đã cung cấp thông tin cho bên ngoài", en="Data disclosed to a third party"),
    may=CHAIR_OF_LEAD,
    basis=basis.CONFIDENTIALITY,
    refuses=(REPORTER_IS_PROTECTED, CONSENTS_REQUIRED, CONSENT_OF_WHO_HARMS),
    decide=decide,
    evolve=evolve,
    earlier=(Earlier(event=DataDisclosed1, stored_as="case.data_disclosed.1", evolve=evolve),),
)
