"""The words that every file shares: labels, roles, references and attachments."""

from dataclasses import dataclass, field
from typing import Annotated
from uuid import UUID, uuid5

from domain.label import Labelled
from domain.record.clear import Clear
from domain.record.field import points_at, says

MEDIA_TYPES = (
    "application/pdf",
    "image/jpeg",
    "image/png",
    "image/heic",
    "image/tiff",
    "audio/mpeg",
    "audio/mp4",
    "video/mp4",
    "text/plain",
    "application/msword",
    "application/vnd.ms-excel",
    "application/vnd.oasis.opendocument.text",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
)
"""What kinds of document are taken, as RFC 6838 writes them. A type at will could spell a name."""
BAOVE = UUID("5d0c7b1e-6f0e-4b6e-9c55-2160000000aa")
NOBODY = UUID(int=0)


class Kind:
    """The names of the kinds of file that acts point at: the first part of every stored name."""

    UNIT = "unit"
    OFFICE = "office"
    REPORT = "report"
    CASE = "case"
    CONTACT = "contact"
    ACCESS = "access"
    ATTEMPT = "attempt"
    SUBJECT = "subject"


class Role(Labelled):
    """The post an office is.

    Authority follows from it and from nothing else.
    """

    HOTLINE_OPERATOR = "hotline_operator", "Nhân viên trực Tổng đài 111", "Hotline 111 operator"
    INTAKE_OFFICER = "intake_officer", "Cán bộ tiếp nhận", "Intake officer"
    PROTECTION_WORKER = (
        "protection_worker",
        "Người làm công tác bảo vệ trẻ em cấp xã",
        "Commune child-protection worker",
    )
    COMMUNE_CHAIR = "commune_chair", "Chủ tịch UBND cấp xã", "Commune Chair"
    COMMUNE_DEPUTY_CHAIR = "commune_deputy_chair", "Phó Chủ tịch UBND cấp xã", "Commune Deputy Chair"
    COMMUNE_POLICE_HEAD = "commune_police_head", "Trưởng Công an cấp xã", "Commune police head"
    CITY_INVESTIGATOR = "city_investigator", "Điều tra viên", "City investigator"
    PROCURATOR = "procurator", "Kiểm sát viên", "Procurator"
    COURT_CLERK = "court_clerk", "Thư ký Tòa án", "Court clerk"
    HEALTH_DEPARTMENT_OFFICER = (
        "health_department_officer",
        "Công chức Sở Y tế phụ trách trẻ em",
        "Health-department child officer",
    )
    DEPARTMENT_DIRECTOR = "department_director", "Giám đốc sở", "Department director"
    CITY_CHAIR = "city_chair", "Chủ tịch UBND thành phố", "City Chair"
    HOME_AFFAIRS_OFFICER = "home_affairs_officer", "Công chức Sở Nội vụ", "Home-affairs officer"
    CHIEF_INSPECTOR = "chief_inspector", "Chánh Thanh tra thành phố", "Chief inspector"
    INSPECTION_TEAM_HEAD = "inspection_team_head", "Trưởng đoàn thanh tra", "Inspection team head"
    INSPECTOR = "inspector", "Thanh tra viên", "Inspector"
    SERVICE_PROVIDER = "service_provider", "Nhân viên cung cấp dịch vụ", "Service provider"
    PROVIDER_HEAD = "provider_head", "Người đứng đầu cơ sở dịch vụ", "Head of service provider"
    FRONT_MEMBER = "front_member", "Cán bộ Mặt trận Tổ quốc", "Fatherland Front member"
    AGENCY_FOCAL = "agency_focal", "Đầu mối cơ quan", "Agency focal point"
    DATA_PROTECTION_AUDITOR = "data_protection_auditor", "Kiểm soát viên bảo vệ dữ liệu", "Data-protection auditor"
    REGISTRAR = "registrar", "Quản trị sổ đăng ký", "Registrar"
    SYSTEM = "system", "Hệ thống", "System"

    @property
    def signs(self) -> bool:
        """Whether the post is that of a head or deputy, who decides for the body by signing."""
        return self in _SIGNING


_SIGNING = frozenset(
    {
        Role.COMMUNE_CHAIR,
        Role.COMMUNE_DEPUTY_CHAIR,
        Role.COMMUNE_POLICE_HEAD,
        Role.DEPARTMENT_DIRECTOR,
        Role.CITY_CHAIR,
        Role.CHIEF_INSPECTOR,
        Role.INSPECTION_TEAM_HEAD,
        Role.PROVIDER_HEAD,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitRef:
    """A unit as it was when the line was written: a code is reused, `id` (code and date) is not.

    It is the same unit whatever it is called.
    """

    id: Annotated[UUID, says("Mã định danh của đơn vị", "Id of the unit"), points_at(Kind.UNIT)]
    code: Annotated[str, says("Mã đơn vị khi đó", "Code of the unit, as of then"), Clear.UNIT_CODE]
    name: Annotated[str, says("Tên đơn vị khi đó", "Name of the unit, as of then"), Clear.PUBLIC] = field(compare=False)

    @property
    def known(self) -> bool:
        """Whether the register knows it; False for a code that nobody bears, which every act refuses."""
        return self.id != NOBODY


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeRef:
    """An office (a role in a unit) as it was when the line was written."""

    id: Annotated[UUID, says("Mã định danh của chức danh", "Id of the office"), points_at(Kind.OFFICE)]
    role: Annotated[Role, says("Loại chức danh", "Kind of office")]
    unit: Annotated[UnitRef, says("Đơn vị của chức danh", "Unit of the office")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A document kept elsewhere, bound to the line by its bytes."""

    sha256: Annotated[
        str,
        says("Giá trị băm SHA-256; 64 chữ số thập lục phân viết thường", "SHA-256, 64 lower-case hex digits"),
        Clear.SYSTEM,
    ]
    size_bytes: Annotated[int, says("Dung lượng", "Size")]
    media_type: Annotated[str, says("Kiểu tệp", "Media type"), Clear.SYSTEM]


def unknown_unit(code: str) -> UnitRef:
    """What stands in a command for a code that no unit bears."""
    return UnitRef(id=NOBODY, code=code, name="")


def unit_id(code: str, since: str) -> UUID:
    """The file of a unit: `code` with leading zeros, `since` an ISO date or "" for before the record."""
    return uuid5(BAOVE, f"unit:{code}:{since}")


def office_id(unit: UUID, role: Role, seat: int = 1) -> UUID:
    """The file of an office: one per unit, role and seat (seats number equal posts from 1)."""
    return uuid5(BAOVE, f"office:{unit}:{role}:{seat}")


def case_id(report: UUID) -> UUID:
    """The file of the case opened from a report: one report opens one case at most."""
    return uuid5(BAOVE, f"case:{report}")


def access_id(file: UUID) -> UUID:
    """The file that tells who read what is personal in another file."""
    return uuid5(BAOVE, f"access:{file}")


def searches_id(person: UUID) -> UUID:
    """The file that tells what a person searched for in texts."""
    return uuid5(BAOVE, f"searches:{person}")


def subject_id(subject: UUID) -> UUID:
    """The file in which the erasure of a subject's data is decided: once, since it cannot be undone."""
    return uuid5(BAOVE, f"subject:{subject}")
