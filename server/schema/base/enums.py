"""The domain's enums as clients see them: every value described in English and in Vietnamese."""

from enum import StrEnum
from typing import Any

import strawberry

from domain.access.state import PURPOSE_LABELS, Purpose
from domain.law.basis import Confidence
from domain.law.harm import HarmKind
from domain.office.state import Employment, OfficePhase
from domain.record.action import SCOPE_LABELS, Scope
from domain.record.label import Label
from domain.record.line import Capacity, DutyOutcome
from domain.record.personal import PERSONAL_LABELS, PersonalKind
from domain.record.vocabulary import ROLE_LABELS, Role
from domain.report.state import AnswerTemplate, Channel, RejectionGround, ReportPhase
from domain.subject.state import ErasurePhase
from domain.unit.state import GroupSeat, Level, UnitPhase
from server.schema.base.case_enums import CASE_WORDS

Words = tuple[type[StrEnum], str, dict[str, str]]


def labelled(texts: dict[Any, Label]) -> dict[str, str]:
    """The words of an enum that the domain itself labels."""
    return {member.name: f"{text.en} / {text.vi}" for member, text in texts.items()}


GENERAL_WORDS: tuple[Words, ...] = (
    (Role, "The post an office is.", labelled(ROLE_LABELS)),
    (Scope, "How the actor's unit stands to the file.", labelled(SCOPE_LABELS)),
    (PersonalKind, "What a masked value tells.", labelled(PERSONAL_LABELS)),
    (
        Capacity,
        "By what title somebody acted.",
        {
            "HOLDER": "Holds the office / Giữ chức vụ",
            "ACTING": "In charge without appointment / Phụ trách, quyền",
            "DELEGATE": "By written delegation / Theo ủy quyền bằng văn bản",
            "SYSTEM": "The system by a rule / Hệ thống, theo quy tắc",
        },
    ),
    (
        DutyOutcome,
        "How a duty ended.",
        {
            "MET": "Done / Đã thực hiện",
            "NOT_REQUIRED": "Found not to be required / Không phải thực hiện",
            "LAPSED": "Its time ran out; it goes on / Đã quá hạn, vẫn phải làm",
        },
    ),
    (
        Confidence,
        "How sure a figure of law is.",
        {
            "LAW": "Written in law / Luật định",
            "PROCEDURE": "Published as procedure / Theo thủ tục đã công bố",
            "PROJECT_DEFAULT": "Set by the project / Do dự án đặt ra",
        },
    ),
    (Purpose, "Why somebody reads what is personal.", labelled(PURPOSE_LABELS)),
    (
        Level,
        "Where a unit stands.",
        {
            "PROVINCE": "Province or city / Tỉnh, thành phố",
            "DISTRICT": "District, until 30 June 2025 / Cấp huyện, đến 30/6/2025",
            "COMMUNE": "Commune / Cấp xã",
            "DEPARTMENT": "Department / Sở",
            "INSPECTORATE": "Inspectorate / Thanh tra",
            "POLICE": "Police / Công an",
            "FRONT": "Fatherland Front / Mặt trận Tổ quốc",
            "PROVIDER": "Service provider / Cơ sở cung cấp dịch vụ",
            "HOTLINE": "Hotline 111 / Tổng đài 111",
            "COURT": "Court / Tòa án",
            "PROCURACY": "Procuracy / Viện kiểm sát",
        },
    ),
    (
        UnitPhase,
        "The life of a unit.",
        {
            "UNKNOWN": "Not in the register / Chưa có trong sổ",
            "ESTABLISHED": "Exists / Đang tồn tại",
            "ENDED": "Ended / Đã kết thúc",
        },
    ),
    (
        OfficePhase,
        "The life of an office.",
        {
            "UNKNOWN": "Not in the register / Chưa có trong sổ",
            "ESTABLISHED": "Exists / Đang tồn tại",
            "ENDED": "Ended / Đã kết thúc",
        },
    ),
    (
        ErasurePhase,
        "How far an erasure has come.",
        {
            "UNKNOWN": "Not asked for / Chưa đề nghị",
            "ORDERED": "Asked for / Đã đề nghị",
            "APPROVED": "Approved / Đã phê duyệt",
            "ERASED": "Carried out / Đã xóa",
        },
    ),
    (
        GroupSeat,
        "Who sits in a commune's inter-agency group besides the Chair.",
        {
            "CULTURE_SOCIAL_OFFICER": "Culture and social officer / Công chức văn hóa - xã hội",
            "PROTECTION_WORKER": "Child-protection worker / Người làm công tác bảo vệ trẻ em",
            "HEALTH_STATION_HEAD": "Head of the health station / Trạm trưởng Trạm Y tế",
            "POLICE_HEAD": "Head of the commune police / Trưởng Công an cấp xã",
            "JUSTICE_OFFICER": "Justice officer / Công chức tư pháp - hộ tịch",
            "SCHOOL_HEAD": "Head of a school / Hiệu trưởng",
            "WOMENS_UNION": "Women's Union / Hội Liên hiệp Phụ nữ",
            "YOUTH_UNION": "Youth Union / Đoàn Thanh niên",
            "RED_CROSS": "Red Cross / Hội Chữ thập đỏ",
        },
    ),
    (
        Employment,
        "How a protection worker is employed.",
        {
            "CIVIL_SERVANT": "Commune civil servant / Công chức cấp xã",
            "PART_TIME": "Part-time staff / Người hoạt động không chuyên trách",
        },
    ),
    (
        Channel,
        "How information came.",
        {
            "HOTLINE": "Hotline 111 / Tổng đài 111",
            "IN_PERSON": "In person / Trực tiếp",
            "PHONE": "By telephone / Điện thoại",
            "LETTER": "By letter / Thư, đơn",
            "ONLINE": "Online / Trực tuyến",
            "POLICE": "From the police / Từ công an",
            "SCHOOL": "From a school / Từ nhà trường",
            "HEALTH": "From a health facility / Từ cơ sở y tế",
            "FRONT": "From the Front / Từ Mặt trận",
        },
    ),
    (
        HarmKind,
        "Kind of harm to a child (Law on Children art. 4).",
        {
            "VIOLENCE_PHYSICAL": "Physical violence / Bạo lực thể chất",
            "VIOLENCE_MENTAL": "Mental violence / Bạo lực tinh thần",
            "SEXUAL_ABUSE": "Sexual abuse / Xâm hại tình dục",
            "EXPLOITATION_LABOUR": "Labour exploitation / Bóc lột sức lao động",
            "EXPLOITATION_SEXUAL": "Sexual exploitation / Bóc lột tình dục",
            "ABANDONMENT": "Abandonment / Bỏ rơi",
            "NEGLECT": "Neglect / Bỏ mặc",
            "TRAFFICKING_ABDUCTION": "Trafficking or abduction / Mua bán, bắt cóc",
            "CHILD_MARRIAGE": "Child marriage / Tảo hôn",
            "ONLINE_HARM": "Harm online / Xâm hại trên môi trường mạng",
            "ACCIDENT_INJURY": "Injury by accident / Tai nạn thương tích",
            "ACCIDENT_DEATH": "Death by accident / Tai nạn tử vong",
            "STREET_LIVING": "Living on the street / Lang thang",
            "SCHOOL_VIOLENCE": "Violence at school / Bạo lực học đường",
            "OTHER": "Other / Khác",
        },
    ),
    (
        ReportPhase,
        "Where a report stands.",
        {
            "UNKNOWN": "Not received / Chưa tiếp nhận",
            "RECEIVED": "Received / Đã tiếp nhận",
            "FORWARDED": "Sent on / Đã chuyển",
            "TRIAGED": "Acknowledged by its target / Nơi nhận đã xác nhận",
            "LINKED": "Linked to a case / Đã gắn vào vụ việc",
            "CONVERTED": "A case was opened from it / Đã lập vụ việc",
            "REJECTED": "Not taken further / Không xử lý",
        },
    ),
    (
        RejectionGround,
        "Why a report is not taken further.",
        {
            "DUPLICATE": "Received before / Trùng tin đã nhận",
            "UNFOUNDED": "Found untrue / Không đúng sự thật",
            "NOT_ABOUT_A_CHILD": "Not about a child / Không liên quan trẻ em",
        },
    ),
    (
        AnswerTemplate,
        "What a reporter is told.",
        {
            "TAKEN_UP": "It was taken up / Đã tiếp nhận xử lý",
            "FORWARDED": "It was sent to who is in charge / Đã chuyển nơi có thẩm quyền",
            "CASE_OPENED": "A case was opened / Đã lập hồ sơ vụ việc",
            "NOT_TAKEN_FURTHER": "It is not taken further / Không xử lý tiếp",
        },
    ),
)


def describe(enum: type[StrEnum], description: str, words: dict[str, str]) -> None:
    """Make the enum a GraphQL enum, with a description of each value."""
    if not hasattr(enum, "__strawberry_definition__"):
        strawberry.enum(enum, description=description)
    definition: Any = getattr(enum, "__strawberry_definition__")  # noqa: B009 - set by strawberry, not declared
    for value in definition.values:
        value.description = words[value.name] + "."


for row in (*GENERAL_WORDS, *CASE_WORDS):
    describe(*row)
