"""Why a text may lie in the record in clear: said at the field; what does not say it is sealed or is no text."""

from enum import Enum

from domain.record.label import Label


class Clear(Enum):
    """The reasons there are."""

    NUMBER = Label(vi="Số văn bản của cơ quan nhà nước", en="Number of an official document")
    LINK = Label(
        vi="Mã nội bộ, chỉ trỏ tới dòng, mục, thời hạn", en="Internal code that points at a line, item or duty"
    )
    OFFICIAL = Label(vi="Tên cán bộ, công chức khi thi hành công vụ", en="Name of an official acting in office")
    PUBLIC = Label(vi="Thông tin công khai về đơn vị, chức danh", en="Public facts about units and offices")
    SYSTEM = Label(vi="Do hệ thống sinh ra, không chứa lời người dùng", en="Made by the system, no words of a person")
    BIRTH_YEAR = Label(
        vi="Năm sinh của trẻ: quy định nghe ý kiến trẻ từ đủ 7 tuổi cần đến; không có ngày, tên",
        en="The child's birth year: the rules on hearing a child from seven need it; no day, no name",
    )
