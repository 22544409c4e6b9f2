"""What an access file is: nobody's to act on, and for those who may know who read what is personal."""

from domain.access.state import Access
from domain.label import Label
from domain.record.file_kind import FileKind, Heading, Openness
from domain.record.vocabulary import Kind

ACCESS = FileKind(
    name=Kind.ACCESS,
    label=Label(vi="Nhật ký xem thông tin", en="Access file"),
    heading=Heading("ACCESS", Label(vi="Xem thông tin cá nhân", en="Reading of what is personal")),
    empty=Access,
    phase=lambda access: None,
    where=lambda access, command: {},
    matter=lambda access: access.unit,
    openness=Openness.GUARDED,
    always=True,
    told_by_last=True,
)
