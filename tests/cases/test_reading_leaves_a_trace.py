"""Somebody reads a child's name: for a purpose, if the table allows it, and on a file of its own."""

from uuid import uuid4

from domain.access.kind import ACCESS
from domain.access.read_personal import ReadPersonal
from domain.access.state import Purpose
from domain.catalogue import BY_STORED_NAME
from domain.record.fold import fold
from domain.record.reading import Visibility
from domain.record.vocabulary import Kind, Role, access_id
from domain.unit.state import Level
from tests.cases.casefile import Story


def test_a_reading_is_a_line_on_the_access_file_and_never_on_the_case() -> None:
    story = Story()
    city = story.unit("31", "Thành phố Hải Phòng", Level.PROVINCE)
    an_bien = story.unit("11359", "Phường An Biên", Level.COMMUNE, city, since="2025-07-01")
    lan = story.office(an_bien, Role.PROTECTION_WORKER, "Phạm Thị Lan", since="2025-07-01T00:00")

    case = uuid4()
    asked = ReadPersonal(
        file=case,
        kind=Kind.REPORT,
        unit=an_bien,
        fields=("event.child_name",),
        sights=(Visibility.CHILD,),
        purpose=Purpose.CASE_WORK,
        may=True,
    )
    story.given(access_id(case), asked, by=lan, at="2026-03-02T08:10")
    story.given(access_id(case), asked, by=lan, at="2026-03-02T09:10")
    assert story.state(access_id(case)).readings == 2
    assert case not in story.files
    lines = [line for line in story.lines if line.file_id == access_id(case)]
    whole, alone = (fold(access_id(case), ACCESS, BY_STORED_NAME, of) for of in (lines, lines[-1:]))
    assert (alone.state, alone.version) == (whole.state, whole.version), "the last line alone makes the file"
    assert not any(line.starts or line.ends for line in lines)


def test_without_a_purpose_or_a_row_in_the_table_nothing_is_read() -> None:
    story = Story()
    an_bien = story.unit("11359", "Phường An Biên", Level.COMMUNE, since="2025-07-01")
    lan = story.office(an_bien, Role.PROTECTION_WORKER, "Phạm Thị Lan", since="2025-07-01T00:00")

    case = uuid4()
    asked = ReadPersonal(file=case, kind=Kind.REPORT, unit=an_bien, purpose=None, may=False)
    at = "2026-03-02T08:10"
    story.when(access_id(case), asked, by=lan, at=at).refused("purpose_required", "may_not_see")
