"""Where a rule comes from, and how sure that is."""

from collections.abc import Mapping
from dataclasses import dataclass

from domain.label import Label, Labelled

CHILD_LAW = "Luật Trẻ em 102/2016/QH13"
DECREE_56 = "Nghị định 56/2017/NĐ-CP"
FAMILY_VIOLENCE_LAW = "Luật Phòng, chống bạo lực gia đình 13/2022/QH15"
CIVIL_CODE = "Bộ luật Dân sự 91/2015/QH13"
PLAN_216 = "Kế hoạch 216/KH-UBND năm 2020 của Hải Phòng"
DATA_LAW = "Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15"
COMPLAINTS_LAW = "Luật Khiếu nại 02/2011/QH13"
PORTAL_PROCEDURE = "Thủ tục hành chính 2.001947"
JOINT_CIRCULAR_2017 = "Thông tư liên tịch 01/2017 về tin báo tội phạm"

DOCUMENTS_IN_ENGLISH: Mapping[str, str] = {
    CHILD_LAW: "Law on Children 102/2016/QH13",
    DECREE_56: "Decree 56/2017/NĐ-CP",
    FAMILY_VIOLENCE_LAW: "Law on Domestic Violence Prevention and Control 13/2022/QH15",
    CIVIL_CODE: "Civil Code 91/2015/QH13",
    DATA_LAW: "Law on Personal Data Protection 91/2025/QH15",
    PLAN_216: "Plan 216/KH-UBND of 2020, Hải Phòng",
    COMPLAINTS_LAW: "Law on Complaints 02/2011/QH13",
    PORTAL_PROCEDURE: "Administrative procedure 2.001947",
    JOINT_CIRCULAR_2017: "Joint Circular 01/2017 on crime reports",
}


class Statute(Labelled):
    """The law on which somebody relies."""

    CHILDREN = "children", CHILD_LAW, "Law on Children 102/2016/QH13"
    CHILDREN_DECREE = "children_decree", DECREE_56, "Decree 56/2017/NĐ-CP"
    FAMILY_VIOLENCE = "family_violence", FAMILY_VIOLENCE_LAW, "Law on Domestic Violence 13/2022/QH15"
    PERSONAL_DATA = "personal_data", DATA_LAW, "Law on Personal Data Protection 91/2025/QH15"
    CIVIL = "civil", CIVIL_CODE, "Civil Code 91/2015/QH13"
    CIVIL_PROCEDURE = "civil_procedure", "Bộ luật Tố tụng dân sự 92/2015/QH13", "Civil Procedure Code 92/2015/QH13"
    CRIMINAL_PROCEDURE = (
        "criminal_procedure",
        "Bộ luật Tố tụng hình sự 101/2015/QH13",
        "Criminal Procedure Code 101/2015/QH13",
    )


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """A place in a document: `article` as "26.3" (article.clause), `form` as "Mẫu 02" or ""."""

    document: str
    article: str
    form: str = ""

    @property
    def label(self) -> Label:
        """The citation as people read it; a document without an English name keeps its own."""
        document = DOCUMENTS_IN_ENGLISH.get(self.document, self.document)
        form = self.form.replace("Mẫu", "form")
        return Label(
            vi=", ".join(filter(None, (self.article and f"Điều {self.article}", self.form, self.document))),
            en=", ".join(filter(None, (self.article and f"Art. {self.article}", form, document))),
        )


class Confidence(Labelled):
    """How sure a figure of law is."""

    LAW = "law", "Luật định", "Written in law"
    PROCEDURE = "procedure", "Theo thủ tục đã công bố", "Published as procedure"
    PROJECT_DEFAULT = "project_default", "Do dự án đặt ra", "Set by the project"


RESIDENCE_LEADS = LegalBasis(CHILD_LAW, "52.2")
COURT_PETITION = LegalBasis(CHILD_LAW, "52.3")
PROTECTION_WORKER = LegalBasis(CHILD_LAW, "53")
ALTERNATIVE_CARE = LegalBasis(CHILD_LAW, "66")
RECEIVE_INFORMATION = LegalBasis(DECREE_56, "25.1", "Mẫu 01")
CHECK_TRUTH = LegalBasis(DECREE_56, "25.2")
FORWARD_INFORMATION = LegalBasis(DECREE_56, "26.1")
INITIAL_ASSESSMENT = LegalBasis(DECREE_56, "26.2", "Mẫu 02")
URGENT_MEASURE = LegalBasis(DECREE_56, "26.3")
URGENT_MEASURES_LIST = LegalBasis(DECREE_56, "31.1")
SEPARATION = LegalBasis(DECREE_56, "32", "Mẫu 07")
DETAILED_ASSESSMENT = LegalBasis(DECREE_56, "27.1", "Mẫu 03")
NEEDS_MEETING = LegalBasis(DECREE_56, "27.2")
PLAN_DRAFT = LegalBasis(DECREE_56, "28.1", "Mẫu 04")
PLAN_APPROVAL = LegalBasis(DECREE_56, "28", "Mẫu 05")
PLAN_APPROVAL_PROCEDURE = LegalBasis(PORTAL_PROCEDURE, "")
CARRY_OUT_PLAN = LegalBasis(DECREE_56, "29")
PLAN_REVIEW = LegalBasis(DECREE_56, "30", "Mẫu 06")
CARE_MONITORING = LegalBasis(DECREE_56, "46")
CONFIDENTIALITY = LegalBasis(DECREE_56, "33")
NO_CONTACT = LegalBasis(FAMILY_VIOLENCE_LAW, "25")
RECEIPT_NOTICE = LegalBasis(JOINT_CIRCULAR_2017, "14")
HEADS_ANSWER = LegalBasis(PLAN_216, "")
ERASURE = LegalBasis(DATA_LAW, "")
COMPLAINT = LegalBasis(COMPLAINTS_LAW, "9")
