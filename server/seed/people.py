"""Invented people: Vietnamese names drawn from a seeded list, none of them an official's on purpose."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID, uuid5

from domain.record.vocabulary import BAOVE

FAMILY = (
    *("Nguyễn",) * 9, *("Trần",) * 4, *("Phạm",) * 4, *("Vũ",) * 4, *("Lê",) * 3, *("Hoàng",) * 2, *("Đỗ",) * 3,
    *("Bùi",) * 2, *("Đặng",) * 2, "Đinh", "Đào", "Lương", "Ngô", "Phan", "Mai", "Đoàn", "Trịnh", "Cao", "Tạ", "Lại",
)  # fmt: skip
WOMEN_MIDDLE = ("Thị", "Thị Thu", "Thị Minh", "Thị Bích", "Thị Kim", "Ngọc", "Thanh", "Phương", "Thị Hồng")
WOMEN_GIVEN = (
    "An", "Bích", "Chi", "Diệp", "Dung", "Giang", "Hà", "Hằng", "Hạnh", "Hiền", "Hoa", "Hương", "Huyền", "Lan",
    "Liên", "Linh", "Loan", "Mai", "Nga", "Ngân", "Nguyệt", "Nhàn", "Nhung", "Oanh", "Phượng", "Quyên", "Tâm",
    "Thảo", "Thoa", "Thủy", "Trang", "Tuyết", "Vân", "Xuân", "Yến",
)  # fmt: skip
MEN_MIDDLE = ("Văn", "Đức", "Minh", "Quang", "Xuân", "Hữu", "Ngọc", "Đình", "Công", "Thanh", "Trọng", "Huy")
MEN_GIVEN = (
    "Anh", "Bắc", "Bình", "Chiến", "Chung", "Cường", "Dũng", "Dương", "Đạt", "Điệp", "Đông", "Giang", "Hải",
    "Hiếu", "Hòa", "Hùng", "Hưng", "Khánh", "Kiên", "Lâm", "Long", "Lực", "Mạnh", "Nam", "Nghĩa", "Phong",
    "Phúc", "Quân", "Sơn", "Tài", "Thắng", "Thành", "Thịnh", "Tiến", "Toàn", "Trung", "Tuấn", "Việt",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody invented; no two bear the same name."""

    name: str

    @property
    def id(self) -> UUID:
        """The person's id, the same wherever the name is used."""
        return uuid5(BAOVE, f"person:{self.name}")


def people(seed: str) -> Iterator[Person]:
    """Endless people, each once, in an order that the seed fixes."""
    draw = random.Random(seed)  # noqa: S311
    met: set[str] = set()
    while True:
        middle, given = (WOMEN_MIDDLE, WOMEN_GIVEN) if draw.random() < 0.45 else (MEN_MIDDLE, MEN_GIVEN)
        name = f"{draw.choice(FAMILY)} {draw.choice(middle)} {draw.choice(given)}"
        if name not in met:
            met.add(name)
            yield Person(name)
