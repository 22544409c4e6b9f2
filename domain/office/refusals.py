"""What several acts are refused for, office."""

from domain.record.refusal import Refusal

NOT_ONESELF = Refusal(
    "not_oneself",
    vi="Không ai được tự bổ nhiệm hoặc tự bố trí mình. Đề nghị để người khác ghi nhận.",
    en="Nobody appoints himself. Another person must record it.",
)

OFFICE_OCCUPIED = Refusal(
    "office_occupied",
    vi="Chức danh này đang có người giữ vào thời điểm đó. Đề nghị ghi việc thôi giữ chức danh trước.",
    en="Somebody holds this office at that time. Record the end of that tenure first.",
)

OFFICE_NOT_THERE = Refusal(
    "office_not_there",
    vi="Chức danh hoặc đơn vị không tồn tại vào thời điểm đó. Đề nghị kiểm tra ngày.",
    en="The office or its unit does not exist at that time. Check the date.",
)

WORKER_NAMED_BY_CHAIR = Refusal(
    "worker_named_by_chair",
    vi="Người làm công tác bảo vệ trẻ em do Chủ tịch UBND cấp xã bố trí. Đề nghị chọn việc «Bố trí người làm công "
    "tác bảo vệ trẻ em».",
    en="The commune Chair names the protection worker. Use the act “Appoint the protection worker”.",
)

NOT_A_WORKER_OFFICE = Refusal(
    "not_a_worker_office",
    vi="Đây không phải vị trí người làm công tác bảo vệ trẻ em. Sở Nội vụ ghi nhận chức danh này.",
    en="This is not a protection worker's post. The home-affairs office records this one.",
)

NOT_THE_HOLDER = Refusal(
    "not_the_holder",
    vi="Người này không giữ chức danh vào thời điểm đó. Đề nghị kiểm tra người và ngày.",
    en="This person does not hold the office at that time. Check the person and the date.",
)

NOT_YOUR_OFFICE = Refusal(
    "not_your_office",
    vi="Chỉ người đang giữ chức danh mới được ủy quyền hoặc thu hồi quyền của chức danh đó.",
    en="Only who holds the office may hand over or take back its power.",
)

DELEGATE_MAY_NOT_DELEGATE = Refusal(
    "delegate_may_not_delegate",
    vi="Người được ủy quyền không được ủy quyền lại. Người đứng đầu phải tự ủy quyền.",
    en="A delegate may not delegate further. The head must do it.",
)

POST_STAYS_VACANT = Refusal(
    "post_stays_vacant",
    vi="Vị trí đang trống sẽ còn trống khi hết hạn. Đề nghị giao người phụ trách ngay, hoặc bố trí từ ngày sớm hơn.",
    en="The vacant post would still be vacant when the time runs out. Put somebody in charge now, or appoint earlier.",
)
