"""Why an act on a unit is refused, and what to do."""

from domain.words import Label

REFUSALS: dict[str, Label] = {
    "unit_name_required": Label(vi="Phải ghi mã và tên đơn vị.", en="Give the unit's code and name."),
    "parent_unknown": Label(
        vi="Đơn vị cấp trên không có trong sổ đăng ký vào ngày đó.",
        en="The parent unit is not in the register on that day.",
    ),
}
