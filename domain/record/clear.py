"""Why a text may lie in the record in clear: said at the field; what does not say it is sealed or is no text."""

from domain.label import Labelled


class Clear(Labelled):
    """Why a text may lie in the record in clear."""

    NUMBER = "number", "Số văn bản của cơ quan nhà nước", "Number of an official document"
    LINK = (
        "link",
        "Mã nội bộ dẫn chiếu đến dòng ghi, mục hoặc thời hạn",
        "Internal code that points at a line, item or duty",
    )
    ARTICLE = "article", "Điều, khoản của văn bản pháp luật", "Article and clause of a law"
    OFFICIAL = "official", "Tên cán bộ, công chức khi thi hành công vụ", "Name of an official acting in office"
    PUBLIC = "public", "Tên đơn vị, là thông tin công khai", "Name of a unit, a public fact"
    UNIT_CODE = "unit_code", "Mã đơn vị, là thông tin công khai", "Code of a unit, a public fact"
    FORM = "form", "Loại hình đơn vị, theo danh mục", "Form of a unit, from a list"
    TITLE = "title", "Tên gọi của chức danh", "Title of a post"
    SYSTEM = (
        "system",
        "Do hệ thống tạo, không chứa nội dung do người dùng nhập",
        "Made by the system, no words of a person",
    )
    DIGEST = "digest", "Mã băm có khóa của từ đã tìm", "Keyed hash of a word searched for"
    BIRTH_YEAR = (
        "birth_year",
        "Năm sinh của trẻ em, để xác định trẻ em từ đủ 7 tuổi phải được hỏi ý kiến; không ghi ngày sinh, họ tên",
        "The child's birth year: the rules on hearing a child from seven need it; no day, no name",
    )
