"""The words that every file shares: labels, roles, references and attachments."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Self
from uuid import UUID, uuid5

BAOVE = UUID("5d0c7b1e-6f0e-4b6e-9c55-2160000000aa")


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A text shown to people, in Vietnamese and in English."""

    vi: str
    en: str


class Labelled(StrEnum):
    """An enum whose values say in both languages what they mean: `HIGH = "high", "Cao", "High"`."""

    _value_: str
    label: Label

    def __new__(cls, value: str, vi: str, en: str) -> Self:
        """Only the value is stored, looked up and compared; the words go with it."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = Label(vi=vi, en=en)
        return member


class Kind(StrEnum):
    """What a file is about; the first part of every stored name."""

    UNIT = "unit"
    OFFICE = "office"
    REPORT = "report"
    CASE = "case"
    ACCESS = "access"
    ATTEMPT = "attempt"
    SUBJECT = "subject"


class Role(Labelled):
    """The post an office is.

    Authority follows from it and from nothing else.
    """

    HOTLINE_OPERATOR = "hotline_operator", "Trực Tổng đài 111", "Hotline 111 operator"
    INTAKE_OFFICER = "intake_officer", "Cán bộ tiếp nhận", "Intake officer"
    PROTECTION_WORKER = (
        "protection_worker",
        "Người làm công tác bảo vệ trẻ em cấp xã",
        "Commune child-protection worker",
    )
    COMMUNE_CHAIR = "commune_chair", "Chủ tịch UBND cấp xã", "Commune Chair"
    COMMUNE_DEPUTY_CHAIR = "commune_deputy_chair", "Phó Chủ tịch UBND cấp xã", "Commune Deputy Chair"
    COMMUNE_POLICE_HEAD = "commune_police_head", "Trưởng Công an cấp xã", "Commune police head"
    CITY_INVESTIGATOR = "city_investigator", "Cơ quan Cảnh sát điều tra", "City investigator"
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
    SERVICE_PROVIDER = "service_provider", "Cơ sở cung cấp dịch vụ", "Service provider"
    PROVIDER_HEAD = "provider_head", "Người đứng đầu cơ sở dịch vụ", "Head of service provider"
    FRONT_MEMBER = "front_member", "Cán bộ Mặt trận Tổ quốc", "Fatherland Front member"
    AGENCY_FOCAL = "agency_focal", "Đầu mối cơ quan", "Agency focal point"
    DATA_PROTECTION_AUDITOR = "data_protection_auditor", "Kiểm soát viên bảo vệ dữ liệu", "Data-protection auditor"
    REGISTRAR = "registrar", "Quản trị sổ đăng ký", "Registrar"
    SYSTEM = "system", "Hệ thống", "System"


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitRef:
    """A unit as it was when the line was written: a code is reused, `id` (code and date) is not."""

    id: UUID
    code: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeRef:
    """An office (a role in a unit) as it was when the line was written."""

    id: UUID
    role: Role
    unit: UnitRef


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A document kept elsewhere, bound to the line by its bytes."""

    sha256: str
    size_bytes: int
    media_type: str


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


def subject_id(subject: UUID) -> UUID:
    """The file in which the erasure of a subject's data is decided: once, since it cannot be undone."""
    return uuid5(BAOVE, f"subject:{subject}")
