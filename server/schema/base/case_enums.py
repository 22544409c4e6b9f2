"""The words of the enums that belong to a case."""

from enum import StrEnum

from domain.case.movement.closure import CloseGround
from domain.case.movement.merge_cases import Sameness
from domain.case.movement.record_death import PlaceOfDeath
from domain.case.plan.record_visit import Safety
from domain.case.plan.refuse_plan_by_carer import Path, Refuser
from domain.case.protection.petition_court import PetitionGround
from domain.case.protection.record_court_decision import CourtOutcome
from domain.case.state.care import CareEnd, CareGround, CareKind, Suitability
from domain.case.state.case import Phase, RiskLevel
from domain.case.state.plan import Attendee, Finding, PlanLevel, Service, Stability
from domain.case.state.protection import MeasureKind, SeparationGround

CASE_WORDS: tuple[tuple[type[StrEnum], str, dict[str, str]], ...] = (
    (
        MeasureKind,
        "Urgent measures (Decree 56 art. 31.1).",
        {
            "STOP_ACT": "Stop the act / Ngăn chặn hành vi",
            "MEDICAL": "Medical care / Chăm sóc y tế",
            "SHELTER": "Safe shelter / Nơi tạm lánh an toàn",
            "GUARD": "Guard / Bảo vệ",
            "EVIDENCE": "Secure evidence / Bảo vệ chứng cứ",
            "PSY_FIRST_AID": "Psychological first aid / Sơ cứu tâm lý",
        },
    ),
    (
        SeparationGround,
        "Why a child is separated from parents or carers (Decree 56 art. 32).",
        {
            "CARER_HARMS": "A parent or carer does the harm / Cha mẹ, người chăm sóc gây tổn hại",
            "CARER_REFUSES_PLAN": "A parent or carer refuses the plan / Cha mẹ, người chăm sóc từ chối kế hoạch",
            "HARM_LIKELY_AGAIN": "Harm is likely again / Có nguy cơ bị xâm hại tiếp",
        },
    ),
    (
        PetitionGround,
        "Why the court is asked.",
        {
            "PARENTS_HARM": "The parents do harm / Cha mẹ gây tổn hại",
            "PARENTS_REFUSE": "The parents refuse protection / Cha mẹ từ chối việc bảo vệ",
        },
    ),
    (
        CourtOutcome,
        "What the court said.",
        {
            "GRANTED": "Granted / Chấp nhận",
            "PARTLY_GRANTED": "Granted in part / Chấp nhận một phần",
            "REFUSED": "Refused / Không chấp nhận",
        },
    ),
    (
        Sameness,
        "Why two cases are one.",
        {"CHILD": "The same child / Cùng một trẻ", "EVENT": "The same event / Cùng một sự việc"},
    ),
    (
        PlaceOfDeath,
        "What kind of place a child died in.",
        {
            "HOME": "At home / Tại nhà",
            "SCHOOL": "At school / Tại trường",
            "HOSPITAL": "In hospital / Tại bệnh viện",
            "FACILITY": "In a care facility / Tại cơ sở chăm sóc",
            "WATER": "In water / Dưới nước",
            "ROAD": "On the road / Trên đường",
            "OTHER": "Elsewhere / Nơi khác",
        },
    ),
    (
        Finding,
        "What a detailed assessment finds (form 03).",
        {
            "BODY_HARMED": "Body harmed / Tổn hại thể chất",
            "MIND_HARMED": "Mind harmed / Tổn hại tinh thần",
            "OUT_OF_SCHOOL": "Out of school / Không đi học",
            "HARMER_WITHIN_REACH": "Who harms is within reach / Người gây hại còn tiếp cận được",
            "CARER_UNABLE": "Carer unable / Người chăm sóc không đủ khả năng",
            "CARER_UNWILLING": "Carer unwilling / Người chăm sóc không muốn",
            "CARER_PROTECTS": "Carer protects / Người chăm sóc bảo vệ được trẻ",
            "HOME_UNSAFE": "Home unsafe / Nơi ở không an toàn",
            "HOME_SAFE": "Home safe / Nơi ở an toàn",
            "POVERTY": "Poverty / Nghèo",
            "NO_SUPPORT_NEARBY": "No support nearby / Không có nguồn hỗ trợ gần",
        },
    ),
    (
        Attendee,
        "In what capacity somebody takes part in the needs meeting.",
        {
            "PROTECTION_WORKER": "Child-protection worker / Người làm công tác bảo vệ trẻ em",
            "CULTURE_SOCIAL_OFFICER": "Culture and social officer / Công chức văn hóa - xã hội",
            "POLICE": "Police / Công an",
            "HEALTH_STATION": "Health station / Trạm Y tế",
            "JUSTICE_OFFICER": "Justice officer / Công chức tư pháp - hộ tịch",
            "SCHOOL": "School / Nhà trường",
            "WOMENS_UNION": "Women's Union / Hội Liên hiệp Phụ nữ",
            "YOUTH_UNION": "Youth Union / Đoàn Thanh niên",
            "RED_CROSS": "Red Cross / Hội Chữ thập đỏ",
            "NEIGHBOURHOOD": "Neighbourhood / Tổ dân phố, thôn",
            "PROVIDER": "Service provider / Cơ sở cung cấp dịch vụ",
            "CARER": "Parent or carer / Cha mẹ, người chăm sóc",
            "CHILD": "The child / Trẻ em",
        },
    ),
    (
        PlanLevel,
        "The level of protection a plan gives (Law on Children arts. 49 and 50).",
        {"SUPPORT": "Support / Hỗ trợ", "INTERVENTION": "Intervention / Can thiệp"},
    ),
    (
        Service,
        "What kind of help an item of a plan is.",
        {
            "COUNSELLING": "Counselling / Tư vấn tâm lý",
            "MEDICAL": "Medical care / Chăm sóc y tế",
            "SCHOOLING": "Schooling / Giáo dục",
            "LEGAL_AID": "Legal aid / Trợ giúp pháp lý",
            "BENEFIT": "Benefits / Trợ cấp xã hội",
            "FAMILY_SUPPORT": "Support for the family / Hỗ trợ gia đình",
            "SAFETY": "Safety / Bảo đảm an toàn",
            "CARE": "Care / Chăm sóc, nuôi dưỡng",
            "OTHER": "Other / Khác",
        },
    ),
    (
        Refuser,
        "Who refuses the plan.",
        {
            "MOTHER": "The mother / Mẹ",
            "FATHER": "The father / Cha",
            "BOTH_PARENTS": "Both parents / Cả cha và mẹ",
            "OTHER_CARER": "Another carer / Người chăm sóc khác",
        },
    ),
    (
        Path,
        "Where the worker proposes to go from a refused plan.",
        {"SEPARATION": "Separation / Cách ly tạm thời", "COURT": "Ask the court / Đề nghị Tòa án"},
    ),
    (
        Safety,
        "How safe the child was found.",
        {"SAFE": "Safe / An toàn", "CONCERN": "Concern / Đáng lo ngại", "DANGER": "Danger / Nguy hiểm"},
    ),
    (
        Stability,
        "How one side of the child's state was found.",
        {"STABLE": "Stable / Ổn định", "UNSTABLE": "Not stable / Chưa ổn định"},
    ),
    (
        CloseGround,
        "Why a case closes.",
        {
            "SAFE_AND_STABLE": "Safe and stable / An toàn, ổn định",
            "AGED_OUT": "No longer a child / Không còn là trẻ em",
        },
    ),
    (
        CareKind,
        "Forms of alternative care (Law on Children ch. IV).",
        {
            "RELATIVES": "With relatives / Người thân thích",
            "FOSTER": "Foster family / Gia đình nhận chăm sóc",
            "FACILITY": "Care facility / Cơ sở trợ giúp xã hội",
        },
    ),
    (
        CareGround,
        "On what a placement rests.",
        {"WITH_SEPARATION": "With a separation / Kèm cách ly tạm thời", "BY_PLAN": "By the plan / Theo kế hoạch"},
    ),
    (
        Suitability,
        "What monitoring finds of a placement.",
        {
            "SUITABLE": "Suitable / Phù hợp",
            "CONCERN": "Concern / Đáng lo ngại",
            "UNSUITABLE": "Not suitable / Không phù hợp",
        },
    ),
    (
        CareEnd,
        "Why alternative care ends.",
        {
            "RETURNED_HOME": "Returned home / Về với gia đình",
            "ADOPTED": "Adopted / Được nhận làm con nuôi",
            "CARER_UNABLE": "Carer unable / Người chăm sóc không đủ khả năng",
            "CARER_HARMS": "Carer does harm / Người chăm sóc gây tổn hại",
            "CHILD_ASKS": "The child asks for it / Trẻ đề nghị",
            "OF_AGE": "Of age / Đủ tuổi trưởng thành",
        },
    ),
    (
        RiskLevel,
        "Level of risk to the child (Decree 56 art. 26).",
        {
            "NONE": "None / Không có nguy cơ",
            "LOW": "Low / Thấp",
            "MEDIUM": "Medium / Trung bình",
            "HIGH": "High / Cao",
        },
    ),
    (
        Phase,
        "Where a case stands.",
        {
            "UNKNOWN": "Not opened / Chưa lập",
            "OPEN": "Opened / Đã lập",
            "VERIFYING": "Being verified / Đang xác minh",
            "VERIFIED": "Found true / Đã xác thực",
            "UNFOUNDED": "Found untrue / Không có căn cứ",
            "ASSESSED": "Risk assessed / Đã đánh giá nguy cơ",
            "DETAILED": "Assessed in detail / Đã đánh giá cụ thể",
            "NEEDS_SET": "Needs set / Đã xác định nhu cầu",
            "PLAN_DRAFTED": "Plan drafted / Đã xây dựng kế hoạch",
            "PLAN_SUBMITTED": "Plan submitted / Đã trình kế hoạch",
            "PLAN_APPROVED": "Plan approved / Đã phê duyệt kế hoạch",
            "IN_SERVICE": "Services under way / Đang cung cấp dịch vụ",
            "UNDER_REVIEW": "Reviewed / Đã rà soát",
            "CLOSED": "Closed / Đã kết thúc",
            "MERGED": "Merged into another case / Đã nhập vào vụ việc khác",
            "DECEASED": "The child died / Trẻ đã tử vong",
        },
    ),
)
