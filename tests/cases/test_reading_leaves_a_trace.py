"""Somebody reads a child's name: for a purpose, if the table allows it, and on a file of its own."""

from dataclasses import replace
from uuid import UUID, uuid4

from domain.access.kind import ACCESS
from domain.access.patterns import Limits, Pattern, of_reading, of_search, too_many_words
from domain.access.read_personal import ReadPersonal
from domain.access.search_words import SearchWords
from domain.access.state import Purpose
from domain.catalogue import BY_STORED_NAME
from domain.record.fold import fold
from domain.record.reading import Visibility
from domain.record.vocabulary import Kind, Role, access_id, searches_id
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


def test_a_search_is_a_reading_with_a_purpose_and_keeps_no_word() -> None:
    story = Story()
    city = story.unit("31", "Thành phố Hải Phòng", Level.PROVINCE)
    inspectorate = story.unit("TTTP", "Thanh tra thành phố", Level.INSPECTORATE, city)
    mai = story.office(inspectorate, Role.INSPECTOR, "Hoàng Thị Mai", since="2025-07-01T00:00")
    asked = SearchWords(words=("00ff00ff00ff00ff",), files=(UUID(int=7),), found=1, purpose=Purpose.INSPECTION)
    file, at = searches_id(mai.id), "2026-03-02T08:10"
    story.given(file, asked, by=mai, at=at)
    assert story.state(file).readings == 1
    story.when(file, replace(asked, purpose=None), by=mai, at=at).refused("purpose_required")
    story.when(file, replace(asked, words=("Ngọc Diệp",)), by=mai, at=at).refused("not_typed")


def test_reading_very_much_needs_a_reason_and_is_told_to_who_guards_the_data() -> None:
    story = Story()
    an_bien = story.unit("11359", "Phường An Biên", Level.COMMUNE, since="2025-07-01")
    lan = story.office(an_bien, Role.PROTECTION_WORKER, "Phạm Thị Lan", since="2025-07-01T00:00")
    asked = ReadPersonal(
        file=uuid4(), kind=Kind.CASE, unit=an_bien, purpose=Purpose.CASE_WORK, beyond=(Pattern.MANY_FILES,), may=True
    )
    at = "2026-03-02T08:10"
    story.when(access_id(asked.file), asked, by=lan, at=at).refused("read_much").refused_at(("reason",))
    story.given(access_id(asked.file), asked, by=lan, at=at, reason="Bàn giao toàn bộ hồ sơ của phường.")
    [told] = [line.event for line in story.lines if line.stored_as == "access.reading_signalled.1"]
    assert (told.person, told.name, told.own_unit) == (lan.id, "Phạm Thị Lan", an_bien)
    assert (told.pattern, told.purpose) == (Pattern.MANY_FILES, Purpose.CASE_WORK)


def test_what_is_out_of_the_ordinary_is_counted_from_the_lines() -> None:
    story = Story()
    here = story.unit("11359", "Phường An Biên", Level.COMMUNE, since="2025-07-01")
    there = story.unit("11443", "Phường Kiến An", Level.COMMUNE, since="2025-07-01")
    lan = story.office(here, Role.PROTECTION_WORKER, "Phạm Thị Lan", since="2025-07-01T00:00")
    limits = Limits(files=2, other_units=1, words=2, one_file=1)
    one, two, three = UUID(int=1), UUID(int=2), UUID(int=3)
    at = "2026-03-02T08:10"
    for file, unit in ((one, here), (two, there)):
        asked = ReadPersonal(file=file, kind=Kind.CASE, unit=unit, purpose=Purpose.CASE_WORK, may=True)
        story.given(access_id(file), asked, by=lan, at=at)
    searched = SearchWords(words=("00ff00ff00ff00ff",), files=(one,), found=1, purpose=Purpose.CASE_WORK)
    story.given(searches_id(lan.id), searched, by=lan, at=at)
    before = [line.event for line in story.lines if line.stored_as.startswith("access.")]

    def reading(file: UUID, purpose: Purpose = Purpose.CASE_WORK, *, foreign: bool = False) -> tuple[Pattern, ...]:
        return of_reading(before, file, there if foreign else here, purpose, {here.id}, limits)

    assert reading(three) == (Pattern.MANY_FILES,)
    assert reading(three, foreign=True) == (Pattern.MANY_FILES, Pattern.OTHER_UNITS)
    assert reading(three, Purpose.DECISION, foreign=True) == (Pattern.OTHER_UNITS,)
    assert reading(two, foreign=True) == ()
    assert reading(three, Purpose.EMERGENCY) == ()
    before.append(replace(before[0], file=three, beyond=(Pattern.MANY_FILES,)))
    assert reading(three) == (), "what was opened with a reason may be opened again"
    assert reading(UUID(int=4)) == (Pattern.MANY_FILES,)
    before.pop()
    assert not too_many_words(before, ("00ff00ff00ff00ff", "1" * 16), limits)
    assert too_many_words(before, ("1" * 16, "2" * 16), limits)
    assert of_search(before, (one,), limits) == (Pattern.ONE_FILE,)
    assert of_search(before, (two,), limits) == of_search(before, (one, two), limits) == ()
