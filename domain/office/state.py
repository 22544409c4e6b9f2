"""An office's file: who held it when, by which title, and what was delegated from it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from domain.label import Labelled
from domain.record.faults import LineCorrected, PaperOfCorrection, WhatIsWrong
from domain.record.field import PERSON, says
from domain.record.refusal import present
from domain.record.vocabulary import OfficeRef, Role, UnitRef

HEADS_WHO_DELEGATE = (
    Role.COMMUNE_CHAIR,
    Role.COMMUNE_POLICE_HEAD,
    Role.DEPARTMENT_DIRECTOR,
    Role.CITY_CHAIR,
    Role.CHIEF_INSPECTOR,
    Role.PROVIDER_HEAD,
)


DEPUTIES = {Role.COMMUNE_CHAIR: Role.COMMUNE_DEPUTY_CHAIR}
"""The deputy's office where it has a role of its own; else a deputy holds another seat of the same role."""


class OfficePhase(Labelled):
    """The life of an office."""

    UNKNOWN = "unknown", "Chưa có trong sổ", "Not in the register"
    ESTABLISHED = "established", "Đang tồn tại", "Exists"
    ENDED = "ended", "Đã kết thúc", "Ended"


class Employment(Labelled):
    """How a protection worker is employed.

    The law knows these two.
    """

    CIVIL_SERVANT = "civil_servant", "Công chức cấp xã", "Commune civil servant"
    PART_TIME = "part_time", "Người hoạt động không chuyên trách", "Part-time staff"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """A person in the office in [since, until). `acting`: in charge without appointment.

    `entered_by`, `entered_at`: who put it into the register, and when, whatever day it claims; None: the system.
    """

    person: Annotated[UUID, says("Người giữ chức danh", "Person"), PERSON]
    name: Annotated[str, says("Họ và tên", "Name")]
    since: Annotated[datetime, says("Bắt đầu từ", "Since")]
    until: Annotated[
        datetime | None, says("Không còn giữ từ; trống khi đang giữ", "No longer held from; empty while it lasts")
    ] = None
    acting: Annotated[bool, says("Được giao phụ trách", "In charge without appointment")] = False
    decision_no: str = ""
    entered_by: Annotated[
        UUID | None, says("Người ghi quyết định vào sổ", "Who entered it in the register"), PERSON
    ] = None
    entered_at: Annotated[
        datetime | None, says("Thời điểm ghi quyết định vào sổ", "When it was entered in the register")
    ] = None

    def lasts_beyond(self, at: datetime) -> bool:
        """Whether somebody holds, or is to hold, the office at the instant or after it."""
        return self.until is None or self.until > at


@dataclass(frozen=True, slots=True, kw_only=True)
class Delegation:
    """Power handed in writing to another office in [since, until). `acts`: stored names; empty: all acts."""

    document_no: str
    to_office: OfficeRef
    since: Annotated[datetime, says("Bắt đầu từ", "Since")]
    until: Annotated[datetime, says("Hết hiệu lực từ", "No longer in force from")]
    acts: Annotated[tuple[str, ...], says("Các việc được ủy quyền; trống: tất cả", "Acts it is for; empty: all")] = ()
    given_by: Annotated[UUID | None, says("Người ủy quyền", "Who gave it"), PERSON] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryCorrection:
    """That a line is read otherwise; `right` None: as if it never was."""

    corrects: LineCorrected
    fault: WhatIsWrong
    was: Annotated[datetime, says("Thời điểm đã ghi", "The time that stood")]
    right: Annotated[
        datetime | None, says("Thời điểm có hiệu lực đúng; trống: việc không xảy ra", "The right time; empty: never")
    ]
    paper_no: PaperOfCorrection
    by: Annotated[UUID | None, says("Người đính chính", "Who corrected it"), PERSON] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office: a role in a unit, its tenures and the delegations from it, as they were recorded."""

    phase: Annotated[OfficePhase, says("Tình trạng chức danh", "Phase")] = OfficePhase.UNKNOWN
    ref: Annotated[OfficeRef | None, says("Chức danh", "Office")] = None
    seat: Annotated[
        int, says("Số thứ tự vị trí; đánh số các vị trí như nhau, từ 1", "Seat number; numbers equal posts, from 1")
    ] = 1
    title: Annotated[
        str,
        says(
            "Tên gọi riêng của chức danh; khi nói rõ hơn loại chức danh",
            "Title of its own; where it says more than the role",
        ),
    ] = ""
    since: Annotated[
        date | None, says("Bắt đầu từ ngày; trống: từ trước khi có sổ", "First day; empty: before the record")
    ] = None
    until: Annotated[date | None, says("Chức danh được bãi bỏ kể từ ngày", "First day on which it no longer is")] = None
    tenures: Annotated[
        tuple[Tenure, ...],
        says(
            "Những người giữ chức danh qua các thời kỳ; theo thứ tự ghi nhận",
            "Tenures; everybody who held it, in the order of entry",
        ),
    ] = ()
    delegations: Annotated[tuple[Delegation, ...], says("Các văn bản ủy quyền", "Delegations from it")] = ()
    corrections: Annotated[
        tuple[EntryCorrection, ...], says("Các dòng đã đính chính", "Lines that were corrected")
    ] = ()

    @property
    def unit(self) -> UnitRef:
        """The unit it belongs to, which every office has from its first line on."""
        return present(self.ref).unit

    def holder(self, at: datetime) -> Tenure | None:
        """Who held the office at the instant; an appointed holder goes before an acting one."""
        held = [t for t in self.tenures if t.since <= at and t.lasts_beyond(at)]
        return next((t for t in held if not t.acting), held[0] if held else None)

    def overlapping(self, since: datetime, until: datetime | None = None) -> tuple[Tenure, ...]:
        """The tenures that share an instant with [since, until)."""
        return tuple(t for t in self.tenures if t.lasts_beyond(since) and (until is None or t.since < until))

    def free_from(self, since: datetime) -> bool:
        """Whether nobody but an acting holder has the office at the instant or after it."""
        return all(t.acting for t in self.overlapping(since))

    def with_holder(self, appointed: Tenure) -> Office:
        """The office with a new holder; whoever was acting acts no longer."""
        acting_cut = tuple(
            replace(t, until=max(t.since, appointed.since)) if t.acting and t.lasts_beyond(appointed.since) else t
            for t in self.tenures
        )
        return replace(self, tenures=(*acting_cut, appointed))

    def handed_on(self, at: datetime) -> tuple[Delegation, ...]:
        """The delegations in force at the instant by which power passes.

        Papers from before only a deputy received it are still on file, and give none to anybody else.
        """
        return tuple(
            d for d in self.delegations if d.since <= at < d.until and self.ref and may_pass(self.ref, d.to_office)
        )

    def with_delegation(self, document_no: str, until: datetime) -> Office:
        """The office with the delegation of this number ending at the instant."""
        cut = tuple(replace(d, until=until) if d.document_no == document_no else d for d in self.delegations)
        return replace(self, delegations=cut)

    def holds_until(self, person: UUID, until: datetime) -> bool:
        """Whether a tenure of the person reaches to the instant or beyond it, so that it can end there."""
        return any(_ends(t, person, until) for t in self.tenures)

    def without(self, person: UUID, until: datetime) -> Office:
        """The office with the person's tenure ending at the instant."""
        cut = tuple(replace(t, until=until) if _ends(t, person, until) else t for t in self.tenures)
        return replace(self, tenures=cut)


def may_pass(giver: OfficeRef, to: OfficeRef) -> bool:
    """Whether power passes between the offices: from a head to a deputy in the same unit, never to who proposes."""
    same_unit = to.unit.id == giver.unit.id and to.id != giver.id
    return giver.role in HEADS_WHO_DELEGATE and same_unit and is_deputy(giver.role, to.role)


def is_deputy(head: Role, role: Role) -> bool:
    """Whether an office of the role may be that of the head's deputy."""
    return role is DEPUTIES.get(head, head)


def _ends(tenure: Tenure, person: UUID, until: datetime) -> bool:
    return tenure.person == person and tenure.since <= until and tenure.lasts_beyond(until)


def person_of(office: Office, person: UUID, at: datetime) -> Tenure | None:
    """The tenure under which `person` holds or acts in the office at the instant."""
    held = [t for t in office.tenures if t.person == person and t.since <= at and t.lasts_beyond(at)]
    return held[0] if held else None
