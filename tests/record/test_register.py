"""The register: the real units before and after the reform, and every question against a naive answer."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from uuid import UUID, uuid5

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.catalogue import BY_COMMAND, BY_STORED_NAME, KINDS
from domain.office.state import Office, OfficePhase, Tenure
from domain.record.file import File, Request
from domain.record.fold import apply
from domain.record.perform import perform
from domain.record.register import Register
from domain.record.units import HANOI, midnight, within
from domain.record.vocabulary import BAOVE, Kind, OfficeRef, Role, UnitRef, office_id, unit_id
from domain.unit.state import Extent, Level, Successor, Unit, UnitPhase
from server.seed.communes import URGENT_ACTS
from server.seed.gathered import CAME_LATE
from server.seed.places import links, territory
from server.seed.register import REFORM, REFORM_DAY, RULE, register_requests
from tests.cases.casefile import instant

MOMENT = timedelta(microseconds=1)
BEFORE, AFTER = REFORM - MOMENT, REFORM


class Loaded:
    """The register of the seed, with its files and the number of its lines."""

    def __init__(self) -> None:
        self.register = Register()
        self.files: dict[UUID, File] = {}
        self.ended: list[tuple[str, str, datetime, datetime]] = []
        for number, ask in enumerate(register_requests()):
            action = BY_COMMAND[type(ask.command)]
            kind = KINDS[Kind.UNIT if action.kind == Kind.UNIT else Kind.OFFICE]
            file = self.files.setdefault(ask.file_id, File.blank(ask.file_id, kind))
            request = Request(
                file_id=ask.file_id,
                command=ask.command,
                command_id=uuid5(BAOVE, f"seed:{number}"),
                at=ask.at,
                person=ask.by,
                rule=None if ask.by else RULE,
                late_reason=CAME_LATE,
            )
            line = perform(action, file, request, self.register, {})
            running = {**file.running, **{(s.code, s.ref): s for s in line.starts}}
            self.ended += [(e.code, e.how, running[e.code, e.ref].due_at, ask.at) for e in line.ends]
            apply(file, action, line)
            if kind.name == Kind.UNIT:
                self.register.put_unit(file.id, file.state)
            else:
                self.register.put_office(file.id, file.state)


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    """Every request of the seed performed in order; a refusal of any would raise here."""
    return Loaded()


def communes(register: Register, at: datetime) -> list[UnitRef]:
    return [
        known.ref
        for i, known in register.units.items()
        if known.level is Level.COMMUNE and known.ref is not None and register.exists(i, at)
    ]


def test_the_lists_have_the_units_and_links_that_the_law_made() -> None:
    old = [p for p in territory() if p.since is None]
    assert [sum(p.level is level for p in old) for level in (Level.PROVINCE, Level.DISTRICT, Level.COMMUNE)] == [
        2,
        27,
        374,
    ]
    assert sum(p.since == REFORM_DAY for p in territory()) == 114
    assert len(links()) == 450


def test_one_day_makes_114_communes_of_374(loaded: Loaded) -> None:
    assert len(communes(loaded.register, BEFORE)) == 374
    assert len(communes(loaded.register, AFTER)) == 114


def test_every_link_of_the_list_is_in_the_record_whole_or_in_part(loaded: Loaded) -> None:
    register = loaded.register
    recorded = {
        (known.ref.code, successor.unit.code, str(successor.extent))
        for known in register.units.values()
        if known.ref is not None and known.level is Level.COMMUNE
        for successor in known.successors
    }
    assert recorded == {(link.old_code, link.new_code, link.extent) for link in links()}


def test_a_code_used_again_stands_for_another_unit(loaded: Loaded) -> None:
    before = loaded.register.unit_at("10507", BEFORE)
    after = loaded.register.unit_at("10507", AFTER)
    assert before is not None
    assert after is not None
    assert (before.name, after.name) == ("Phường Cẩm Thượng", "Phường Thành Đông")
    assert before.id != after.id
    assert loaded.register.living(before.id, AFTER) == {after.id}
    assert before.id in loaded.register.predecessors(after.id)


def test_no_district_lives_after_the_reform_and_the_city_stands_above_all(loaded: Loaded) -> None:
    register = loaded.register
    city = register.city(AFTER)
    assert city is not None
    assert city.name == "Thành phố Hải Phòng"
    assert len(register.subtree(city.id, BEFORE)) == 1 + 15 + 167 + bodies_of(register, city, BEFORE)
    assert len(register.subtree(city.id, AFTER)) == 1 + 114 + bodies_of(register, city, AFTER)
    hai_duong = unit_id("30", "")
    assert register.living(hai_duong, BEFORE) == {hai_duong}
    assert register.living(hai_duong, AFTER) == {city.id}


def bodies_of(register: Register, city: UnitRef, at: datetime) -> int:
    return sum(
        known.parent == city.id and (known.ref is not None and known.ref.code.startswith("HP-"))
        for i, known in register.units.items()
        if register.exists(i, at)
    )


def test_an_old_commune_lay_in_its_district_and_lies_below_its_successor_since(loaded: Loaded) -> None:
    register = loaded.register
    old, new = unit_id("10507", ""), unit_id("10507", "2025-07-01")
    district, hai_duong, city = unit_id("288", ""), unit_id("30", ""), unit_id("31", "")
    assert register.ancestors(old, BEFORE) == (old, district, hai_duong)
    assert register.ancestors(old, AFTER) == (old, new, city)
    assert register.ancestors(district, AFTER) == (district, city)
    assert register.ancestors(new, AFTER) == (new, city)


def test_children_of_the_labour_department_went_to_the_health_department(loaded: Loaded) -> None:
    register = loaded.register
    labour, health = unit_id("HP-SLDTBXH", ""), unit_id("HP-SYT", "")
    assert register.living(labour, instant("2025-02-28T23:59")) == {labour}
    assert register.living(labour, instant("2025-03-01T00:00")) == {health}


def test_the_chair_of_an_ended_commune_has_no_authority_from_the_first_instant_after(loaded: Loaded) -> None:
    register = loaded.register
    office = office_id(unit_id("10507", ""), Role.COMMUNE_CHAIR)
    chair = register.holder(office, BEFORE)
    assert chair is not None
    assert register.holder(office, AFTER) is None
    units_before = {s.office.unit.id for s in register.standings(chair.person, BEFORE) if s.office}
    units_after = {s.office.unit.id for s in register.standings(chair.person, AFTER) if s.office}
    assert unit_id("10507", "") in units_before
    assert unit_id("10507", "") not in units_after


def test_every_commune_of_today_has_a_chair_and_all_but_the_slow_ones_a_worker(loaded: Loaded) -> None:
    register, noon = loaded.register, instant("2025-07-01T12:00")
    today = communes(register, noon)
    held = [
        sum(register.holder(office_id(c.id, role), noon) is not None for c in today)
        for role in (Role.COMMUNE_CHAIR, Role.PROTECTION_WORKER, Role.INTAKE_OFFICER)
    ]
    assert held == [114, 106, 114]


def test_who_answers_for_an_old_commune_is_the_head_of_the_new_one(loaded: Loaded) -> None:
    register = loaded.register
    old = register.unit_at("10507", BEFORE)
    assert old is not None
    assert register.head_of(old, BEFORE).unit == old
    assert register.head_of(old, AFTER).unit.name == "Phường Thành Đông"
    split = next(p for p in territory() if len(p.successors) == 3)
    answers = register.answerable(split.ref, Role.COMMUNE_CHAIR, AFTER)
    assert answers.unit.code == min(split.successors)
    district = register.unit_at("288", BEFORE)
    assert district is not None
    assert register.head_of(district, AFTER).unit.name == "Thành phố Hải Phòng"


def test_departments_and_the_city_oversee_every_commune_and_communes_only_themselves(loaded: Loaded) -> None:
    register = loaded.register
    commune, other = communes(register, AFTER)[:2]
    assert register.oversees(unit_id("HP-SYT", ""), commune.id, AFTER)
    assert register.oversees(unit_id("31", ""), commune.id, AFTER)
    assert register.oversees(commune.id, commune.id, AFTER)
    assert not register.oversees(other.id, commune.id, AFTER)
    assert not register.oversees(unit_id("HD-SYT", ""), unit_id("11311", ""), BEFORE)


def test_the_seed_shows_some_vacancies_and_groups_in_time_and_some_late(loaded: Loaded) -> None:
    late = {code: [at >= due for c, _, due, at in loaded.ended if c == code] for code in ("P16", "P17", "P23")}
    assert {code: (any(each), all(each)) for code, each in late.items()} == {
        "P16": (True, False),
        "P17": (True, False),
        "P23": (True, False),
    }
    assert not any(file.running for file in loaded.files.values())


def test_delegations_of_the_seed_name_acts_that_exist() -> None:
    assert set(URGENT_ACTS) <= set(BY_STORED_NAME)


def test_the_seed_is_the_same_in_every_run_and_ends_where_it_is_told() -> None:
    assert list(register_requests()) == list(register_requests())
    asks = list(register_requests(date(2025, 2, 28)))
    assert asks
    assert max(ask.at for ask in asks) < instant("2025-03-01T00:00")
    assert asks == sorted(asks, key=lambda ask: ask.at)
    assert asks == list(register_requests())[: len(asks)]


# -- every question against a naive answer --------------------

FIRST = datetime(2025, 1, 1, tzinfo=HANOI)
UNIT = UnitRef(id=unit_id("A", ""), code="A", name="Xã A")
CHAIR = OfficeRef(id=office_id(UNIT.id, Role.COMMUNE_CHAIR), role=Role.COMMUNE_CHAIR, unit=UNIT)
PEOPLE = [uuid5(BAOVE, f"person:{n}") for n in range(3)]
hours = st.integers(min_value=0, max_value=72).map(lambda n: FIRST + timedelta(hours=n))


@st.composite
def tenures(draw: st.DrawFn) -> tuple[Tenure, ...]:
    """Tenures one after the other, with gaps or without, the last perhaps open."""
    bounds = sorted(draw(st.sets(hours, min_size=2, max_size=8)))
    pairs = list(zip(bounds[::2], [*bounds[1::2], None], strict=False))
    return tuple(
        Tenure(person=draw(st.sampled_from(PEOPLE)), name="N", since=since, until=until, acting=draw(st.booleans()))
        for since, until in pairs
    )


@given(tenures(), hours, st.sampled_from([-1, 0, 1]), st.integers(1, 3))
def test_the_holder_at_any_microsecond_is_who_the_list_says(
    held: tuple[Tenure, ...], hour: datetime, step: int, unit_days: int
) -> None:
    at = hour + step * MOMENT
    register = Register()
    last = FIRST.date() + timedelta(days=unit_days)
    register.put_unit(UNIT.id, Unit(phase=UnitPhase.ENDED, ref=UNIT, level=Level.COMMUNE, until=last))
    register.put_office(CHAIR.id, Office(phase=OfficePhase.ESTABLISHED, ref=CHAIR, tenures=held))
    expected = [t for t in held if t.since <= at and (t.until is None or at < t.until) and at < midnight(last)]
    assert register.holder(CHAIR.id, at) == (expected[0] if expected else None)
    for person in PEOPLE:
        assert len(register.standings(person, at)) == sum(t.person == person for t in expected)


@st.composite
def chains(draw: st.DrawFn) -> dict[str, tuple[int | None, list[str]]]:
    """Units that end on some day in favour of later ones: a graph without circles."""
    size = draw(st.integers(2, 8))
    names = [chr(ord("A") + n) for n in range(size)]
    graph: dict[str, tuple[int | None, list[str]]] = {}
    for n, name in enumerate(names):
        later = names[n + 1 :]
        ends = draw(st.one_of(st.none(), st.integers(1, 10))) if later else None
        to = draw(st.lists(st.sampled_from(later), max_size=3, unique=True)) if ends and later else []
        graph[name] = (ends, to)
    return graph


def ref(name: str) -> UnitRef:
    return UnitRef(id=unit_id(name, ""), code=name, name=name)


def stand_for(graph: dict[str, tuple[int | None, list[str]]], name: str, day: int) -> set[str]:
    """Walk the paths one step at a time until all ends are alive."""
    walking, arrived = {name}, set[str]()
    while walking:
        each = walking.pop()
        ends, to = graph[each]
        if ends is None or day < ends:
            arrived.add(each)
        else:
            walking |= set(to)
    return arrived


@given(chains(), st.integers(0, 11), st.sampled_from([-1, 0]))
def test_the_living_are_found_through_any_chain_of_mergers_and_splits(
    graph: dict[str, tuple[int | None, list[str]]], day: int, step: int
) -> None:
    register = Register()
    for name, (ends, to) in graph.items():
        until = FIRST.date() + timedelta(days=ends) if ends else None
        successors = tuple(Successor(unit=ref(each), extent=Extent.PART) for each in to)
        register.put_unit(
            ref(name).id,
            Unit(phase=UnitPhase.ESTABLISHED, ref=ref(name), until=until, successors=successors),
        )
    at = midnight(FIRST.date() + timedelta(days=day)) + step * MOMENT
    for name in graph:
        expected = {ref(each).id for each in stand_for(graph, name, day + step)}
        assert register.living(ref(name).id, at) == expected


days = st.integers(0, 9).map(lambda n: FIRST.date() + timedelta(days=n))


@given(st.none() | days, st.none() | days, days, st.integers(0, 86_399_999_999))
def test_a_span_of_days_holds_what_lies_on_its_days_and_not_on_its_last(
    since: date | None, until: date | None, day: date, microseconds: int
) -> None:
    at = midnight(day) + timedelta(microseconds=microseconds)
    local = at.astimezone(HANOI).date()
    assert within(since, until, at) == ((since is None or since <= local) and (until is None or local < until))


def below(loaded: Loaded, unit: UUID, at: datetime) -> Iterator[UUID]:
    """Children by children, parents that ended left out."""
    yield unit
    for i, known in loaded.register.units.items():
        if known.parent == unit and loaded.register.exists(i, at):
            yield from below(loaded, i, at)


@pytest.mark.parametrize("at", [BEFORE, AFTER, instant("2025-02-01T00:00")])
def test_the_subtree_is_what_children_of_children_make(loaded: Loaded, at: datetime) -> None:
    for code in ("31", "30", "303", "288"):
        unit = unit_id(code, "")
        if loaded.register.exists(unit, at):
            assert loaded.register.subtree(unit, at) == set(below(loaded, unit, at))


def test_every_head_of_a_living_unit_is_somebody(loaded: Loaded) -> None:
    register, noon = loaded.register, instant("2026-03-02T12:00")
    for i, known in register.units.items():
        if register.exists(i, noon) and known.ref is not None:
            assert register.holder(register.head_of(known.ref, noon).id, noon) is not None, known.ref


def test_a_unit_that_nobody_knows_lies_below_itself_alone() -> None:
    nobody = UUID(int=9)
    assert Register().ancestors(nobody, AFTER) == (nobody,)


def test_an_office_before_it_is_established_is_of_no_unit() -> None:
    register = Register()
    register.put_office(UUID(int=9), Office())
    assert register.offices == {UUID(int=9): Office()}


def test_every_walk_ends_even_where_entries_run_in_a_circle() -> None:
    """Such entries are refused today; lines from before may hold them."""
    register = Register()
    refs = [UnitRef(id=unit_id(code, "2020-01-01"), code=code, name=code) for code in ("A", "B", "C")]
    for number, ref in enumerate(refs):
        heir = Successor(unit=refs[(number + 1) % 3], extent=Extent.WHOLE)
        register.put_unit(
            ref.id,
            Unit(
                phase=UnitPhase.ENDED,
                ref=ref,
                level=Level.COMMUNE,
                until=date(2025, 3, 1 + number),
                successors=(heir,),
                parent=refs[number - 1].id,
            ),
        )
    at = midnight(date(2025, 4, 1))
    for ref in refs:
        assert register.living(ref.id, at) == frozenset()
        assert register.heirs(ref.id) == {each.id for each in refs}
        assert register.in_place_of(ref.id, at) == ()
        assert set(register.ancestors(ref.id, at)) <= {each.id for each in refs}
        assert register.head_of(ref, at).unit == ref
