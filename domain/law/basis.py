"""Where a rule comes from, and how sure that is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from domain.label import Label, Labelled
from domain.law.term import local_day

CHILD_LAW = "Luật Trẻ em 102/2016/QH13"
DECREE_56 = "Nghị định 56/2017/NĐ-CP"
FAMILY_VIOLENCE_LAW = "Luật Phòng, chống bạo lực gia đình 13/2022/QH15"
CIVIL_CODE = "Bộ luật Dân sự 91/2015/QH13"
PLAN_216 = "Kế hoạch 216/KH-UBND năm 2020 của Hải Phòng"
DATA_LAW = "Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15"
COMPLAINTS_LAW = "Luật Khiếu nại 02/2011/QH13"
PORTAL_PROCEDURE = "Thủ tục hành chính 2.001947"
JOINT_CIRCULAR_2017 = "Thông tư liên tịch 01/2017 về tin báo tội phạm"

LABOUR_CODE = "Bộ luật Lao động 45/2019/QH14"
LOCAL_GOVERNMENT_2015 = "Luật Tổ chức chính quyền địa phương 77/2015/QH13"
LOCAL_GOVERNMENT_FEBRUARY_2025 = "Luật Tổ chức chính quyền địa phương 65/2025/QH15"
LOCAL_GOVERNMENT_2025 = "Luật Tổ chức chính quyền địa phương 72/2025/QH15"

DOCUMENTS: Mapping[str, Label] = {
    CHILD_LAW: Label(vi="Luật Trẻ em số 102/2016/QH13", en="Law on Children 102/2016/QH13"),
    DECREE_56: Label(vi="Nghị định số 56/2017/NĐ-CP", en="Decree 56/2017/NĐ-CP"),
    FAMILY_VIOLENCE_LAW: Label(
        vi="Luật Phòng, chống bạo lực gia đình số 13/2022/QH15",
        en="Law on Domestic Violence Prevention and Control 13/2022/QH15",
    ),
    CIVIL_CODE: Label(vi="Bộ luật Dân sự số 91/2015/QH13", en="Civil Code 91/2015/QH13"),
    DATA_LAW: Label(
        vi="Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15", en="Law on Personal Data Protection 91/2025/QH15"
    ),
    PLAN_216: Label(
        vi="Kế hoạch số 216/KH-UBND năm 2020 của Ủy ban nhân dân thành phố Hải Phòng",
        en="Plan 216/KH-UBND of 2020, Hải Phòng",
    ),
    COMPLAINTS_LAW: Label(vi="Luật Khiếu nại số 02/2011/QH13", en="Law on Complaints 02/2011/QH13"),
    PORTAL_PROCEDURE: Label(vi="thủ tục hành chính mã số 2.001947", en="Administrative procedure 2.001947"),
    JOINT_CIRCULAR_2017: Label(
        vi="Thông tư liên tịch số 01/2017 về tin báo tội phạm", en="Joint Circular 01/2017 on crime reports"
    ),
    LABOUR_CODE: Label(vi="Bộ luật Lao động số 45/2019/QH14", en="Labour Code 45/2019/QH14"),
    LOCAL_GOVERNMENT_2015: Label(
        vi="Luật Tổ chức chính quyền địa phương số 77/2015/QH13", en="Local Government Law 77/2015/QH13"
    ),
    LOCAL_GOVERNMENT_FEBRUARY_2025: Label(
        vi="Luật Tổ chức chính quyền địa phương số 65/2025/QH15", en="Local Government Law 65/2025/QH15"
    ),
    LOCAL_GOVERNMENT_2025: Label(
        vi="Luật Tổ chức chính quyền địa phương số 72/2025/QH15", en="Local Government Law 72/2025/QH15"
    ),
}
"""How a document is called where it is cited; its key is what lines of the record keep."""


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


class Citation(Labelled):
    """How sure it is that a citation names the right place."""

    CHECKED = "checked", "Đã đối chiếu nguồn công bố", "Checked against a published source"
    FORM_TO_VERIFY = (
        "form_to_verify",
        "Điều, khoản đã đối chiếu; số mẫu cần đối chiếu với văn bản",
        "The article was checked; the form is to be verified against the text",
    )
    TO_VERIFY = "to_verify", "Cần đối chiếu với văn bản", "To be verified against the text"


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """A place in a document: `article` as "26.3" (article.clause) or "II.3" (part.point), `form` as "Mẫu 02" or ""."""

    document: str
    article: str
    form: str = ""

    @property
    def label(self) -> Label:
        """The citation as a document of the state gives it: khoản 3 Điều 26 Nghị định số 56/2017/NĐ-CP (Mẫu số 02)."""
        document = DOCUMENTS.get(self.document, Label(vi=self.document, en=self.document))
        article, *parts = self.article.split(".")
        of_law = article[:1].isdigit()
        words, of_whole = (("khoản", "điểm"), ("Điều", "Art.")) if of_law else (("điểm",), ("mục", "part"))
        smaller = [f"{word} {part}" for word, part in zip(words, parts, strict=False)]
        place = [*reversed(smaller), f"{of_whole[0]} {article}"] if article else []
        form = f" ({self.form.replace('Mẫu ', 'Mẫu số ')})" if self.form else ""
        in_english = f"{of_whole[1]} {article}{''.join(f'({part})' for part in parts)}, " if article else ""
        return Label(
            vi=" ".join((*place, document.vi)) + form,
            en=in_english + document.en + form.replace("Mẫu số", "form"),
        )

    @property
    def sure(self) -> Citation:
        """What is not among those that were checked is to be verified."""
        if self in FORM_TO_VERIFY:
            return Citation.FORM_TO_VERIFY
        return Citation.CHECKED if self in CHECKED else Citation.TO_VERIFY


class Confidence(Labelled):
    """How sure a figure of law is."""

    LAW = "law", "Luật định", "Written in law"
    PROCEDURE = "procedure", "Theo thủ tục đã công bố", "Published as procedure"
    PROJECT_DEFAULT = "project_default", "Do dự án đặt ra", "Set by the project"


# fmt: off
RESIDENCE_LEADS = LegalBasis(CHILD_LAW, "52.2")
COURT_PETITION = LegalBasis(CHILD_LAW, "52.3")
PROTECTION_WORKER = LegalBasis(CHILD_LAW, "53")
ALTERNATIVE_CARE = LegalBasis(CHILD_LAW, "66")
END_OF_CARE = LegalBasis(CHILD_LAW, "69")
COMMUNE_GROUP = LegalBasis(CHILD_LAW, "94")
RECEIVE_INFORMATION = LegalBasis(DECREE_56, "25.1", "Mẫu 01")
WHAT_IS_TOLD = LegalBasis(DECREE_56, "25.1")
CHECK_TRUTH = LegalBasis(DECREE_56, "25.2")
FORWARD_INFORMATION = LegalBasis(DECREE_56, "26.1")
INITIAL_ASSESSMENT = LegalBasis(DECREE_56, "26.2", "Mẫu 02")
WHAT_IS_TO_BE_DONE = LegalBasis(DECREE_56, "26.2")
URGENT_MEASURE = LegalBasis(DECREE_56, "26.3")
URGENT_MEASURES_LIST = LegalBasis(DECREE_56, "31.1")
SEPARATION_ORDER = LegalBasis(DECREE_56, "32", "Mẫu 07")
SEPARATION = LegalBasis(DECREE_56, "32")
DETAILED_ASSESSMENT = LegalBasis(DECREE_56, "27.1", "Mẫu 03")
NEEDS_MEETING = LegalBasis(DECREE_56, "27.2")
PLAN_DRAFT = LegalBasis(DECREE_56, "28.1", "Mẫu 04")
PLAN_SUBMISSION = LegalBasis(DECREE_56, "28.2")
PLAN_APPROVAL = LegalBasis(DECREE_56, "28", "Mẫu 05")
PLAN_DECISION = LegalBasis(DECREE_56, "28")
PLAN_APPROVAL_PROCEDURE = LegalBasis(PORTAL_PROCEDURE, "")
CARRY_OUT_PLAN = LegalBasis(DECREE_56, "29")
PLAN_REVIEW = LegalBasis(DECREE_56, "30", "Mẫu 06")
AFTER_REVIEW = LegalBasis(DECREE_56, "30")
CARE_MONITORING = LegalBasis(DECREE_56, "46")
CONFIDENTIALITY = LegalBasis(DECREE_56, "33")
NO_CONTACT = LegalBasis(FAMILY_VIOLENCE_LAW, "25")
RECEIPT_NOTICE = LegalBasis(JOINT_CIRCULAR_2017, "14")
HEADS_ANSWER = LegalBasis(PLAN_216, "II.3")
HEADS_ARE_KNOWN = LegalBasis(PLAN_216, "")
DATA_PROTECTION = LegalBasis(DATA_LAW, "")
COMPLAINT = LegalBasis(COMPLAINTS_LAW, "9")
DAYS_OFF = LegalBasis(LABOUR_CODE, "112")
LOCAL_GOVERNMENT = LegalBasis(LOCAL_GOVERNMENT_2025, "")

CHECKED = frozenset({
    RESIDENCE_LEADS, RECEIVE_INFORMATION, WHAT_IS_TOLD, CHECK_TRUTH, FORWARD_INFORMATION, INITIAL_ASSESSMENT,
    WHAT_IS_TO_BE_DONE, URGENT_MEASURE, URGENT_MEASURES_LIST, SEPARATION, DETAILED_ASSESSMENT, NEEDS_MEETING,
    PLAN_DRAFT, PLAN_SUBMISSION, PLAN_APPROVAL, PLAN_DECISION, AFTER_REVIEW, CARE_MONITORING, CONFIDENTIALITY,
    NO_CONTACT, RECEIPT_NOTICE, HEADS_ANSWER, HEADS_ARE_KNOWN,
})
FORM_TO_VERIFY = frozenset({SEPARATION_ORDER, PLAN_REVIEW})
# fmt: on


LOCAL_GOVERNMENT_LAWS = (
    (date(2025, 6, 16), LOCAL_GOVERNMENT),
    (date(2025, 3, 1), LegalBasis(LOCAL_GOVERNMENT_FEBRUARY_2025, "")),
    (date.min, LegalBasis(LOCAL_GOVERNMENT_2015, "")),
)
"""Each with its first day of force."""


def local_government(event: object, context: Any) -> LegalBasis:
    """The law on local government under which an act was done: of the day on which it happened."""
    day = local_day(context.occurred_at)
    return next(law for since, law in LOCAL_GOVERNMENT_LAWS if since <= day)
