"""The requests that load the real units, the reform of 1 July 2025 and invented people in every office.

The old lists are entered as they stood at RECORD_BEGAN; what has no first day in them was there before the record.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from domain.record.units import midnight
from domain.record.vocabulary import Role, UnitRef
from domain.unit.end_unit import EndUnit
from domain.unit.merge_unit import MergeUnit
from domain.unit.split_unit import SplitUnit
from domain.unit.state import Level
from server.seed.communes import change_hands, staff_new_communes
from server.seed.gathered import Ask, Gathered
from server.seed.places import Place, bodies, territory

RULE = "seed.units.1"
SEED = "baove.register.1"
RECORD_BEGAN = midnight(date(2025, 1, 1))
REFORM_DAY = date(2025, 7, 1)
REFORM = midnight(REFORM_DAY)
REFORM_RESOLUTIONS = {
    Level.PROVINCE: "Nghị quyết 202/2025/QH15",
    Level.DISTRICT: "Luật Tổ chức chính quyền địa phương 2025",
    Level.COMMUNE: "Nghị quyết sắp xếp đơn vị hành chính cấp xã năm 2025 của Hải Phòng",
}
CHILDREN_TO_HEALTH = "Nghị định 42/2025/NĐ-CP"
WITHOUT_COMMUNES = {"318": "11948"}  # huyện Bạch Long Vĩ had no communes and became a special zone as it was

OFFICES_BY_LEVEL: dict[Level, tuple[tuple[Role, int], ...]] = {
    Level.PROVINCE: ((Role.CITY_CHAIR, 1), (Role.DATA_PROTECTION_AUDITOR, 1)),
    Level.DEPARTMENT: ((Role.DEPARTMENT_DIRECTOR, 1), (Role.AGENCY_FOCAL, 1)),
    Level.INSPECTORATE: ((Role.CHIEF_INSPECTOR, 1), (Role.INSPECTION_TEAM_HEAD, 1), (Role.INSPECTOR, 3)),
    Level.POLICE: ((Role.DEPARTMENT_DIRECTOR, 1), (Role.CITY_INVESTIGATOR, 4), (Role.INTAKE_OFFICER, 1)),
    Level.FRONT: ((Role.FRONT_MEMBER, 2),),
    Level.PROCURACY: ((Role.PROCURATOR, 2),),
    Level.COURT: ((Role.COURT_CLERK, 2),),
    Level.PROVIDER: ((Role.PROVIDER_HEAD, 1), (Role.SERVICE_PROVIDER, 3)),
    Level.HOTLINE: ((Role.HOTLINE_OPERATOR, 3),),
}
MORE_OFFICES: dict[str, tuple[tuple[Role, int], ...]] = {
    "HP-SYT": ((Role.HEALTH_DEPARTMENT_OFFICER, 3),),
    "HD-SYT": ((Role.HEALTH_DEPARTMENT_OFFICER, 2),),
    "HP-SNV": ((Role.HOME_AFFAIRS_OFFICER, 2), (Role.REGISTRAR, 1)),
}


def register_requests(until: date | None = None) -> Iterator[Ask]:
    """Every request of the register in order of time, through the day `until` (None: all); the same in every run."""
    book = Gathered(SEED)
    places, city_bodies = territory(), bodies()
    old = [p for p in places if p.since is None]
    new = [p for p in places if p.since is not None]
    enter_units(book, old, city_bodies)
    staff_bodies(book, [*(p for p in old if p.level is Level.PROVINCE), *city_bodies])
    staff_old_communes(book, [p for p in old if p.level is Level.COMMUNE])
    pass_children_to_health(book, city_bodies)
    reform_units(book, old, new, city_bodies)
    communes = staff_new_communes(book, old, new, REFORM)
    change_hands(book, communes)
    for ask in sorted(book.asks, key=lambda ask: ask.at):
        if until is None or ask.at < midnight(until + timedelta(days=1)):
            yield ask


def enter_units(book: Gathered, old: list[Place], city_bodies: tuple[Place, ...]) -> None:
    by_code = {p.ref.code: p.ref for p in old if p.level is not Level.COMMUNE}
    for place in (*old, *city_bodies):
        book.establish(place, by_code.get(place.parent_code), RECORD_BEGAN)


def staff_bodies(book: Gathered, units: list[Place]) -> None:
    """Offices and holders of provinces and bodies; the home-affairs office first, since it records the rest."""
    for place in sorted(units, key=lambda p: p.ref.code != "HP-SNV"):
        roles = (*MORE_OFFICES.get(place.ref.code, ()), *OFFICES_BY_LEVEL[place.level])
        for role, seats in roles:
            for seat in range(1, seats + 1):
                office = book.office(place.ref, role, RECORD_BEGAN, seat)
                person = next(book.newcomers)
                book.appoint(office, person, RECORD_BEGAN, book.years_before(RECORD_BEGAN))
                if book.recorder is None:
                    book.recorder = person


def staff_old_communes(book: Gathered, communes: list[Place]) -> None:
    """A Chair and a protection worker in each; the workers as they were found, entered by the system."""
    recorder = book.recorder
    for place in communes:
        chair = book.office(place.ref, Role.COMMUNE_CHAIR, RECORD_BEGAN)
        book.appoint(chair, next(book.newcomers), RECORD_BEGAN, book.years_before(RECORD_BEGAN))
        worker = book.office(place.ref, Role.PROTECTION_WORKER, RECORD_BEGAN)
        book.recorder = None
        book.appoint(worker, next(book.newcomers), RECORD_BEGAN, book.years_before(RECORD_BEGAN))
        book.recorder = recorder


def pass_children_to_health(book: Gathered, city_bodies: tuple[Place, ...]) -> None:
    """On 1 March 2025 the labour departments ended; children went to the health departments."""
    merge_bodies(book, [p for p in city_bodies if p.until and p.until < REFORM_DAY], city_bodies, CHILDREN_TO_HEALTH)


def merge_bodies(book: Gathered, ending: list[Place], city_bodies: tuple[Place, ...], resolution_no: str) -> None:
    by_code = {p.ref.code: p.ref for p in city_bodies}
    for place in ending:
        if place.until is not None:
            merge(book, place, by_code[place.successors[0]], place.until, resolution_no)


def merge(book: Gathered, place: Place, into: UnitRef, on: date, resolution_no: str) -> None:
    book.ask(midnight(on), place.ref.id, MergeUnit(into=into, on=on, resolution_no=resolution_no))
    book.close_offices(place.ref, on, resolution_no)


def reform_units(book: Gathered, old: list[Place], new: list[Place], city_bodies: tuple[Place, ...]) -> None:
    """The new communes come first, so that the old ones have somewhere to go; then districts; then the province."""
    provinces = {p.ref.code: p.ref for p in old if p.level is Level.PROVINCE}
    successors = {p.ref.code: p.ref for p in new}
    for place in new:
        book.establish(place, provinces[place.parent_code], REFORM)
    for place in old:
        if place.level is Level.COMMUNE:
            end_commune(book, place, [successors[code] for code in place.successors])
    for place in old:
        if place.level is Level.DISTRICT:
            end_district(book, place, successors)
    merge_bodies(
        book,
        [p for p in city_bodies if p.until == REFORM_DAY],
        city_bodies,
        REFORM_RESOLUTIONS[Level.PROVINCE],
    )
    hai_duong = next(p for p in old if p.level is Level.PROVINCE and p.until is not None)
    merge(book, hai_duong, provinces["31"], REFORM_DAY, REFORM_RESOLUTIONS[Level.PROVINCE])


def end_commune(book: Gathered, place: Place, successors: list[UnitRef]) -> None:
    resolution_no = REFORM_RESOLUTIONS[Level.COMMUNE]
    if len(successors) == 1:
        merge(book, place, successors[0], REFORM_DAY, resolution_no)
        return
    command = SplitUnit(among=tuple(successors), on=REFORM_DAY, resolution_no=resolution_no)
    book.ask(REFORM, place.ref.id, command)
    book.close_offices(place.ref, REFORM_DAY, resolution_no)


def end_district(book: Gathered, place: Place, successors: dict[str, UnitRef]) -> None:
    resolution_no = REFORM_RESOLUTIONS[Level.DISTRICT]
    if place.ref.code in WITHOUT_COMMUNES:
        merge(book, place, successors[WITHOUT_COMMUNES[place.ref.code]], REFORM_DAY, resolution_no)
    else:
        book.ask(REFORM, place.ref.id, EndUnit(on=REFORM_DAY, resolution_no=resolution_no))
