"""The file of an erasure: whose data, in which files, who ordered it, who must agree, who objects, who approved."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated
from uuid import UUID

from domain.label import Labelled
from domain.record.clear import Clear
from domain.record.field import FILE_OR_PERSON, PERSON, points_at, says
from domain.record.personal import Personal
from domain.record.vocabulary import OfficeRef, UnitRef
from domain.subject.fields import (
    AskedUnits,
    ConcernedUnits,
    LapsesOfFiles,
    MatterFiles,
    ObjectionsUntilIfAny,
    UnitOfMatterIfAny,
)
from domain.subject.rows import LapseOnFile


class ErasurePhase(Labelled):
    """How far an erasure has come."""

    UNKNOWN = "unknown", "Chưa đề nghị", "Not asked for"
    ORDERED = "ordered", "Đã đề nghị", "Asked for"
    APPROVED = "approved", "Đã phê duyệt", "Approved"
    ERASED = "erased", "Đã xóa", "Carried out"
    OBJECTED = "objected", "Có ý kiến phản đối", "Objected to"
    WITHDRAWN = "withdrawn", "Đã rút đề nghị", "Withdrawn"
    STOPPED = "stopped", "Đã dừng theo ý kiến phản đối", "Stopped upon an objection"
    HELD = "held", "Dữ liệu đang được giữ làm chứng cứ", "Held as evidence"


PENDING = frozenset({ErasurePhase.ORDERED, ErasurePhase.OBJECTED})
RELEASED = {ErasurePhase.OBJECTED: ErasurePhase.ORDERED, ErasurePhase.HELD: ErasurePhase.UNKNOWN}
"""Where it stands once the last objection is settled."""
NOT_ASKED = frozenset({ErasurePhase.UNKNOWN, ErasurePhase.WITHDRAWN, ErasurePhase.STOPPED})


class ObjectionOutcome(Labelled):
    """What became of an objection."""

    OPEN = "open", "Chưa giải quyết", "Not settled"
    WITHDRAWN = "withdrawn", "Đã rút", "Taken back"
    OVERRULED = "overruled", "Không chấp nhận", "Overruled"
    UPHELD = "upheld", "Chấp nhận", "Upheld"


@dataclass(frozen=True, slots=True, kw_only=True)
class Objection:
    """Why somebody wants the data kept, and what became of that."""

    ref: Annotated[str, says("Số thứ tự ý kiến phản đối", "Number of the objection"), Clear.LINK]
    office: Annotated[OfficeRef, says("Chức danh phản đối", "Office that objects")]
    objection: Annotated[Personal, says("Lý do phải giữ dữ liệu", "Why the data must be kept")]
    outcome: Annotated[ObjectionOutcome, says("Kết quả giải quyết", "What became of it")] = ObjectionOutcome.OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Erasure:
    """An erasure as its lines tell it. `subject`: a child, carer, reporter, or a file for its texts."""

    phase: Annotated[ErasurePhase, says("Tình trạng xóa dữ liệu", "How far it has come")] = ErasurePhase.UNKNOWN
    subject: Annotated[UUID | None, says("Chủ thể dữ liệu cá nhân", "Whose data"), FILE_OR_PERSON] = None
    files: MatterFiles = ()
    matter: UnitOfMatterIfAny = None
    concerned: ConcernedUnits = ()
    asked: AskedUnits = ()
    consented: Annotated[tuple[UUID, ...], says("Các đơn vị đã đồng ý", "Units that consented"), points_at("unit")] = ()
    lapses: LapsesOfFiles = ()
    lapses_decided: Annotated[
        tuple[str, ...], says("Số thứ tự các lần quá hạn đã kết luận", "Numbers of lapses decided on")
    ] = ()
    grounds: Personal | None = None
    objections_until: ObjectionsUntilIfAny = None
    objections: Annotated[tuple[Objection, ...], says("Các ý kiến phản đối", "Objections")] = ()
    ordered_by: Annotated[UUID | None, says("Người đề nghị", "Requested by"), PERSON] = None
    ordered_in: Annotated[OfficeRef | None, says("Chức danh đề nghị", "Office that asked for it")] = None
    ordered_at: Annotated[datetime | None, says("Thời điểm đề nghị", "When it was asked for")] = None
    approved_by: Annotated[UUID | None, says("Người phê duyệt", "Approved by"), PERSON] = None

    @property
    def waits_for(self) -> tuple[UnitRef, ...]:
        """The units whose consent is still missing."""
        return tuple(unit for unit in self.asked if unit.id not in self.consented)

    @property
    def undecided(self) -> tuple[LapseOnFile, ...]:
        """The lapses of which nobody has yet decided whose fault they were."""
        return tuple(lapse for lapse in self.lapses if lapse.ref not in self.lapses_decided)

    @property
    def objected_to(self) -> bool:
        """Whether an objection is not settled; one outlives the order against which it was made."""
        return any(each.outcome is ObjectionOutcome.OPEN for each in self.objections)

    def objection(self, ref: str) -> Objection | None:
        """The objection of this number, if it is not settled."""
        open_still = (each for each in self.objections if each.outcome is ObjectionOutcome.OPEN)
        return next((each for each in open_still if each.ref == ref), None)

    def settled(self, ref: str, outcome: ObjectionOutcome) -> "Erasure":
        """The erasure once the objection is settled: without any other it goes on, to be approved anew."""
        rows = tuple(replace(each, outcome=outcome) if each.ref == ref else each for each in self.objections)
        settled = replace(self, objections=rows)
        return settled if settled.objected_to else replace(settled, phase=RELEASED.get(self.phase, self.phase))
