"""What invented people say and write in the year: short, made up, and about nobody."""

from random import Random

from domain.law.harm import HarmKind
from server.seed.people import FAMILY, MEN_GIVEN, MEN_MIDDLE, WOMEN_GIVEN, WOMEN_MIDDLE

# fmt: off
TOLD: dict[HarmKind, tuple[str, ...]] = {
    HarmKind.VIOLENCE_PHYSICAL: (
        "{child}, {age} tuổi, có nhiều vết bầm ở tay và lưng; hàng xóm nghe tiếng roi và tiếng khóc buổi tối.",
        "Cô giáo thấy {child} ({age} tuổi) đi học với vết thương trên mặt, cháu nói bị bố đánh khi say rượu.",
        "Bà ngoại trình báo cháu {child}, {age} tuổi, bị cha dượng đánh bằng dây điện nhiều lần trong tháng.",
        "Người dân báo {child} {age} tuổi bị nhốt ngoài ban công và bị đánh vì làm vỡ bát.",
    ),
    HarmKind.SEXUAL_ABUSE: (
        "Mẹ cháu {child}, {age} tuổi, trình báo con bị một người hàng xóm có hành vi dâm ô.",
        "{child} ({age} tuổi) kể với cô giáo chủ nhiệm bị người quen của gia đình xâm hại; cháu hoảng sợ, bỏ ăn.",
        "Trạm y tế tiếp nhận {child}, {age} tuổi, có dấu hiệu bị xâm hại, gia đình chưa trình báo.",
        "Bạn học báo {child} {age} tuổi bị một người lớn quen qua mạng dụ dỗ đến nhà trọ.",
    ),
    HarmKind.NEGLECT: (
        "{child}, {age} tuổi, thường ở nhà một mình từ sáng đến khuya, ăn uống thất thường, quần áo bẩn.",
        "Bố mẹ đi làm ăn xa, {child} ({age} tuổi) ở với ông già yếu, nghỉ học nhiều buổi không phép.",
        "Cháu {child} {age} tuổi bị sốt nhiều ngày nhưng người chăm sóc không đưa đi khám.",
    ),
    HarmKind.VIOLENCE_MENTAL: (
        "{child}, {age} tuổi, thường xuyên bị chửi mắng, dọa đuổi khỏi nhà; cháu thu mình và không nói chuyện ở lớp.",
        "Bố mẹ ly thân, mỗi bên cấm {child} ({age} tuổi) gặp bên kia và bắt cháu chứng kiến các trận cãi vã.",
    ),
    HarmKind.SCHOOL_VIOLENCE: (
        "{child}, {age} tuổi, bị một nhóm bạn đánh ở cổng trường và quay clip.",
        "Phụ huynh phản ánh {child} ({age} tuổi) bị bạn cùng lớp bắt nạt, lấy tiền ăn sáng trong nhiều tuần.",
        "Nhà trường báo {child} {age} tuổi bị cô lập, bôi nhọ trong nhóm lớp và không dám đi học.",
    ),
    HarmKind.ONLINE_HARM: (
        "{child}, {age} tuổi, bị đe dọa phát tán ảnh riêng tư trên mạng xã hội.",
        "Phát hiện {child} ({age} tuổi) bị dụ dỗ tham gia nhóm kín có nội dung độc hại.",
    ),
    HarmKind.EXPLOITATION_LABOUR: (
        "{child}, {age} tuổi, làm việc ở quán ăn đến nửa đêm, đã nghỉ học từ học kỳ trước.",
        "Đoàn kiểm tra thấy {child} ({age} tuổi) làm việc trong xưởng may nhỏ, không có giấy tờ.",
    ),
    HarmKind.STREET_LIVING: (
        "{child}, khoảng {age} tuổi, bán kẹo cao su ở khu bến xe buổi tối, không rõ người chăm sóc.",
        "Người dân báo {child} ({age} tuổi) ngủ dưới gầm cầu cùng hai trẻ khác.",
    ),
    HarmKind.ABANDONMENT: (
        "Phát hiện {child}, {age} tuổi, bị để lại trước cổng chùa kèm một túi quần áo.",
        "Mẹ gửi {child} ({age} tuổi) cho hàng xóm rồi không quay lại, không liên lạc được.",
    ),
    HarmKind.ACCIDENT_INJURY: (
        "{child}, {age} tuổi, bị bỏng nước sôi ở nhà trẻ tự phát; cơ sở chưa báo gia đình ngay.",
        "{child} ({age} tuổi) ngã từ công trình không rào chắn gần trường, bị gãy tay.",
    ),
    HarmKind.ACCIDENT_DEATH: (
        "{child}, {age} tuổi, bị đuối nước khi tắm sông cùng bạn, người dân đã vớt được.",
        "{child} ({age} tuổi) ngã xuống ao gần nhà trong lúc không có người lớn trông.",
    ),
    HarmKind.CHILD_MARRIAGE: (
        "{child}, {age} tuổi, bị gia đình ép nghỉ học để tổ chức lễ cưới với người cùng xóm.",
    ),
    HarmKind.TRAFFICKING_ABDUCTION: (
        "{child}, {age} tuổi, bị một người lạ hứa việc làm rồi đưa đi; gia đình mất liên lạc một ngày.",
    ),
}
NOT_ABOUT_A_CHILD = (
    "Phản ánh tiếng ồn karaoke ở khu dân cư ảnh hưởng đến việc học của con cháu.",
    "Hỏi về chế độ thẻ bảo hiểm y tế và học phí, không có trẻ bị xâm hại.",
    "Tranh chấp quyền nuôi con đang ở Tòa, không có dấu hiệu trẻ bị tổn hại.",
)
FINDINGS = (
    "Gặp cháu tại nhà và ở trường: lời kể thống nhất, có dấu vết phù hợp.",
    "Trưởng thôn, cô giáo và trạm y tế xác nhận sự việc; gia đình thừa nhận một phần.",
    "Cháu kể lại với cán bộ nữ; mẹ cháu có mặt và đồng ý cung cấp thông tin.",
    "Kiểm tra nơi ở: điều kiện thiếu thốn, người chăm sóc say rượu lúc kiểm tra.",
)
SOURCES = (
    "Cháu, mẹ cháu, cô giáo chủ nhiệm", "Trạm y tế, công an phường, hàng xóm", "Tổ trưởng dân phố và ông bà nội",
    "Nhà trường, bạn cùng lớp, camera cổng trường",
)
NOTHING_FOUND = (
    "Gặp cháu và gia đình: cháu khỏe mạnh, tiếng khóc là do cháu bị ốm; cô giáo xác nhận không có dấu hiệu.",
    "Đã kiểm tra, người báo nhầm địa chỉ; nhà trường và trạm y tế không ghi nhận dấu hiệu nào.",
    "Các cháu đùa nghịch với nhau, hai gia đình đã nói chuyện; không có hành vi bạo lực.",
)
RISK_SEEN = {
    "high": ("Nguy cơ bị hại lại trong đêm nay nếu cháu ở lại nhà.", "Người gây hại vẫn ở cùng nhà, cháu rất sợ."),
    "medium": ("Nguy cơ còn nhưng mẹ cháu có thể trông giữ.", "Cháu ổn định, người gây hại không ở gần."),
    "low": ("Không thấy nguy cơ trước mắt, gia đình hợp tác.", "Cần hỗ trợ thêm, mức nguy cơ thấp."),
    "none": ("Không thấy nguy cơ với cháu.",),
}
CHILD_SAYS = (
    "Cháu muốn ở với bà ngoại.", "Cháu thấy đỡ sợ hơn.", "Cháu muốn được đi học lại.", "Cháu không muốn gặp người đó.",
    "Cháu muốn mẹ ở cùng.", "Cháu thấy yên tâm khi có cô cán bộ đến.",
)
SEEN = (
    "Cháu ở nhà, sinh hoạt bình thường, đã đi học đều.", "Cháu vui hơn, ăn ngủ được; mẹ cháu phối hợp tốt.",
    "Cháu còn ít nói, chưa muốn ra ngoài; đã hẹn buổi tư vấn tiếp.", "Gia đình đã sửa lại chỗ ngủ cho cháu.",
    "Bố cháu đã ký cam kết không tái diễn; cháu đang ở cùng ông bà.",
)
NOT_MET = (
    "Cửa khóa, gọi không ai trả lời; hàng xóm nói cả nhà đi từ sáng.", "Người nhà nói cháu đang ở nhà họ hàng.",
    "Người nhà không mở cửa, hẹn hôm khác.",
)
MEASURES = {
    "counselling": "Tư vấn tâm lý cho cháu, mỗi tuần một buổi", "medical": "Khám và theo dõi sức khỏe",
    "legal_aid": "Trợ giúp pháp lý cho cháu và mẹ", "schooling": "Hỗ trợ cháu trở lại lớp, miễn giảm học phí",
    "benefit": "Hỗ trợ đột xuất và lập hồ sơ trợ cấp", "family_support": "Hướng dẫn cha mẹ chăm sóc, không bạo lực",
    "safety": "Tổ dân phố và công an khu vực trông giữ, gọi khi có dấu hiệu",
}
OUTCOMES = ("Đã thực hiện xong, cháu có tiến triển.", "Hoàn thành theo kế hoạch.", "Cháu và gia đình tham gia đầy đủ.")
LATE = (
    "Mất mạng internet tại trụ sở nên ghi vào sổ giấy trước.", "Cán bộ đi cơ sở nhiều ngày, về mới nhập được.",
    "Ghi bổ sung sau đợt trực Tết.", "Tài khoản bị khóa, chờ cấp lại.", "Nghỉ ốm, người trực chưa được bàn giao.",
)
RETURN_PLAN = ("Chưa nêu rõ người chịu trách nhiệm từng việc.", "Bổ sung thời hạn cụ thể cho việc tư vấn.")
DECLINED = ("Hết chỉ tiêu tiếp nhận trong tháng.", "Không có chuyên viên phù hợp với lứa tuổi của cháu.")
DIRECTIONS = (
    "Khẩn trương hoàn thành đánh giá và báo cáo Sở.", "Bố trí ngay người thăm cháu và báo cáo kết quả trong tuần.",
    "Phối hợp với công an bảo đảm an toàn cho cháu, báo cáo bằng văn bản.",
)
DONE = ("Đã thực hiện, có biên bản kèm theo.", "Đã phân công cán bộ và hoàn thành việc chậm.")
# fmt: on


def child_name(draw: Random, *, girl: bool) -> str:
    """A name for a child."""
    middle, given = (WOMEN_MIDDLE, WOMEN_GIVEN) if girl else (MEN_MIDDLE, MEN_GIVEN)
    return f"{draw.choice(FAMILY)} {draw.choice(middle)} {draw.choice(given)}"


def adult_name(draw: Random) -> str:
    """A name for a reporter, carer or family member."""
    return child_name(draw, girl=draw.random() < 0.6)


def told(draw: Random, harm: HarmKind, child: str, age: int) -> str:
    """What a reporter told."""
    return draw.choice(TOLD[harm]).format(child=child, age=min(max(age, 1), 15))


def phone(draw: Random) -> str:
    """A number from the range that is never given out."""
    return f"0000 {draw.randrange(100, 1000)} {draw.randrange(100, 1000)}"


LOOKED = (
    "Đã đọc hồ sơ và trao đổi với người đánh giá; quyết định có căn cứ.",
    "Đã gọi cho trường và người chăm sóc; mức đã quyết định phù hợp.",
)
CARRIED_OUT = (
    "Các dòng ghi nhận sau chỉ đạo cho thấy việc đã làm đúng nội dung.",
    "Đã đối chiếu báo cáo với hồ sơ; phường đã gặp trẻ và gia đình.",
)
WHY_LAPSED = (
    "Phường thiếu người trực; Sở đã cử một người hỗ trợ trong hai tuần.",
    "Hai việc dồn vào cùng một ngày; đã hướng dẫn phường phân công lại.",
    "Nhập liệu chậm; trẻ đã được hỗ trợ đúng hạn theo giấy tờ kèm theo.",
)
