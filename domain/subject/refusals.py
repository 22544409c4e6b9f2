"""What several acts are refused for, subject."""

from domain.record.refusal import Refusal

SUBJECT_NOT_IN_FILES = Refusal(
    "subject_not_in_files",
    vi="Người này không có trong các hồ sơ đã nêu. Hãy nêu tin báo, vụ việc có dữ liệu của người đó.",
    en="This person is not in the files named. Name the reports and cases that hold the person's data.",
)

ERASURE_FILES_INCOMPLETE = Refusal(
    "erasure_files_incomplete",
    vi="Phải nêu đủ các tin báo, vụ việc liên quan với nhau, kể cả vụ việc đã nhập.",
    en="Name all reports and cases that belong together, merged cases included.",
)
