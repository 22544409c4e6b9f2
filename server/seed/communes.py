"""Invented people in the 114 communes since 1 July 2025: heads, workers, delegations, groups, and later changes."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.law.term import local_day
from domain.office.appoint_worker import AppointWorker
from domain.office.delegate_power import DelegatePower
from domain.office.end_tenure import EndTenure
from domain.office.end_worker import EndWorker
from domain.office.revoke_delegation import RevokeDelegation
from domain.office.state import Employment
from domain.record.refusal import present
from domain.record.units import HANOI
from domain.record.vocabulary import Role, UnitRef, office_id
from domain.unit.form_commune_group import FormCommuneGroup
from domain.unit.state import GroupSeat, Level
from server.seed.gathered import Gathered
from server.seed.people import Person
from server.seed.places import Place

RECORDED_ROLES = (
    Role.COMMUNE_DEPUTY_CHAIR,
    Role.COMMUNE_POLICE_HEAD,
    Role.INTAKE_OFFICER,
    Role.FRONT_MEMBER,
)
URGENT_ACTS = (
    "case.risk_level_confirmed.1",
    "case.risk_level_overridden.1",
    "case.urgent_measure_ordered.2",
    "case.urgent_measure_declined.1",
    "case.no_contact_ordered.1",
)
ACTING_CHAIRS, DELEGATIONS, NEW_CHAIRS, NEW_WORKERS, REVOCATIONS = 4, 75, 6, 8, 3
SOON_FILLED, LATE_FILLED, ACTING_WORKERS, LATE_GROUPS = 5, 3, 2, 5
ACTING_UNTIL = datetime(2025, 10, 1, tzinfo=HANOI)
DELEGATED_UNTIL = datetime(2027, 1, 1, tzinfo=HANOI)


@dataclass(slots=True)
class Commune:
    """A commune of today while it is staffed."""

    unit: UnitRef
    chair: Person
    deputy: Person
    acting: bool = False
    delegation_no: str | None = None


def staff_new_communes(book: Gathered, old: list[Place], new: list[Place], at: datetime) -> list[Commune]:
    """Offices of every new commune; heads and workers of the old ones go on in those that took them over."""
    chairs, workers = predecessors_people(book, old)
    communes: list[Commune] = []
    for place in new:
        if place.level is not Level.COMMUNE:
            continue
        unit = place.ref
        for role in (Role.COMMUNE_CHAIR, Role.PROTECTION_WORKER):
            book.office(unit, role, at, since=local_day(at))
        for role in RECORDED_ROLES:
            office = book.office(unit, role, at, since=local_day(at))
            book.appoint(office, next(book.newcomers), at, at)
        deputy = book.holders[office_id(unit.id, Role.COMMUNE_DEPUTY_CHAIR)]
        chair = take(chairs, unit.code) or next(book.newcomers)
        communes.append(Commune(unit, chair, deputy))
    put_chairs_in_place(book, communes, at)
    name_workers(book, communes, workers, at + timedelta(hours=7, minutes=30))
    delegate_and_group(book, communes, at)
    return communes


def predecessors_people(book: Gathered, old: list[Place]) -> tuple[dict[str, list[Person]], dict[str, list[Person]]]:
    """By the code of the new commune: the Chairs and the workers who came from the old ones."""
    chairs: dict[str, list[Person]] = {}
    workers: dict[str, list[Person]] = {}
    for place in old:
        for people, role in ((chairs, Role.COMMUNE_CHAIR), (workers, Role.PROTECTION_WORKER)):
            if place.successors:
                person = book.holders[office_id(place.ref.id, role)]
                people.setdefault(place.successors[0], []).append(person)
    return chairs, workers


def take(people: dict[str, list[Person]], code: str) -> Person | None:
    return people[code].pop(0) if people.get(code) else None


def put_chairs_in_place(book: Gathered, communes: list[Commune], at: datetime) -> None:
    """Elected Chairs, and in a few communes the deputy in charge until one is elected."""
    acting = {id(commune) for commune in book.draw.sample(communes, ACTING_CHAIRS)}
    for commune in communes:
        office = office_id(commune.unit.id, Role.COMMUNE_CHAIR)
        elected, commune.acting = commune.chair, id(commune) in acting
        if not commune.acting:
            book.appoint(office, elected, at, at)
            continue
        commune.chair = commune.deputy
        book.put_in_charge(office, commune.deputy, at, ACTING_UNTIL, present(book.recorder))
        book.appoint(office, elected, ACTING_UNTIL + timedelta(hours=8), ACTING_UNTIL)


def name_workers(book: Gathered, communes: list[Commune], workers: dict[str, list[Person]], at: datetime) -> None:
    """Each Chair names the worker that morning; a few some days later, or too late, or puts one in charge first."""
    slow = book.draw.sample(communes, SOON_FILLED + LATE_FILLED + ACTING_WORKERS)
    for commune in communes:
        person = take(workers, commune.unit.code) or next(book.newcomers)
        nth = slow.index(commune) if commune in slow else -1
        if nth < 0:
            name_worker(book, commune, person, at)
        elif nth < SOON_FILLED:
            name_worker(book, commune, person, at + timedelta(days=2 + nth % 2))
        elif nth < SOON_FILLED + LATE_FILLED:
            name_worker(book, commune, person, at + timedelta(days=9 + 2 * nth))
        else:
            office = office_id(commune.unit.id, Role.PROTECTION_WORKER)
            book.put_in_charge(office, person, at, at + timedelta(days=60), commune.chair)
            name_worker(book, commune, person, at + timedelta(days=59, hours=1))


def name_worker(book: Gathered, commune: Commune, person: Person, at: datetime) -> None:
    office = office_id(commune.unit.id, Role.PROTECTION_WORKER)
    employment = Employment.CIVIL_SERVANT if book.draw.random() < 0.7 else Employment.PART_TIME
    command = AppointWorker(
        person=person.id,
        name=person.name,
        employment=employment,
        since=at,
        decision_no=book.decision_no(at, "UBND"),
    )
    book.ask(at, office, command, commune.chair)
    book.holders[office] = person


def delegate_and_group(book: Gathered, communes: list[Commune], at: datetime) -> None:
    """Written delegations to deputies on the first morning, and the inter-agency groups within days or weeks."""
    own_chair = [commune for commune in communes if not commune.acting]
    for nth, commune in enumerate(book.draw.sample(own_chair, DELEGATIONS)):
        morning = at + timedelta(hours=9)
        commune.delegation_no = f"{nth + 1:02}/2025/UQ-UBND"
        command = DelegatePower(
            document_no=commune.delegation_no,
            to_office=office_id(commune.unit.id, Role.COMMUNE_DEPUTY_CHAIR),
            since=morning,
            until=DELEGATED_UNTIL,
            acts=URGENT_ACTS if nth % 3 == 0 else (),
        )
        book.ask(morning, office_id(commune.unit.id, Role.COMMUNE_CHAIR), command, commune.chair)
    late = book.draw.sample(communes, LATE_GROUPS)
    for commune in communes:
        days = book.draw.randrange(33, 46) if commune in late else book.draw.randrange(2, 29)
        formed = at + timedelta(days=days, hours=10)
        group = FormCommuneGroup(
            seats=tuple(GroupSeat), on=local_day(formed), decision_no=book.decision_no(formed, "UBND")
        )
        book.ask(formed, commune.unit.id, group, commune.chair)


def change_hands(book: Gathered, communes: list[Commune]) -> None:
    """From October on some Chairs and workers go, some delegations are revoked; a few entries come late."""
    settled = book.draw.sample([c for c in communes if not c.acting], NEW_CHAIRS + NEW_WORKERS)
    for nth, commune in enumerate(settled[:NEW_CHAIRS]):
        replace_chair(book, commune, some_morning(book), days_late=3 if nth == 0 else 0)
    for nth, commune in enumerate(settled[NEW_CHAIRS:]):
        replace_worker(book, commune, some_morning(book), days_vacant=nth * 2)
    steady = [c for c in communes if c.delegation_no and c not in settled]
    for commune in steady[:REVOCATIONS]:
        office = office_id(commune.unit.id, Role.COMMUNE_CHAIR)
        command = RevokeDelegation(document_no=present(commune.delegation_no))
        book.ask(some_morning(book), office, command, commune.chair)


def some_morning(book: Gathered) -> datetime:
    """A morning between October 2025 and May 2026."""
    return datetime(2025, 10, 6, 8, tzinfo=HANOI) + timedelta(days=book.draw.randrange(0, 230))


def replace_chair(book: Gathered, commune: Commune, effect: datetime, days_late: int) -> None:
    office = office_id(commune.unit.id, Role.COMMUNE_CHAIR)
    entered = effect + timedelta(days=days_late)
    end = EndTenure(person=commune.chair.id, until=effect, decision_no=book.decision_no(effect, "UBND"))
    book.ask(entered, office, end, book.recorder)
    commune.chair = next(book.newcomers)
    book.appoint(office, commune.chair, entered, effect)


def replace_worker(book: Gathered, commune: Commune, effect: datetime, days_vacant: int) -> None:
    office = office_id(commune.unit.id, Role.PROTECTION_WORKER)
    end = EndWorker(person=book.holders[office].id, until=effect, decision_no=book.decision_no(effect, "UBND"))
    book.ask(effect, office, end, commune.chair)
    name_worker(book, commune, next(book.newcomers), effect + timedelta(days=days_vacant, hours=1))
