"""What lies in the record in clear, field by field, and why: what is not named here is sealed or is no text."""

from domain.record.vocabulary import Label

NUMBERS = Label(vi="Số văn bản của cơ quan nhà nước", en="Number of an official document")
LINKS = Label(vi="Mã nội bộ, chỉ trỏ tới dòng, mục, thời hạn", en="Internal code that points at a line, item or duty")
OFFICIALS = Label(vi="Tên cán bộ, công chức khi thi hành công vụ", en="Name of an official acting in office")
PUBLIC = Label(vi="Thông tin công khai về đơn vị, chức vụ", en="Public facts about units and offices")
SYSTEM = Label(vi="Do hệ thống sinh ra, không chứa lời người dùng", en="Made by the system, no words of a person")

IN_CLEAR: dict[str, Label] = {
    "act": SYSTEM,
    "acts": SYSTEM,
    "added": LINKS,
    "child_birth_year": Label(
        vi="Năm sinh của trẻ: quy định nghe ý kiến trẻ từ đủ 7 tuổi cần đến; không có ngày, tên",
        en="The child's birth year: the rules on hearing a child from seven need it; no day, no name",
    ),
    "code": LINKS,
    "decision_no": NUMBERS,
    "document_no": NUMBERS,
    "dropped": LINKS,
    "drops": LINKS,
    "fields": SYSTEM,
    "fingerprint": SYSTEM,
    "form": PUBLIC,
    "holder_name": OFFICIALS,
    "item": LINKS,
    "kind": SYSTEM,
    "lapsed": LINKS,
    "legal_basis": NUMBERS,
    "name": OFFICIALS,
    "number": LINKS,
    "placement": LINKS,
    "ref": LINKS,
    "refusals": SYSTEM,
    "request": LINKS,
    "resolution_no": NUMBERS,
    "title": PUBLIC,
}
