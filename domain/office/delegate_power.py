"""Delegate power in writing, dated, to another office of the unit: all acts or those named, never further on.

The paper is the office's own: it stays in force when its head changes, until its last day or until revoked. One from
before the rule that only a deputy receives power is kept, and hands on none (`Office.handed_on`).
"""

import re
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated
from uuid import UUID

from domain.law import basis
from domain.office.delegation import (
    ACT_UNKNOWN,
    DELEGATION_DATED_BACK,
    DELEGATION_DATES,
    DOCUMENT_NO_USED,
    HEADS,
    RECEIVING,
    by_its_holder,
    dated,
    may_receive,
)
from domain.office.fields import PaperNumber
from domain.office.refusals import DELEGATE_MAY_NOT_DELEGATE, NOT_YOUR_OFFICE
from domain.office.state import Delegation, Office, OfficePhase
from domain.record.act import Action, DecisionContext, Label, Line, insist, present
from domain.record.fields import Clear, FromNow, Kind, Names, OfficeRef, points_at, says

STORED_NAME = re.compile(r"[a-z]+\.[a-z_]+\.[0-9]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class DelegatePower:
    """Which office may act in the place of this one, from when to when."""

    document_no: PaperNumber
    to_office: Annotated[UUID, says("Chức danh được ủy quyền", "The office that receives"), points_at(Kind.OFFICE)]
    since: Annotated[datetime, says("Ủy quyền từ thời điểm", "Since when"), FromNow]
    until: Annotated[datetime, says("Hết hiệu lực ủy quyền kể từ thời điểm", "The first instant after it")]
    acts: Annotated[
        tuple[str, ...],
        says("Các việc được ủy quyền; không nêu việc nào: tất cả", "The acts it is for; none given: all"),
        Clear.SYSTEM,
        Names.ACTS,
    ] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PowerDelegated:
    """Another office may act with this one's power in [since, until)."""

    document_no: str
    to_office: OfficeRef
    since: datetime
    until: datetime
    acts: tuple[str, ...]


def decide(office: Office, command: DelegatePower, context: DecisionContext) -> PowerDelegated:
    known = context.register.offices.get(command.to_office)
    to_office = known.ref if known else None
    used = {d.document_no for d in office.delegations}
    insist(
        *by_its_holder(context),
        (command.document_no.strip() not in used, DOCUMENT_NO_USED, "document_no"),
        *may_receive(to_office, office, context),
        (command.since < command.until, DELEGATION_DATES, "since"),
        (dated(command.since, context), DELEGATION_DATED_BACK, "since"),
        (all(STORED_NAME.fullmatch(act) for act in command.acts), ACT_UNKNOWN, "acts"),
    )
    return PowerDelegated(
        document_no=command.document_no.strip(),
        to_office=present(to_office),
        since=command.since,
        until=command.until,
        acts=tuple(sorted(set(command.acts))),
    )


def evolve(office: Office, event: PowerDelegated, line: Line) -> Office:
    delegation = Delegation(
        document_no=event.document_no,
        to_office=event.to_office,
        since=event.since,
        until=event.until,
        acts=event.acts,
        given_by=line.by.person,
    )
    return replace(office, delegations=(*office.delegations, delegation))


DELEGATE_POWER = Action(
    command=DelegatePower,
    event=PowerDelegated,
    stored_as="office.power_delegated.1",
    asks=Label(vi="Ủy quyền bằng văn bản", en="Delegate power"),
    tells=Label(vi="Đã ủy quyền", en="Power delegated"),
    may=HEADS,
    phases=frozenset({OfficePhase.ESTABLISHED}),
    basis=basis.LOCAL_GOVERNMENT,
    cites=basis.local_government,
    refuses=(
        *(NOT_YOUR_OFFICE, DELEGATE_MAY_NOT_DELEGATE, *RECEIVING),
        *(DOCUMENT_NO_USED, DELEGATION_DATES, DELEGATION_DATED_BACK, ACT_UNKNOWN),
    ),
    decide=decide,
    evolve=evolve,
)
