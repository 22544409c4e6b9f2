"""Consent to an erasure that somebody else ordered: a unit whose file is among those that hold the data."""

from dataclasses import dataclass, replace
from typing import Annotated

from domain.law import basis
from domain.record.act import Action, DecisionContext, Label, Line, Refusal, insist
from domain.record.fields import UnitRef, says
from domain.record.refusals import ANSWERABLE_FOR_LAPSE
from domain.record.who import May, Role, Scope
from domain.subject.independent import independent
from domain.subject.refusals import INDEPENDENCE
from domain.subject.state import PENDING, Erasure


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentToErasure:
    """For every file of which the own unit has the lead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasureConsented:
    """Units in whose place it was consented to."""

    units: Annotated[tuple[UnitRef, ...], says("Các đơn vị đã đồng ý", "Units that consented")]


CONSENT_NOT_ASKED = Refusal(
    "consent_not_asked",
    vi="Việc xóa dữ liệu này không cần, hoặc đã có, đồng ý của đơn vị ông/bà.",
    en="This erasure does not need the consent of your unit, or has it.",
)


def decide(erasure: Erasure, command: ConsentToErasure, context: DecisionContext) -> ErasureConsented:
    own, register = context.own_unit.id, context.register
    units = tuple(unit for unit in erasure.waits_for if own in register.living(unit.id, context.at))
    insist(
        (bool(units), CONSENT_NOT_ASKED),
        (all(lapse.holder != context.by.person for lapse in erasure.lapses), ANSWERABLE_FOR_LAPSE),
        *independent(erasure, context),
    )
    return ErasureConsented(units=units)


def evolve(erasure: Erasure, event: ErasureConsented, line: Line) -> Erasure:
    return replace(erasure, consented=(*erasure.consented, *(unit.id for unit in event.units)))


CONSENT_TO_ERASURE = Action(
    command=ConsentToErasure,
    event=ErasureConsented,
    stored_as="subject.erasure_consented.1",
    asks=Label(vi="Đồng ý xóa dữ liệu trong hồ sơ do đơn vị chủ trì", en="Consent to an erasure in own files"),
    tells=Label(vi="Đơn vị chủ trì hồ sơ đã đồng ý xóa dữ liệu", en="Erasure consented to by a lead of files"),
    may=May.within(Scope.LEAD, Role.COMMUNE_CHAIR, Role.DEPARTMENT_DIRECTOR),
    phases=PENDING,
    four_eyes=lambda erasure: erasure.ordered_by,
    basis=basis.DATA_PROTECTION,
    refuses=(CONSENT_NOT_ASKED, ANSWERABLE_FOR_LAPSE, *INDEPENDENCE),
    decide=decide,
    evolve=evolve,
)
