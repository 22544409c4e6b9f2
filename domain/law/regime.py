"""The legal regimes by date: which law and which order of authorities a deadline was counted under."""

from dataclasses import dataclass
from datetime import date, datetime

from domain.label import Label
from domain.law.basis import LegalBasis
from domain.law.term import local_day


@dataclass(frozen=True, slots=True, kw_only=True)
class Regime:
    """A stretch of time with the same rules in force; it lasts until the next one begins.

    `code` is stored with each deadline and never changes; `effects` say what a reader of the file must know.
    """

    code: str
    in_force_from: date
    label: Label
    effects: tuple[Label, ...]
    basis: tuple[LegalBasis, ...]


REGIMES: tuple[Regime, ...] = (
    Regime(
        code="R2017",
        in_force_from=date(2017, 6, 1),
        label=Label(vi="Luật Trẻ em 2016", en="Law on Children 2016"),
        effects=(
            Label(vi="Nghĩa vụ thông tin và bảo vệ trẻ em", en="Duties to tell and to protect"),
        ),
        basis=(LegalBasis("Luật Trẻ em 102/2016/QH13", ""),),
    ),
    Regime(
        code="R2017D56",
        in_force_from=date(2017, 7, 1),
        label=Label(vi="Luật Trẻ em và Nghị định 56/2017", en="Law on Children and Decree 56/2017"),
        effects=(Label(vi="Quy trình và thời hạn cơ sở", en="The base procedure and its limits"),),
        basis=(LegalBasis("Nghị định 56/2017/NĐ-CP", ""),),
    ),
    Regime(
        code="R2023",
        in_force_from=date(2023, 7, 1),
        label=Label(vi="Luật Phòng, chống bạo lực gia đình 2022", en="Domestic-violence law 2022"),
        effects=(
            Label(vi="Quyết định cấm tiếp xúc trong 12 giờ", en="No-contact orders decided within 12 hours"),
        ),
        basis=(LegalBasis("Luật Phòng, chống bạo lực gia đình 13/2022/QH15", "25"),),
    ),
    Regime(
        code="R2023D76",
        in_force_from=date(2023, 12, 25),
        label=Label(vi="Nghị định 76/2023 về bạo lực gia đình", en="Decree 76/2023 on domestic violence"),
        effects=(Label(vi="Ưu tiên trẻ em là người bị bạo lực", en="Children come first among victims"),),
        basis=(LegalBasis("Nghị định 76/2023/NĐ-CP", ""),),
    ),
    Regime(
        code="R2024",
        in_force_from=date(2024, 10, 15),
        label=Label(vi="Nghị định 110/2024 về công tác xã hội", en="Decree 110/2024 on social work"),
        effects=(
            Label(vi="Đăng ký hành nghề công tác xã hội (ngày hiệu lực cần đối chiếu)",
                  en="Social workers register to practise (date of force to be verified)"),
        ),
        basis=(LegalBasis("Nghị định 110/2024/NĐ-CP", ""),),
    ),
    Regime(
        code="R2025U",
        in_force_from=date(2025, 1, 1),
        label=Label(vi="Hải Phòng còn 167 đơn vị cấp xã", en="Hải Phòng with 167 commune units"),
        effects=(
            Label(vi="217 đơn vị cấp xã còn 167; lập thành phố Thủy Nguyên, quận An Dương",
                  en="217 commune units became 167; Thủy Nguyên became a city, An Dương an urban district"),
        ),
        basis=(LegalBasis("Nghị quyết sắp xếp đơn vị hành chính Hải Phòng năm 2024", ""),),
    ),
    Regime(
        code="R2025H",
        in_force_from=date(2025, 3, 1),
        label=Label(vi="Bộ Y tế phụ trách trẻ em", en="Children under the Ministry of Health"),
        effects=(
            Label(vi="Việc trẻ em chuyển từ Sở Lao động - Thương binh và Xã hội sang Sở Y tế",
                  en="Children's affairs passed from the labour department to the health department"),
            Label(vi="Không còn Công an cấp huyện", en="District police ceased to exist"),
        ),
        basis=(LegalBasis("Nghị định 42/2025/NĐ-CP", ""),),
    ),
    Regime(
        code="R2025T",
        in_force_from=date(2025, 7, 1),
        label=Label(vi="Chính quyền địa phương hai cấp", en="Two-tier local government"),
        effects=(
            Label(vi="Hải Dương nhập vào Hải Phòng, 114 đơn vị cấp xã, không còn cấp huyện",
                  en="Hải Dương merged into Hải Phòng, 114 commune units, no districts"),
            Label(vi="Luật Thanh tra 84/2025/QH15, Nghị định 172/2025 (kỷ luật), 189/2025 (xử phạt)",
                  en="Inspection law 84/2025/QH15, Decrees 172/2025 (discipline), 189/2025 (sanctions)"),
        ),
        basis=(LegalBasis("Nghị quyết 202/2025/QH15", ""), LegalBasis("Nghị định 147/2025/NĐ-CP", "")),
    ),
    Regime(
        code="R2026",
        in_force_from=date(2026, 1, 1),
        label=Label(
            vi="Luật Bảo vệ dữ liệu cá nhân và Luật Tư pháp người chưa thành niên",
            en="Personal-data law and juvenile-justice law",
        ),
        effects=(
            Label(vi="Công khai đời tư trẻ em từ 7 tuổi cần cả hai sự đồng ý",
                  en="Disclosing the private life of a child from 7 needs both consents"),
            Label(vi="Quy định về bị hại, người làm chứng dưới 18 tuổi",
                  en="Rules for victims and witnesses under 18"),
        ),
        basis=(LegalBasis("Luật 91/2025/QH15", "24"), LegalBasis("Luật 59/2024/QH15", "")),
    ),
)  # fmt: skip


class NotInForce(LookupError):
    """No rule or regime was in force at the instant asked about."""


def regime_at(instant: datetime) -> Regime:
    """The regime in force at an instant, by the day in Hải Phòng; NotInForce before the Law on Children."""
    day = local_day(instant)
    for regime in reversed(REGIMES):
        if regime.in_force_from <= day:
            return regime
    raise NotInForce(f"no regime is known for {day}")
