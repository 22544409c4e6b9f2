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


class Role(StrEnum):
    """The post an office is; authority follows from it and from nothing else."""

    HOTLINE_OPERATOR = "hotline_operator"
    INTAKE_OFFICER = "intake_officer"
    PROTECTION_WORKER = "protection_worker"
    COMMUNE_CHAIR = "commune_chair"
    COMMUNE_DEPUTY_CHAIR = "commune_deputy_chair"
    COMMUNE_POLICE_HEAD = "commune_police_head"
    CITY_INVESTIGATOR = "city_investigator"
    PROCURATOR = "procurator"
    COURT_CLERK = "court_clerk"
    HEALTH_DEPARTMENT_OFFICER = "health_department_officer"
    DEPARTMENT_DIRECTOR = "department_director"
    CITY_CHAIR = "city_chair"
    HOME_AFFAIRS_OFFICER = "home_affairs_officer"
    CHIEF_INSPECTOR = "chief_inspector"
    INSPECTION_TEAM_HEAD = "inspection_team_head"
    INSPECTOR = "inspector"
    SERVICE_PROVIDER = "service_provider"
    PROVIDER_HEAD = "provider_head"
    FRONT_MEMBER = "front_member"
    AGENCY_FOCAL = "agency_focal"
    DATA_PROTECTION_AUDITOR = "data_protection_auditor"
    REGISTRAR = "registrar"
    SYSTEM = "system"


ROLE_LABELS: dict[Role, Label] = {
    Role.HOTLINE_OPERATOR: Label(vi="Trực Tổng đài 111", en="Hotline 111 operator"),
    Role.INTAKE_OFFICER: Label(vi="Cán bộ tiếp nhận", en="Intake officer"),
    Role.PROTECTION_WORKER: Label(vi="Người làm công tác bảo vệ trẻ em cấp xã", en="Commune child-protection worker"),
    Role.COMMUNE_CHAIR: Label(vi="Chủ tịch UBND cấp xã", en="Commune Chair"),
    Role.COMMUNE_DEPUTY_CHAIR: Label(vi="Phó Chủ tịch UBND cấp xã", en="Commune Deputy Chair"),
    Role.COMMUNE_POLICE_HEAD: Label(vi="Trưởng Công an cấp xã", en="Commune police head"),
    Role.CITY_INVESTIGATOR: Label(vi="Cơ quan Cảnh sát điều tra", en="City investigator"),
    Role.PROCURATOR: Label(vi="Kiểm sát viên", en="Procurator"),
    Role.COURT_CLERK: Label(vi="Thư ký Tòa án", en="Court clerk"),
    Role.HEALTH_DEPARTMENT_OFFICER: Label(
        vi="Công chức Sở Y tế phụ trách trẻ em", en="Health-department child officer"
    ),
    Role.DEPARTMENT_DIRECTOR: Label(vi="Giám đốc sở", en="Department director"),
    Role.CITY_CHAIR: Label(vi="Chủ tịch UBND thành phố", en="City Chair"),
    Role.HOME_AFFAIRS_OFFICER: Label(vi="Công chức Sở Nội vụ", en="Home-affairs officer"),
    Role.CHIEF_INSPECTOR: Label(vi="Chánh Thanh tra thành phố", en="Chief inspector"),
    Role.INSPECTION_TEAM_HEAD: Label(vi="Trưởng đoàn thanh tra", en="Inspection team head"),
    Role.INSPECTOR: Label(vi="Thanh tra viên", en="Inspector"),
    Role.SERVICE_PROVIDER: Label(vi="Cơ sở cung cấp dịch vụ", en="Service provider"),
    Role.PROVIDER_HEAD: Label(vi="Người đứng đầu cơ sở dịch vụ", en="Head of service provider"),
    Role.FRONT_MEMBER: Label(vi="Cán bộ Mặt trận Tổ quốc", en="Fatherland Front member"),
    Role.AGENCY_FOCAL: Label(vi="Đầu mối cơ quan", en="Agency focal point"),
    Role.DATA_PROTECTION_AUDITOR: Label(vi="Kiểm soát viên bảo vệ dữ liệu", en="Data-protection auditor"),
    Role.REGISTRAR: Label(vi="Quản trị sổ đăng ký", en="Registrar"),
    Role.SYSTEM: Label(vi="Hệ thống", en="System"),
}


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
