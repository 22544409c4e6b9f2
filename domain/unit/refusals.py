"""Why an act on a unit is refused, and what to do."""

from domain.record.vocabulary import Label

REFUSALS: dict[str, Label] = {
    "unit_name_required": Label(vi="Phải ghi mã và tên đơn vị.", en="Give the unit's code and name."),
    "unit_misfiled": Label(
        vi="Mã và ngày thành lập không khớp với hồ sơ của đơn vị. Hãy mở đúng hồ sơ.",
        en="The code and first day do not match the unit's file. Use the file of this code and day.",
    ),
    "parent_unknown": Label(
        vi="Đơn vị cấp trên không có trong sổ đăng ký vào ngày đó.",
        en="The parent unit is not in the register on that day.",
    ),
    "resolution_required": Label(
        vi="Phải ghi số nghị quyết hoặc quyết định sắp xếp.",
        en="Give the number of the resolution or decision.",
    ),
    "ends_before_it_began": Label(
        vi="Ngày kết thúc phải sau ngày bắt đầu.", en="The last day must lie after the first."
    ),
    "successor_itself": Label(vi="Đơn vị không thể tự kế thừa chính mình.", en="A unit cannot be its own successor."),
    "successor_not_living": Label(
        vi="Đơn vị kế thừa chưa thành lập hoặc đã kết thúc vào ngày đó. Hãy thành lập đơn vị mới trước.",
        en="A successor does not exist on that day or has ended. Establish the new unit first.",
    ),
    "successors_too_few": Label(
        vi="Chia tách cần ít nhất hai đơn vị kế thừa; nếu chỉ có một, hãy ghi sáp nhập.",
        en="A split needs two successors at least; with one only, record a merger.",
    ),
    "successors_repeated": Label(vi="Mỗi đơn vị kế thừa chỉ được ghi một lần.", en="Name each successor once."),
    "successor_required": Label(
        vi="Đơn vị cấp xã phải có đơn vị kế thừa cho hồ sơ trẻ em. Hãy ghi sáp nhập hoặc chia tách.",
        en="A commune needs a successor, so that no child's file is left alone. Record a merger or a split.",
    ),
    "units_below_go_on": Label(
        vi="Còn đơn vị trực thuộc chưa kết thúc vào ngày đó. Hãy sắp xếp các đơn vị trực thuộc trước.",
        en="Units below it still exist on that day. Reorganise them first.",
    ),
    "not_a_commune": Label(vi="Chỉ đơn vị cấp xã mới lập nhóm phối hợp này.", en="Only a commune forms this group."),
    "group_incomplete": Label(
        vi="Nhóm phải có ít nhất người làm công tác bảo vệ trẻ em, trạm trưởng y tế và trưởng công an.",
        en="The group needs at least the protection worker, the health-station head and the police head.",
    ),
    "group_formed_before": Label(
        vi="Ngày lập nhóm phải từ ngày có đơn vị và không ở tương lai.",
        en="The group's day may not lie before the unit's first day, nor in the future.",
    ),
}
