"""The invented people whom the demo lets anyone sign in as, and three queries worth trying first."""

from server.ide.page import Example
from server.issuer import Person
from server.seed.people import Person as Invented


def _person(name: str, office_vi: str, office_en: str) -> Person:
    return Person(person_id=Invented(name).id, label_vi=f"{name}, {office_vi}", label_en=office_en)


PEOPLE: tuple[Person, ...] = (
    _person("Trần Xuân Đông", "bảo vệ trẻ em phường Lê Chân", "child-protection worker, Lê Chân ward"),
    _person("Đỗ Thanh Tuấn", "Chủ tịch UBND phường Lê Chân", "Chair of Lê Chân ward"),
    _person("Ngô Huy Thành", "công chức Sở Y tế phụ trách trẻ em", "health-department child officer"),
    _person("Ngô Trọng Khánh", "thanh tra viên thành phố", "city inspector"),
    _person("Đoàn Thị Bích Mai", "cán bộ Mặt trận phường Lê Chân", "Front member, Lê Chân ward"),
    _person("Đinh Phương Linh", "kiểm soát viên bảo vệ dữ liệu", "data-protection auditor"),
)

EXAMPLES: tuple[Example, ...] = ()
