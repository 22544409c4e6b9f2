"""The invented people whom the demo lets anyone sign in as, and three queries worth trying first."""

from server.edge.ide.page import Example
from server.edge.issuer import Person
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

EXAMPLES: tuple[Example, ...] = (
    Example(
        query="""# Chủ tịch phường Lê Chân: thời hạn nào đã quá, ai phải trả lời khi đó?
# The Chair of Lê Chân: which duties lapsed, and who answered then?
query LapsedDuties {
  auditTrail(first: 10, filter: {acts: [RECORD_LAPSE], unit: {by: {code: "11383"}}}) {
    totalCount
    edges { node {
      recordedAt
      label { vi en }
      unit { name }
      ends { code label { vi en } how }
      details { path value }
    } }
  }
}
"""
    ),
    Example(
        query="""# Người bảo vệ trẻ em phường Lê Chân: vụ việc nào đang quá hạn, việc gì gấp nhất?
# The worker of Lê Chân: which cases are overdue, the most pressing first?
query OverdueCases {
  cases(first: 10, order: DUE_FIRST, filter: {overdue: true, unit: {by: {code: "11383"}}}) {
    edges { node { caseId number phase risk childAgeBand harmKinds lead { name } running overdue nextDue nextDueCode } }
  }
  duties(first: 10, filter: {status: [OVERDUE, LAPSED], unit: {by: {code: "11383"}}}) {
    edges { node { code label { vi en } status dueAt answers { label { vi } unit { name } } } }
  }
}
"""
    ),
    Example(
        query="""# Kiểm soát viên bảo vệ dữ liệu, thanh tra viên: ai đã xem thông tin của trẻ, của vụ nào, để làm gì?
# The data-protection auditor, the inspector: who read what is personal, in which file and for what?
query WhoRead {
  auditTrail(first: 10, filter: {acts: [READ_PERSONAL]}) {
    totalCount
    edges { node {
      recordedAt
      actor { name roleLabel { vi en } office { unit { name } } }
      unit { name }
      details { path value }
    } }
  }
}
"""
    ),
)
