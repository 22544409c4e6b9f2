"""What the list of cases says of a child: an age band and never the year, counted by the calendar of Việt Nam."""

import pytest

from domain.case.listed import CASES
from domain.case.state.case import Case
from tests.cases.casefile import instant


@pytest.mark.parametrize(
    ("born", "opened", "band"),
    [
        (2021, "2026-03-02T08:00", "0-5"),
        (2020, "2026-03-02T08:00", "6-10"),
        (2015, "2026-03-02T08:00", "11-15"),
        (2010, "2026-03-02T08:00", "16+"),
        (2015, "2025-12-31T23:59", "6-10"),
        (2015, "2026-01-01T06:30", "11-15"),
        (None, "2026-03-02T08:00", None),
    ],
)
def test_a_childs_age_is_told_as_a_band(born: int | None, opened: str, band: str | None) -> None:
    assert CASES.of(Case(child_birth_year=born, opened_at=instant(opened))).child_age_band == band


def test_a_case_that_was_never_opened_has_no_band() -> None:
    assert CASES.of(Case(child_birth_year=2015)).child_age_band is None
